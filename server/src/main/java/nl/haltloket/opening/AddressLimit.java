package nl.haltloket.opening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many requests a minute from one address. */
final class AddressLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES_MAX = 10_000;

    private final Clock clock;
    private final int most;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant since;

    AddressLimit(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
        this.since = clock.instant();
    }

    /** True when this one is still within the limit. */
    synchronized boolean admits(String address) {
        Instant now = clock.instant();
        if (now.isBefore(since) || !now.isBefore(since.plus(WINDOW)) || counts.size() > ADDRESSES_MAX) {
            counts.clear();
            since = now;
        }
        return counts.merge(address, 1, Integer::sum) <= most;
    }
}
