package nl.haltloket.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When to try again. */
final class RetrySchedule {
    /** How long an unanswered message waits for a report before it is sent once more. */
    static final Duration DOUBT = Duration.ofSeconds(5);

    private static final List<Integer> FIRST_SECONDS = List.of(0, 1, 3, 8, 20);
    private static final int THEN_SECONDS = 60;

    private RetrySchedule() {}

    /** After so many failed attempts, and never past the expiry, where the message must be seen to expire. */
    static Instant next(int attempts, Instant failedAt, Instant expiresAt) {
        int seconds = attempts <= FIRST_SECONDS.size() ? FIRST_SECONDS.get(Math.max(0, attempts - 1)) : THEN_SECONDS;
        return earlier(failedAt.plusSeconds(seconds), expiresAt);
    }

    /** When an unanswered message is looked at again. */
    static Instant afterDoubt(Instant since, Instant expiresAt) {
        return earlier(since.plus(DOUBT), expiresAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
