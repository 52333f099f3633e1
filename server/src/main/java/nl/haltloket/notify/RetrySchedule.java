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
    /** Up to a fifth later, so that messages that failed together do not come back together. */
    private static final double JITTER_PART = 0.2;

    private RetrySchedule() {}

    /**
     * After so many failed attempts, and never past the expiry, where the message must be seen to expire.
     *
     * @param jitter from 0 to 1
     */
    static Instant next(int attempts, Instant failedAt, Instant expiresAt, double jitter) {
        int seconds = attempts <= FIRST_SECONDS.size() ? FIRST_SECONDS.get(Math.max(0, attempts - 1)) : THEN_SECONDS;
        long extra = Math.round(seconds * 1000 * JITTER_PART * jitter);
        return earlier(failedAt.plusSeconds(seconds).plusMillis(extra), expiresAt);
    }

    /** When an unanswered message is looked at again. */
    static Instant afterDoubt(Instant since, Instant expiresAt) {
        return earlier(since.plus(DOUBT), expiresAt);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
