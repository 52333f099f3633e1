package nl.haltloket.opening;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The sealed handovers that came while the desk was locked. */
final class ParkedHandoverRepository {
    private static final String IS_KEPT = """
            SELECT 1 FROM parked_handover WHERE event_id = $1 AND sealed_hash = $2""";
    private static final String COUNT = "SELECT count(*) AS kept FROM parked_handover WHERE event_id = $1";
    private static final String INSERT = """
            INSERT INTO parked_handover (event_id, sealed, sealed_hash, parked_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING""";
    private static final String WAITING = """
            SELECT id, sealed FROM parked_handover WHERE event_id = $1 AND refused_at IS NULL ORDER BY id LIMIT 1000""";
    private static final String REFUSED = """
            SELECT id, parked_at, refused_at, refusal_code, refusal_title FROM parked_handover
            WHERE event_id = $1 AND refused_at IS NOT NULL ORDER BY id DESC LIMIT 200""";
    private static final String REFUSE = """
            UPDATE parked_handover SET refused_at = $2, refusal_code = $3, refusal_title = $4
            WHERE id = $1 AND refused_at IS NULL""";
    private static final String DELETE = "DELETE FROM parked_handover WHERE id = $1";

    record Parked(long id, byte[] sealed) {}

    /** One that could not be taken in. */
    record Refused(long id, Instant parkedAt, Instant refusedAt, String code, String reason) {}

    Future<Boolean> isKept(Tx tx, UUID eventId, byte[] hash) {
        return tx.query(IS_KEPT, eventId, Buffer.buffer(hash)).map(rows -> rows.size() > 0);
    }

    Future<Long> count(Tx tx, UUID eventId) {
        return tx.query(COUNT, eventId).map(rows -> rows.iterator().next().getLong("kept"));
    }

    /** Once, however often the same bytes come. */
    Future<Void> insert(Tx tx, UUID eventId, byte[] sealed, byte[] hash, Instant now) {
        return tx.update(INSERT, eventId, Buffer.buffer(sealed), Buffer.buffer(hash), at(now))
                .mapEmpty();
    }

    /** What is still to be read, in the order in which it came. */
    Future<List<Parked>> waiting(Tx tx, UUID eventId) {
        return tx.list(
                row -> new Parked(row.getLong("id"), row.getBuffer("sealed").getBytes()), WAITING, eventId);
    }

    Future<List<Refused>> refused(Tx tx, UUID eventId) {
        return tx.list(
                row -> new Refused(
                        row.getLong("id"),
                        row.getOffsetDateTime("parked_at").toInstant(),
                        row.getOffsetDateTime("refused_at").toInstant(),
                        row.getString("refusal_code"),
                        row.getString("refusal_title")),
                REFUSED,
                eventId);
    }

    Future<Boolean> refuse(Tx tx, long id, Instant now, String code, String title) {
        return tx.update(REFUSE, id, at(now), code, title).map(rows -> rows == 1);
    }

    Future<Void> delete(Tx tx, long id) {
        return tx.update(DELETE, id).mapEmpty();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
