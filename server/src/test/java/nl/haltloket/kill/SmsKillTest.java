package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import nl.haltloket.bench.SmsFate;
import nl.haltloket.bench.SmsKills;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small form of what {@code scripts/bench sms} does with ten thousand messages. */
class SmsKillTest {
    /** Only so that a hung run ends: a busy machine takes a minute to start four processes. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static final SmsKills.Plan SMALL = new SmsKills.Plan(300, 3, 1, 5, 5, LIMIT);

    @Test
    void no_text_is_lost_and_each_double_is_recorded_when_senders_die_and_gateways_fail(@TempDir Path directory)
            throws Exception {
        SmsFate fate = SmsKills.run(SMALL, directory);
        System.out.println("SmsKillTest " + fate.json());
        assertThat(fate.missed()).isEmpty();
        assertThat(fate.doubtsByDeath()).as("a death in the middle of sending").isPositive();
    }
}
