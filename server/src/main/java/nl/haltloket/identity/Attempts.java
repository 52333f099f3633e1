package nl.haltloket.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import nl.haltloket.refusal.Refusal;

/** Slows down guessing: after a number of failures within the window the next tries are refused for a while. */
final class Attempts {
    private static final int KEYS_MAX = 10_000;

    private final Clock clock;
    private final int failuresMax;
    private final Duration window;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    Attempts(Clock clock, int failuresMax, Duration window) {
        this.clock = clock;
        this.failuresMax = failuresMax;
        this.window = window;
    }

    /**
     * Counts a try as failed until it turns out otherwise, so that tries at the same moment count too; refused when
     * this key failed too often just now.
     */
    synchronized void begin(String key) {
        if (failures.size() > KEYS_MAX) {
            failures.clear();
        }
        Instant now = clock.instant();
        Deque<Instant> times = failures.computeIfAbsent(key, _ -> new ArrayDeque<>());
        times.removeIf(at -> at.isBefore(now.minus(window)));
        if (times.size() >= failuresMax) {
            throw Refusal.tooMany("attempts.limit", "Te vaak geprobeerd. Wacht een minuut en probeer het opnieuw.");
        }
        times.add(now);
    }

    /** This one did not fail; the failures before it still count. */
    synchronized void passed(String key) {
        Deque<Instant> times = failures.get(key);
        if (times != null) {
            times.pollLast();
        }
    }

    /** This one did not fail, and shows that the ones before it were mistakes. */
    synchronized void succeeded(String key) {
        failures.remove(key);
    }
}
