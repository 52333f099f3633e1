package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Role;

/** Workers and their sessions on devices. */
final class WorkerRepository {
    private static final String SEED = """
            INSERT INTO worker (id, event_id, login, display_name, roles, password_hash) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (event_id, login) DO UPDATE
            SET display_name = excluded.display_name, roles = excluded.roles, password_hash = excluded.password_hash""";
    private static final String FIND = """
            SELECT id, display_name, roles, password_hash FROM worker WHERE event_id = $1 AND login = $2""";
    private static final String END_SESSIONS = """
            UPDATE worker_session SET ended_at = $2 WHERE device_id = $1 AND ended_at IS NULL""";
    private static final String START_SESSION = """
            INSERT INTO worker_session (id, device_id, worker_id, started_at) VALUES ($1, $2, $3, $4)""";
    private static final String OPEN_SESSION = """
            SELECT s.id AS session_id, w.id, w.display_name, w.roles
            FROM worker_session s JOIN worker w ON w.id = s.worker_id
            WHERE s.device_id = $1 AND s.ended_at IS NULL AND s.started_at > $2""";

    record Account(Caller.Worker worker, String passwordHash) {}

    record Session(UUID id, Caller.Worker worker) {}

    Future<Void> seed(Tx tx, UUID id, UUID eventId, WorkerSeed seed, String passwordHash) {
        String[] roles = seed.roles().stream().map(Role::name).toArray(String[]::new);
        return tx.update(SEED, id, eventId, seed.login(), seed.name(), roles, passwordHash)
                .mapEmpty();
    }

    Future<Optional<Account>> find(Tx tx, UUID eventId, String login) {
        return tx.one(row -> new Account(toWorker(row), row.getString("password_hash")), FIND, eventId, login);
    }

    Future<Void> endSessions(Tx tx, UUID deviceId, Instant now) {
        return tx.update(END_SESSIONS, deviceId, now.atOffset(ZoneOffset.UTC)).mapEmpty();
    }

    Future<Void> startSession(Tx tx, UUID id, UUID deviceId, UUID workerId, Instant now) {
        return tx.update(START_SESSION, id, deviceId, workerId, now.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    Future<Optional<Session>> openSession(Tx tx, UUID deviceId, Instant startedAfter) {
        return tx.one(
                row -> new Session(row.getUUID("session_id"), toWorker(row)),
                OPEN_SESSION,
                deviceId,
                startedAfter.atOffset(ZoneOffset.UTC));
    }

    private static Caller.Worker toWorker(Row row) {
        Set<Role> roles = Arrays.stream(row.getArrayOfStrings("roles"))
                .map(Role::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        return new Caller.Worker(row.getUUID("id"), row.getString("display_name"), roles);
    }
}
