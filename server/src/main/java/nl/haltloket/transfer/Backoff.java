package nl.haltloket.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;

/** When a package that did not get through is tried again: 5, 15 and 30 seconds later, then about every minute. */
final class Backoff {
    private static final List<Duration> FIRST =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));
    private static final Duration THEN = Duration.ofSeconds(60);
    private static final long JITTER_MILLIS = 10_000;

    private final DoubleSupplier jitter;

    /** @param jitter from 0 to 1, spreads desks that lost the same receiver together */
    Backoff(DoubleSupplier jitter) {
        this.jitter = jitter;
    }

    /** The next try after so many that failed before this one. */
    Instant next(Instant now, int attempts) {
        return attempts < FIRST.size()
                ? now.plus(FIRST.get(attempts))
                : now.plus(THEN).plusMillis(Math.round(jitter.getAsDouble() * JITTER_MILLIS));
    }
}
