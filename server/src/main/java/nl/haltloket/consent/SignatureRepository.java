package nl.haltloket.consent;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The signatures, sealed. */
final class SignatureRepository {
    private static final String KEEP = """
            INSERT INTO decision_signature (decision_id, case_id, device_id, statement_hash, statement_sealed,
              text_sealed, image_sealed, countersigned, kiosk_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    private static final String USED = "SELECT 1 FROM decision_signature WHERE statement_hash = $1";
    private static final String COLUMNS = """
            SELECT s.decision_id, s.case_id, c.event_id, d.details_sealed, s.statement_sealed, s.text_sealed,
              s.image_sealed, s.countersigned, s.kiosk_key
            FROM decision_signature s JOIN decision d ON d.id = s.decision_id JOIN case_file c ON c.id = d.case_id
            """;
    private static final String OF_CASE = COLUMNS + "WHERE d.case_id = $1 ORDER BY s.decision_id LIMIT 200";
    private static final String PAGE = COLUMNS + "WHERE s.decision_id > $1 ORDER BY s.decision_id LIMIT %d";
    private static final String ERASED = """
            SELECT 1 FROM case_file WHERE id = $1 AND state = 'ERASED'""";

    /** A row with the sealed details of its decision. */
    record Stored(
            UUID decisionId,
            UUID caseId,
            UUID eventId,
            Countersignature.Columns sealed,
            byte[] countersigned,
            byte[] kioskKey) {}

    Future<Void> keep(Tx tx, Stored stored, UUID deviceId, byte[] statementHash) {
        return tx.update(
                        KEEP,
                        stored.decisionId(),
                        stored.caseId(),
                        deviceId,
                        Buffer.buffer(statementHash),
                        Buffer.buffer(stored.sealed().statement()),
                        Buffer.buffer(stored.sealed().text()),
                        Buffer.buffer(stored.sealed().image()),
                        Buffer.buffer(stored.countersigned()),
                        Buffer.buffer(stored.kioskKey()))
                .mapEmpty();
    }

    /** Whether this very statement stands under a decision already. */
    Future<Boolean> used(Tx tx, byte[] statementHash) {
        return tx.one(_ -> Boolean.TRUE, USED, Buffer.buffer(statementHash)).map(Optional::isPresent);
    }

    Future<List<Stored>> ofCase(Tx tx, UUID caseId) {
        return tx.list(SignatureRepository::toStored, OF_CASE, caseId);
    }

    /** The next so many of all cases, in the order of their decisions. */
    Future<List<Stored>> page(Tx tx, UUID after, int size) {
        return tx.list(SignatureRepository::toStored, PAGE.formatted(size), after);
    }

    /** Whether the case was erased after its transfer. */
    Future<Boolean> erased(Tx tx, UUID caseId) {
        return tx.one(_ -> Boolean.TRUE, ERASED, caseId).map(Optional::isPresent);
    }

    private static Stored toStored(Row row) {
        return new Stored(
                row.getUUID("decision_id"),
                row.getUUID("case_id"),
                row.getUUID("event_id"),
                new Countersignature.Columns(
                        row.getBuffer("details_sealed").getBytes(),
                        row.getBuffer("statement_sealed").getBytes(),
                        row.getBuffer("text_sealed").getBytes(),
                        row.getBuffer("image_sealed").getBytes()),
                row.getBuffer("countersigned").getBytes(),
                row.getBuffer("kiosk_key").getBytes());
    }
}
