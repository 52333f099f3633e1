package nl.haltloket.care;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The permissions for warm handovers. */
final class WarmHandoverRepository {
    private static final String INSERT = """
            INSERT INTO warm_handover (id, case_id, given_at, given_by, details_sealed) VALUES ($1, $2, $3, $4, $5)""";
    private static final String WITHDRAW = """
            UPDATE warm_handover SET withdrawn_at = coalesce(withdrawn_at, $3), withdrawn_by = coalesce(withdrawn_by, $4)
            WHERE case_id = $1 AND id = $2""";
    private static final String LIST = """
            SELECT h.id, h.given_at, g.display_name AS given_by, h.withdrawn_at, w.display_name AS withdrawn_by,
              h.details_sealed
            FROM warm_handover h JOIN worker g ON g.id = h.given_by LEFT JOIN worker w ON w.id = h.withdrawn_by
            WHERE h.case_id = $1 ORDER BY h.given_at, h.id LIMIT 10""";

    /** A permission's row, still sealed. */
    record Stored(
            UUID id,
            Instant givenAt,
            String givenBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            byte[] detailsSealed) {}

    Future<Void> insert(Tx tx, UUID id, UUID caseId, Instant at, UUID workerId, byte[] sealed) {
        return tx.update(INSERT, id, caseId, at.atOffset(ZoneOffset.UTC), workerId, Buffer.buffer(sealed))
                .mapEmpty();
    }

    Future<Integer> withdraw(Tx tx, UUID caseId, UUID id, Instant at, UUID workerId) {
        return tx.update(WITHDRAW, caseId, id, at.atOffset(ZoneOffset.UTC), workerId);
    }

    Future<List<Stored>> list(Tx tx, UUID caseId) {
        return tx.list(WarmHandoverRepository::toStored, LIST, caseId);
    }

    private static Stored toStored(Row row) {
        OffsetDateTime withdrawn = row.getOffsetDateTime("withdrawn_at");
        return new Stored(
                row.getUUID("id"),
                row.getOffsetDateTime("given_at").toInstant(),
                row.getString("given_by"),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_by"),
                row.getBuffer("details_sealed").getBytes());
    }
}
