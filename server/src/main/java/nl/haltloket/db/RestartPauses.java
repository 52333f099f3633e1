package nl.haltloket.db;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How long to wait before a restart: not at all, and longer when the last minute saw more than two of them. */
final class RestartPauses {
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10));

    private final Deque<Long> lately = new ArrayDeque<>();

    /** The pause before a restart that is due now, by {@link System#nanoTime}. */
    Duration next(long nowNanos) {
        while (!lately.isEmpty() && nowNanos - lately.getFirst() > MINUTE_NANOS) {
            lately.removeFirst();
        }
        Duration pause = PAUSES.get(Math.min(lately.size(), PAUSES.size() - 1));
        lately.addLast(nowNanos);
        return pause;
    }
}
