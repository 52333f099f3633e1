package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The table {@code message_attempt}. */
final class AttemptRepository {
    private static final String BEGIN = """
            INSERT INTO message_attempt (message_id, attempt, gateway, at, outcome) VALUES ($1, $2, $3, $4, 'SENDING')
            """;
    private static final String END = """
            UPDATE message_attempt SET outcome = $3, code = $4, answered_at = $5
            WHERE message_id = $1 AND attempt = $2
            """;
    private static final String LEFT_UNDER = """
            SELECT a.message_id, a.attempt, a.gateway, a.at, a.outcome, a.code
            FROM message_attempt a JOIN outbox o ON o.id = a.message_id
            WHERE o.callback_key = $1
            ORDER BY a.at, a.message_id, a.attempt
            LIMIT 500
            """;

    /** An attempt to send this message. */
    record OfMessage(UUID messageId, Attempt attempt) {}

    Future<Void> begin(Tx tx, UUID messageId, int attempt, String gateway, Instant at) {
        return tx.update(BEGIN, messageId, attempt, gateway, OutboxRepository.utc(at))
                .mapEmpty();
    }

    /** Also when an answer comes late: what the gateway says wins from what we feared. */
    Future<Void> end(Tx tx, UUID messageId, int attempt, Attempt.Outcome outcome, @Nullable String code, Instant at) {
        return tx.update(END, messageId, attempt, outcome.name(), code, OutboxRepository.utc(at))
                .mapEmpty();
    }

    /** Those of all messages under this key, oldest first, at most 500. */
    Future<List<OfMessage>> leftUnder(Tx tx, String callbackKey) {
        return tx.list(AttemptRepository::toAttempt, LEFT_UNDER, callbackKey);
    }

    private static OfMessage toAttempt(Row row) {
        Attempt attempt = new Attempt(
                row.getInteger("attempt"),
                row.getString("gateway"),
                row.getOffsetDateTime("at").toInstant(),
                Attempt.Outcome.valueOf(row.getString("outcome")),
                row.getString("code"));
        return new OfMessage(row.getUUID("message_id"), attempt);
    }
}
