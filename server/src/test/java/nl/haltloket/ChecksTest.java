package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import nl.haltloket.web.Check;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a disk is full. */
class ChecksTest {
    @ParameterizedTest
    @CsvSource({"63, FAIL, nog 63 MB vrij", "64, WARN, nog 64 MB vrij", "1024, PASS, genoeg ruimte"})
    void a_disk_is_full_before_it_is_empty(long megabytes, Check.Status status, String words) {
        Check check = Checks.disk(megabytes << 20);
        assertThat(check.status()).isEqualTo(status);
        assertThat(check.sentence()).contains(words);
    }
}
