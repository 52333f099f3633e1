package nl.haltloket.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to hand a message to a gateway.
 *
 * @param number counts from 1 within its message
 * @param gateway which one, such as {@code smpp-1}
 * @param at when it was claimed
 * @param outcome what became of it so far
 * @param code of the gateway or ours; absent when it went well
 */
public record Attempt(
        int number,
        String gateway,
        Instant at,
        Outcome outcome,
        @Nullable String code) {
    /** What can become of an attempt. */
    public enum Outcome {
        /** Under way. */
        SENDING,
        /** The gateway took it. */
        ACCEPTED,
        /** Surely not sent; another try may go well. */
        FAILED,
        /** Surely not sent: this gateway does not take our sender, or has no road there. */
        REFUSED,
        /** Surely not sent: the gateway wants fewer at a time. */
        THROTTLED,
        /** Surely not sent: the number is wrong. */
        PERMANENT,
        /** Sent or not: nobody knows. */
        IN_DOUBT
    }

    static Outcome outcome(SendFailure failure) {
        return switch (failure) {
            case SendFailure.Retryable _ -> Outcome.FAILED;
            case SendFailure.Refused _ -> Outcome.REFUSED;
            case SendFailure.Throttled _ -> Outcome.THROTTLED;
            case SendFailure.Permanent _ -> Outcome.PERMANENT;
            case SendFailure.Unanswered _ -> Outcome.IN_DOUBT;
        };
    }
}
