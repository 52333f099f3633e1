package nl.haltloket.opening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Slows guessing down: three wrong tries are free, after that each next one waits longer, up to a minute. It counts for
 * the whole server, because who guesses takes another address; and it never locks out for ever, because who is right
 * must get in. Not thread-safe by itself.
 */
final class WrongTries {
    private static final int FREE = 3;
    private static final Duration WAIT_MAX = Duration.ofMinutes(1);
    private static final int DOUBLINGS_MAX = 6;

    private final Clock clock;
    private int count;
    private Instant last = Instant.EPOCH;

    WrongTries(Clock clock) {
        this.clock = clock;
    }

    void add() {
        count++;
        last = clock.instant();
    }

    /** Whole seconds until the next try, rounded up; 0 when it may be now. A clock that is set back begins anew. */
    long waitSeconds() {
        Instant now = clock.instant();
        if (now.isBefore(last)) {
            last = now;
        }
        Duration left = Duration.between(now, last.plus(pause()));
        return left.isPositive() ? left.plusMillis(999).toSeconds() : 0;
    }

    private Duration pause() {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, DOUBLINGS_MAX));
        return doubled.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : doubled;
    }
}
