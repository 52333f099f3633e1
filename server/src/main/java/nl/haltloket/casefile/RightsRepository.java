package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** When the rights card was shown. */
final class RightsRepository {
    private static final String KEEP = """
            INSERT INTO rights_shown (id, case_id, shown_at, shown_by, details_sealed) VALUES ($1, $2, $3, $4, $5)""";
    private static final String LIST = """
            SELECT r.id, r.shown_at, w.display_name AS shown_by, r.details_sealed
            FROM rights_shown r JOIN worker w ON w.id = r.shown_by
            WHERE r.case_id = $1 ORDER BY r.shown_at, r.id LIMIT 50""";
    private static final String ANY = "SELECT 1 FROM rights_shown WHERE case_id = $1 LIMIT 1";
    private static final String MOVE = "UPDATE rights_shown SET case_id = $2, details_sealed = $3 WHERE id = $1";

    /** A row, still sealed. */
    record Sealed(UUID id, Instant at, String by, byte[] details) {}

    Future<Void> keep(Tx tx, UUID id, UUID caseId, Instant now, UUID workerId, byte[] details) {
        return tx.update(KEEP, id, caseId, now.atOffset(ZoneOffset.UTC), workerId, Buffer.buffer(details))
                .mapEmpty();
    }

    Future<Boolean> any(Tx tx, UUID caseId) {
        return tx.one(_ -> Boolean.TRUE, ANY, caseId).map(found -> found.isPresent());
    }

    Future<List<Sealed>> list(Tx tx, UUID caseId) {
        return tx.list(RightsRepository::toSealed, LIST, caseId);
    }

    Future<Void> move(Tx tx, UUID id, UUID to, byte[] details) {
        return tx.update(MOVE, id, to, Buffer.buffer(details)).mapEmpty();
    }

    private static Sealed toSealed(Row row) {
        return new Sealed(
                row.getUUID("id"),
                row.getOffsetDateTime("shown_at").toInstant(),
                row.getString("shown_by"),
                row.getBuffer("details_sealed").getBytes());
    }
}
