package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Approvals and overrides, sealed. */
final class DecidedRepository {
    private static final String KEEP_APPROVAL = """
            INSERT INTO approval (id, case_id, recorded_at, recorded_by, details_sealed) VALUES ($1, $2, $3, $4, $5)""";
    private static final String KEEP_OVERRIDE = """
            INSERT INTO verdict_override (id, case_id, recorded_at, recorded_by, details_sealed)
            VALUES ($1, $2, $3, $4, $5)""";
    private static final String APPROVALS = """
            SELECT a.id, a.recorded_at, w.display_name AS recorded_by, a.details_sealed
            FROM approval a JOIN worker w ON w.id = a.recorded_by
            WHERE a.case_id = $1 AND a.void_since IS NULL ORDER BY a.recorded_at, a.id LIMIT 50""";
    private static final String OVERRIDES = """
            SELECT o.id, o.recorded_at, w.display_name AS recorded_by, o.details_sealed
            FROM verdict_override o JOIN worker w ON w.id = o.recorded_by
            WHERE o.case_id = $1 AND o.void_since IS NULL ORDER BY o.recorded_at, o.id LIMIT 50""";
    private static final String VOID_APPROVALS =
            "UPDATE approval SET void_since = $2 WHERE case_id = $1 AND void_since IS NULL";
    private static final String VOID_OVERRIDES =
            "UPDATE verdict_override SET void_since = $2 WHERE case_id = $1 AND void_since IS NULL";

    /** A row, still sealed. */
    record Sealed(UUID id, Instant recordedAt, String recordedBy, byte[] details) {}

    Future<Void> keepApproval(Tx tx, UUID id, UUID caseId, Instant now, UUID workerId, byte[] details) {
        return tx.update(KEEP_APPROVAL, id, caseId, at(now), workerId, Buffer.buffer(details))
                .mapEmpty();
    }

    Future<Void> keepOverride(Tx tx, UUID id, UUID caseId, Instant now, UUID workerId, byte[] details) {
        return tx.update(KEEP_OVERRIDE, id, caseId, at(now), workerId, Buffer.buffer(details))
                .mapEmpty();
    }

    Future<List<Sealed>> approvals(Tx tx, UUID caseId) {
        return tx.list(DecidedRepository::toSealed, APPROVALS, caseId);
    }

    Future<List<Sealed>> overrides(Tx tx, UUID caseId) {
        return tx.list(DecidedRepository::toSealed, OVERRIDES, caseId);
    }

    /** What was decided no longer counts: it was about another juvenile. */
    Future<Void> annul(Tx tx, UUID caseId, Instant now) {
        return tx.update(VOID_APPROVALS, caseId, at(now))
                .compose(_ -> tx.update(VOID_OVERRIDES, caseId, at(now)))
                .mapEmpty();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Sealed toSealed(Row row) {
        return new Sealed(
                row.getUUID("id"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getBuffer("details_sealed").getBytes());
    }
}
