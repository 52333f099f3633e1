package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alcohol under 18 has a code for those of 15 and younger, and one for those of 16 and 17. */
class FeitcodeTest {
    private static final Instant NIGHT = Instant.parse("2026-11-21T20:10:00Z");

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "2010-11-22, E211a",
                "2010-11-21, E211b",
                "2008-11-22, E211b",
                "2008-11-21, null",
                "2012, E211a",
                "2010, null",
                "2009, E211b",
                "null, null",
            })
    void age_at_the_time_of_the_offence_says_which_code(@Nullable String born, @Nullable String code) {
        Offence alcohol = Cases.LAW
                .offences()
                .on("alcohol-45", LocalDate.of(2026, 11, 21))
                .orElseThrow();
        assertThat(alcohol.feitcode(born, NIGHT).orElse(null)).isEqualTo(code);
    }
}
