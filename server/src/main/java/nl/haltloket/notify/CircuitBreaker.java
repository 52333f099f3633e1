package nl.haltloket.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps messages from a gateway that fails one after the other. Being unbound and being throttled are not its business:
 * {@link Health} and {@link Pace} say those at once.
 */
final class CircuitBreaker {
    /**
     * Opens after so many different messages in a row failed or stayed without answer. Different ones: a single number
     * that keeps failing says nothing about the gateway.
     */
    static final int FAILURES = 3;

    /** How long nothing goes after it opened; doubles with each trial message that fails. */
    static final Duration OPEN_MIN = Duration.ofSeconds(5);

    /** A parent who waits for the only gateway must not wait longer than this after it came back. */
    static final Duration OPEN_MAX = Duration.ofSeconds(30);

    private final Clock clock;
    private final Set<UUID> failed = new HashSet<>();
    private Duration wait = OPEN_MIN;

    private @Nullable Instant until;

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** How many may be under way at once: all, none while open, one on trial after that. */
    synchronized int most() {
        if (until == null) {
            return Integer.MAX_VALUE;
        }
        return clock.instant().isBefore(until) ? 0 : 1;
    }

    /** Whether messages go elsewhere now, trial or not. */
    synchronized boolean isOpen() {
        return until != null;
    }

    /** The gateway answered well; true when this closed it. */
    synchronized boolean succeeded() {
        boolean closed = until != null;
        failed.clear();
        until = null;
        wait = OPEN_MIN;
        return closed;
    }

    /** The gateway failed on this message; true when this opened it. */
    synchronized boolean failed(UUID message) {
        Instant now = clock.instant();
        if (until != null) {
            if (!now.isBefore(until)) {
                wait = wait.multipliedBy(2).compareTo(OPEN_MAX) > 0 ? OPEN_MAX : wait.multipliedBy(2);
                until = now.plus(wait);
            }
            return false;
        }
        failed.add(message);
        if (failed.size() < FAILURES) {
            return false;
        }
        failed.clear();
        until = now.plus(wait);
        return true;
    }
}
