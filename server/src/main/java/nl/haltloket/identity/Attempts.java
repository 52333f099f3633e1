package nl.haltloket.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import nl.haltloket.refusal.Refusal;

/** Slows down guessing, on whichever event loop it is tried: after a number of failures within the window the next tries are refused for a while. */
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

    /** Refused when this key failed too often just now. */
    synchronized void check(String key) {
        if (recent(key) >= failuresMax) {
            throw Refusal.tooMany("attempts.limit", "Te vaak geprobeerd. Wacht een minuut en probeer het opnieuw.");
        }
    }

    synchronized void failed(String key) {
        if (failures.size() > KEYS_MAX) {
            failures.clear();
        }
        failures.computeIfAbsent(key, _ -> new ArrayDeque<>()).add(clock.instant());
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private int recent(String key) {
        Deque<Instant> times = failures.get(key);
        if (times == null) {
            return 0;
        }
        Instant since = clock.instant().minus(window);
        times.removeIf(at -> at.isBefore(since));
        return times.size();
    }
}
