package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Reads the table {@code outbox} back. */
final class SentTextRepository {
    private static final String CASES_OF = """
            SELECT case_id FROM outbox WHERE number_match = $1
            GROUP BY case_id ORDER BY max(enqueued_at) DESC, case_id LIMIT 20""";
    private static final String OF_CASE = """
            SELECT * FROM (
              SELECT o.id, o.callback_key, o.body_sealed, o.enqueued_at,
                CASE WHEN o.state = 'QUEUED' AND EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = o.id)
                  THEN 'CANCELLED' ELSE o.state END AS state
              FROM outbox o WHERE o.case_id = $1 ORDER BY o.enqueued_at DESC, o.id DESC LIMIT 100) newest
            ORDER BY enqueued_at, id""";

    /** A text's row, its number and words still sealed. */
    record Stored(UUID id, String callbackKey, byte[] sealed, MessageState state, Instant at) {}

    Future<List<UUID>> casesOf(Tx tx, byte[] numberMatch) {
        return tx.list(row -> row.getUUID("case_id"), CASES_OF, Buffer.buffer(numberMatch));
    }

    Future<List<Stored>> ofCase(Tx tx, UUID caseId) {
        return tx.list(SentTextRepository::toStored, OF_CASE, caseId);
    }

    private static Stored toStored(Row row) {
        return new Stored(
                row.getUUID("id"),
                row.getString("callback_key"),
                row.getBuffer("body_sealed").getBytes(),
                MessageState.valueOf(row.getString("state")),
                row.getOffsetDateTime("enqueued_at").toInstant());
    }
}
