package nl.haltloket.notify;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the network says about one part of a message.
 *
 * @param providerId the id the provider gave, as it stands in the report
 * @param state what it means
 * @param code as the provider put it, for the record
 * @param number the receiver, digits only; empty when the report does not say
 * @param at when it came in, by our clock
 * @param messageId our own id of the message, when the provider gives it back
 */
public record DeliveryReport(
        String providerId,
        State state,
        String code,
        String number,
        Instant at,
        @Nullable UUID messageId) {

    /** A report of a provider that knows no id of ours. */
    public DeliveryReport(String providerId, State state, String code, String number, Instant at) {
        this(providerId, state, code, number, at, null);
    }

    /** In rising order: of two reports on one part the higher one counts, whichever came first. */
    public enum State {
        UNKNOWN,
        ACCEPTED,
        EXPIRED,
        FAILED,
        DELIVERED
    }

    /** Without the number, so that it can not reach a log. */
    @Override
    public String toString() {
        return "DeliveryReport[" + providerId + " " + state + " " + code + "]";
    }
}
