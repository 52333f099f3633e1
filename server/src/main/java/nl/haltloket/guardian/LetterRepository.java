package nl.haltloket.guardian;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The letters that left the desk. */
final class LetterRepository {
    private static final String INSERT = """
            INSERT INTO guardian_letter (id, guardian_id, at, worker_id, way, details_sealed)
            VALUES ($1, $2, $3, $4, $5, $6)""";
    private static final String LIST = """
            SELECT l.id, l.at, w.display_name AS by, l.way, l.details_sealed
            FROM guardian_letter l JOIN worker w ON w.id = l.worker_id
            WHERE l.guardian_id = $1 ORDER BY l.at, l.id LIMIT 20""";
    private static final String KEEP = "UPDATE guardian_letter SET details_sealed = $2 WHERE id = $1";

    /** A row, its details still sealed. */
    record Stored(UUID id, Instant at, String by, Letter.Way way, byte[] detailsSealed) {}

    Future<Void> insert(Tx tx, NewLetter letter, UUID guardianId, UUID workerId, Instant at, byte[] details) {
        return tx.update(
                        INSERT,
                        letter.id(),
                        guardianId,
                        at.atOffset(ZoneOffset.UTC),
                        workerId,
                        letter.way().name(),
                        Buffer.buffer(details))
                .mapEmpty();
    }

    Future<List<Stored>> list(Tx tx, UUID guardianId) {
        return tx.list(
                row -> new Stored(
                        row.getUUID("id"),
                        row.getOffsetDateTime("at").toInstant(),
                        row.getString("by"),
                        Letter.Way.valueOf(row.getString("way")),
                        row.getBuffer("details_sealed").getBytes()),
                LIST,
                guardianId);
    }

    Future<Void> keep(Tx tx, UUID id, byte[] details) {
        return tx.update(KEEP, id, Buffer.buffer(details)).mapEmpty();
    }
}
