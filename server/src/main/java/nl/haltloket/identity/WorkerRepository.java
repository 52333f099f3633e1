package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Role;
import org.jspecify.annotations.Nullable;

/** Workers, with what they sign in by. */
final class WorkerRepository {
    private static final String COLUMNS =
            "id, login, display_name, roles, password_hash, password_one_time, pin_hash, blocked_at";
    private static final String SEED = """
            INSERT INTO worker (id, event_id, login, display_name, roles, password_hash) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (event_id, login) DO UPDATE
            SET display_name = excluded.display_name, roles = excluded.roles, password_hash = excluded.password_hash,
                password_one_time = false""";
    private static final String FIND = "SELECT " + COLUMNS + " FROM worker WHERE event_id = $1 AND login = $2";
    private static final String GET = "SELECT " + COLUMNS + " FROM worker WHERE event_id = $1 AND id = $2 FOR UPDATE";
    private static final String LIST =
            "SELECT " + COLUMNS + " FROM worker WHERE event_id = $1 ORDER BY display_name LIMIT 200";
    private static final String SET_PASSWORD = """
            UPDATE worker SET password_hash = $2, password_one_time = false WHERE id = $1""";
    private static final String SET_ONE_TIME_PASSWORD = """
            UPDATE worker SET password_hash = $2, password_one_time = true, pin_hash = NULL WHERE id = $1""";
    private static final String SET_PIN = "UPDATE worker SET pin_hash = $2 WHERE id = $1";
    private static final String SET_BLOCKED = "UPDATE worker SET blocked_at = $2 WHERE id = $1";

    /** A worker as stored. */
    record Account(
            Caller.Worker worker,
            String login,
            String passwordHash,
            boolean passwordOneTime,
            @Nullable String pinHash,
            @Nullable Instant blockedAt) {}

    Future<Void> seed(Tx tx, UUID id, UUID eventId, WorkerSeed seed, String passwordHash) {
        String[] roles = seed.roles().stream().map(Role::name).toArray(String[]::new);
        return tx.update(SEED, id, eventId, seed.login(), seed.name(), roles, passwordHash)
                .mapEmpty();
    }

    Future<Optional<Account>> find(Tx tx, UUID eventId, String login) {
        return tx.one(WorkerRepository::toAccount, FIND, eventId, login);
    }

    /** As {@link #find}, by id; others who change this worker wait. */
    Future<Optional<Account>> get(Tx tx, UUID eventId, UUID id) {
        return tx.one(WorkerRepository::toAccount, GET, eventId, id);
    }

    Future<List<Account>> list(Tx tx, UUID eventId) {
        return tx.list(WorkerRepository::toAccount, LIST, eventId);
    }

    Future<Void> setPassword(Tx tx, UUID id, String hash) {
        return tx.update(SET_PASSWORD, id, hash).mapEmpty();
    }

    /** The worker chooses an own password and PIN at the next sign-in. */
    Future<Void> setOneTimePassword(Tx tx, UUID id, String hash) {
        return tx.update(SET_ONE_TIME_PASSWORD, id, hash).mapEmpty();
    }

    /** Null forgets it. */
    Future<Void> setPin(Tx tx, UUID id, @Nullable String hash) {
        return tx.update(SET_PIN, id, hash).mapEmpty();
    }

    /** Null lets the worker in again. */
    Future<Void> setBlocked(Tx tx, UUID id, @Nullable Instant since) {
        OffsetDateTime at = since == null ? null : since.atOffset(ZoneOffset.UTC);
        return tx.update(SET_BLOCKED, id, at).mapEmpty();
    }

    private static Account toAccount(Row row) {
        OffsetDateTime blocked = row.getOffsetDateTime("blocked_at");
        return new Account(
                toWorker(row),
                row.getString("login"),
                row.getString("password_hash"),
                row.getBoolean("password_one_time"),
                row.getString("pin_hash"),
                blocked == null ? null : blocked.toInstant());
    }

    static Caller.Worker toWorker(Row row) {
        Set<Role> roles = Arrays.stream(row.getArrayOfStrings("roles"))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller.Worker(row.getUUID("id"), row.getString("display_name"), roles);
    }
}
