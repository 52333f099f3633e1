package nl.haltloket.consent;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** Offers and decisions, sealed. */
final class ConsentRepository {
    private static final String KEEP_OFFER = """
            INSERT INTO offer (id, case_id, handed_at, handed_by, details_sealed) VALUES ($1, $2, $3, $4, $5)""";
    private static final String OFFERS = """
            SELECT o.id, o.handed_at, w.display_name AS handed_by, o.details_sealed
            FROM offer o JOIN worker w ON w.id = o.handed_by
            WHERE o.case_id = $1 ORDER BY o.handed_at, o.id LIMIT 50""";
    private static final String KEEP_DECISION = """
            INSERT INTO decision (id, case_id, decided_at, recorded_by, details_sealed) VALUES ($1, $2, $3, $4, $5)""";
    private static final String DECISIONS = """
            SELECT d.id, d.decided_at, w.display_name AS recorded_by, d.details_sealed, d.withdrawn_at,
              v.display_name AS withdrawn_by, d.withdrawal_sealed
            FROM decision d JOIN worker w ON w.id = d.recorded_by LEFT JOIN worker v ON v.id = d.withdrawn_by
            WHERE d.case_id = $1 ORDER BY d.decided_at, d.id LIMIT 200""";
    private static final String WITHDRAW = """
            UPDATE decision SET withdrawn_at = $3, withdrawn_by = $4, withdrawal_sealed = $5
            WHERE case_id = $1 AND id = $2 AND withdrawn_at IS NULL""";
    private static final String ANY = """
            SELECT 1 FROM offer WHERE case_id = $1 UNION SELECT 1 FROM decision WHERE case_id = $1 LIMIT 1""";

    /** An offer's row, still sealed. */
    record SealedOffer(UUID id, Instant at, String by, byte[] details) {}

    /** A decision's row, still sealed. */
    record SealedDecision(
            UUID id,
            Instant at,
            String by,
            byte[] details,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy,
            byte @Nullable [] withdrawal) {}

    Future<Void> keepOffer(Tx tx, UUID id, UUID caseId, Instant now, UUID workerId, byte[] details) {
        return tx.update(KEEP_OFFER, id, caseId, at(now), workerId, Buffer.buffer(details))
                .mapEmpty();
    }

    Future<List<SealedOffer>> offers(Tx tx, UUID caseId) {
        return tx.list(
                row -> new SealedOffer(
                        row.getUUID("id"),
                        row.getOffsetDateTime("handed_at").toInstant(),
                        row.getString("handed_by"),
                        row.getBuffer("details_sealed").getBytes()),
                OFFERS,
                caseId);
    }

    Future<Void> keepDecision(Tx tx, UUID id, UUID caseId, Instant now, UUID workerId, byte[] details) {
        return tx.update(KEEP_DECISION, id, caseId, at(now), workerId, Buffer.buffer(details))
                .mapEmpty();
    }

    Future<List<SealedDecision>> decisions(Tx tx, UUID caseId) {
        return tx.list(ConsentRepository::toDecision, DECISIONS, caseId);
    }

    /** False when there is no such decision that still stands. */
    Future<Boolean> withdraw(Tx tx, UUID caseId, UUID id, Instant now, UUID workerId, @Nullable Buffer words) {
        return tx.update(WITHDRAW, caseId, id, at(now), workerId, words).map(rows -> rows == 1);
    }

    /** Whether anything was offered or decided. */
    Future<Boolean> any(Tx tx, UUID caseId) {
        return tx.one(_ -> Boolean.TRUE, ANY, caseId).map(Optional::isPresent);
    }

    private static SealedDecision toDecision(Row row) {
        OffsetDateTime withdrawn = row.getOffsetDateTime("withdrawn_at");
        Buffer words = row.getBuffer("withdrawal_sealed");
        return new SealedDecision(
                row.getUUID("id"),
                row.getOffsetDateTime("decided_at").toInstant(),
                row.getString("recorded_by"),
                row.getBuffer("details_sealed").getBytes(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_by"),
                words == null ? null : words.getBytes());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
