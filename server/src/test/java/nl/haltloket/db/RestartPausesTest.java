package nl.haltloket.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPausesTest {
    @Test
    void who_keeps_dying_waits_longer_and_a_quiet_minute_forgives() {
        RestartPauses pauses = new RestartPauses();
        List<Long> waits = IntStream.range(0, 8)
                .mapToObj(
                        second -> pauses.next(TimeUnit.SECONDS.toNanos(second)).toMillis())
                .toList();
        assertThat(waits).containsExactly(0L, 0L, 500L, 1000L, 2000L, 5000L, 10_000L, 10_000L);
        assertThat(pauses.next(TimeUnit.SECONDS.toNanos(120))).isZero();
    }
}
