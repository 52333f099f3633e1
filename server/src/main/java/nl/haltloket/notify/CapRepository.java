package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Counts of what is in the outbox. */
final class CapRepository {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String WAIT_FOR_SAME_NUMBER = "SELECT pg_advisory_xact_lock($1)";

    /**
     * What went or may yet go: not what was taken back or failed before the gateway had it. A message that the gateway
     * took has a part.
     */
    private static final String COUNT = """
            WITH gone AS (
              SELECT o.case_id, o.number_match, o.enqueued_at, o.abroad
              FROM outbox o
              WHERE (o.case_id = $1 OR o.enqueued_at > $3)
                AND (o.state IN ('CLAIMED', 'ACCEPTED', 'DELIVERED', 'IN_DOUBT')
                     OR (o.state = 'QUEUED' AND NOT EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = o.id))
                     OR EXISTS (SELECT 1 FROM message_part p WHERE p.message_id = o.id)))
            SELECT count(*) FILTER (WHERE case_id = $1) AS of_case,
                   count(*) FILTER (WHERE number_match = $2 AND enqueued_at > $3) AS of_number,
                   count(*) FILTER (WHERE enqueued_at > $4) AS of_hour,
                   count(*) FILTER (WHERE abroad AND enqueued_at > $3) AS abroad
            FROM gone
            """;

    /** Of a case, to a number in 24 hours, of the loket in an hour, and to numbers abroad in 24 hours. */
    record Counts(long ofCase, long ofNumber, long ofHour, long abroad) {}

    /** Who also wants to text this number waits until this transaction ends, so that both are counted. */
    Future<Void> waitForSameNumber(Tx tx, byte[] numberMatch) {
        return tx.query(WAIT_FOR_SAME_NUMBER, ByteBuffer.wrap(numberMatch).getLong())
                .mapEmpty();
    }

    Future<Counts> count(Tx tx, UUID caseId, byte[] numberMatch, Instant now) {
        return tx.query(
                        COUNT,
                        caseId,
                        Buffer.buffer(numberMatch),
                        OutboxRepository.utc(now.minus(DAY)),
                        OutboxRepository.utc(now.minus(HOUR)))
                .map(rows -> toCounts(rows.iterator().next()));
    }

    private static Counts toCounts(Row row) {
        return new Counts(
                row.getLong("of_case"), row.getLong("of_number"), row.getLong("of_hour"), row.getLong("abroad"));
    }
}
