package nl.haltloket.notify.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that Notify took and of which nothing final is known. A desk behind a router gets no callbacks, so it asks:
 * after ten seconds, and then each time after twice as long.
 */
final class Outstanding {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration GIVEN_UP = Duration.ofHours(4);
    private static final int AT_ONCE = 20;
    private static final int MOST = 10_000;
    private static final String UUID_TEXT = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private record Wait(Instant since, Instant due, Duration pause) {}

    private final Map<UUID, Wait> waits = new LinkedHashMap<>();
    private final Clock clock;

    Outstanding(Clock clock) {
        this.clock = clock;
    }

    /** What is no UUID is not of Notify, and is never asked for. */
    synchronized void add(String id) {
        if (waits.size() < MOST && id.matches(UUID_TEXT)) {
            Instant now = clock.instant();
            waits.putIfAbsent(UUID.fromString(id), new Wait(now, now.plus(FIRST), FIRST.multipliedBy(2)));
        }
    }

    synchronized void remove(String id) {
        if (id.matches(UUID_TEXT)) {
            waits.remove(UUID.fromString(id));
        }
    }

    /** Those to ask for now; they are due again later. */
    synchronized List<UUID> due() {
        Instant now = clock.instant();
        waits.values().removeIf(wait -> wait.since().plus(GIVEN_UP).isBefore(now));
        List<UUID> due = waits.entrySet().stream()
                .filter(entry -> !entry.getValue().due().isAfter(now))
                .limit(AT_ONCE)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(id -> waits.computeIfPresent(id, (_, wait) -> later(wait, now)));
        return due;
    }

    private static Wait later(Wait wait, Instant now) {
        Duration next = wait.pause().multipliedBy(2);
        return new Wait(wait.since(), now.plus(wait.pause()), next.compareTo(LONGEST) > 0 ? LONGEST : next);
    }
}
