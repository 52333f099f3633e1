package nl.haltloket.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text message to be sent.
 *
 * @param id key of the message, chosen by the caller
 * @param caseId the case whose key seals number and text
 * @param callbackKey what the {@link MessageListener} is told with; several messages may share one
 * @param number E.164
 * @param text what the receiver reads
 * @param priority higher goes first
 * @param expiresAt after this moment the text would harm more than help
 * @param source which text it was made of; null when a person or a program wrote it for this once
 */
public record Message(
        UUID id,
        UUID caseId,
        String callbackKey,
        String number,
        String text,
        int priority,
        Instant expiresAt,
        @Nullable TextSource source) {

    /** A message that was made of no text. */
    public Message(
            UUID id, UUID caseId, String callbackKey, String number, String text, int priority, Instant expiresAt) {
        this(id, caseId, callbackKey, number, text, priority, expiresAt, null);
    }

    /** Without number and text, so that neither can reach a log. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
