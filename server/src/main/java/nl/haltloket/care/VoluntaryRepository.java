package nl.haltloket.care;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.care.Voluntary.State;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The voluntary cases of an event. */
final class VoluntaryRepository {
    private static final long NUMBERING = 0x766f6c756e746172L;
    private static final String ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock($1)";
    private static final String NEXT =
            "SELECT coalesce(max(number), 0) + 1 AS next FROM voluntary_case WHERE event_id = $1";
    private static final String INSERT = """
            INSERT INTO voluntary_case (id, event_id, number, state, version, opened_at, opened_by, details_sealed)
            VALUES ($1, $2, $3, 'OPEN', 1, $4, $5, $6)""";
    private static final String SAVE = """
            UPDATE voluntary_case SET version = $3, details_sealed = $4 WHERE event_id = $1 AND id = $2""";
    private static final String EXPORTED = """
            UPDATE voluntary_case SET exported_at = $3 WHERE event_id = $1 AND id = $2""";
    private static final String END = """
            UPDATE voluntary_case SET state = $3, ended_at = $4, ended_by = $5, details_sealed = NULL
            WHERE event_id = $1 AND id = $2""";
    private static final String SELECT = """
            SELECT v.id, v.number, v.state, v.version, v.opened_at, w.display_name AS opened_by, v.exported_at,
              v.ended_at, v.details_sealed
            FROM voluntary_case v JOIN worker w ON w.id = v.opened_by WHERE v.event_id = $1""";
    private static final String LIST = SELECT + " ORDER BY v.number DESC LIMIT 100";
    private static final String FIND = SELECT + " AND v.id = $2";
    private static final String LOCK = FIND + " FOR UPDATE OF v";

    /** A row, still sealed. */
    record Stored(
            UUID id,
            int number,
            State state,
            int version,
            Instant openedAt,
            String openedBy,
            @Nullable Instant exportedAt,
            @Nullable Instant endedAt,
            byte @Nullable [] detailsSealed) {}

    /** The next number, which nobody else gets. */
    Future<Integer> next(Tx tx, UUID eventId) {
        return tx.query(ONE_AT_A_TIME, NUMBERING)
                .compose(_ -> tx.one(row -> row.getInteger("next"), NEXT, eventId))
                .map(Optional::orElseThrow);
    }

    Future<Void> insert(Tx tx, UUID eventId, UUID id, int number, Instant at, UUID workerId, byte[] sealed) {
        return tx.update(INSERT, id, eventId, number, at.atOffset(ZoneOffset.UTC), workerId, Buffer.buffer(sealed))
                .mapEmpty();
    }

    Future<Void> save(Tx tx, UUID eventId, UUID id, int version, byte[] sealed) {
        return tx.update(SAVE, eventId, id, version, Buffer.buffer(sealed)).mapEmpty();
    }

    Future<Void> exported(Tx tx, UUID eventId, UUID id, Instant at) {
        return tx.update(EXPORTED, eventId, id, at.atOffset(ZoneOffset.UTC)).mapEmpty();
    }

    Future<Void> end(Tx tx, UUID eventId, UUID id, State outcome, Instant at, UUID workerId) {
        return tx.update(END, eventId, id, outcome.name(), at.atOffset(ZoneOffset.UTC), workerId)
                .mapEmpty();
    }

    Future<List<Stored>> list(Tx tx, UUID eventId) {
        return tx.list(VoluntaryRepository::toStored, LIST, eventId);
    }

    Future<Optional<Stored>> find(Tx tx, UUID eventId, UUID id) {
        return tx.one(VoluntaryRepository::toStored, FIND, eventId, id);
    }

    /** The row, which nobody else changes until this transaction ends. */
    Future<Optional<Stored>> forChange(Tx tx, UUID eventId, UUID id) {
        return tx.one(VoluntaryRepository::toStored, LOCK, eventId, id);
    }

    private static Stored toStored(Row row) {
        Buffer sealed = row.getBuffer("details_sealed");
        return new Stored(
                row.getUUID("id"),
                row.getInteger("number"),
                State.valueOf(row.getString("state")),
                row.getInteger("version"),
                row.getOffsetDateTime("opened_at").toInstant(),
                row.getString("opened_by"),
                instant(row.getOffsetDateTime("exported_at")),
                instant(row.getOffsetDateTime("ended_at")),
                sealed == null ? null : sealed.getBytes());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
