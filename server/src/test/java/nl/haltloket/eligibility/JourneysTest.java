package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The cases that a desk sees every night, judged by the law as it stands in {@code config/}. */
class JourneysTest {

    @Test
    void alcohol_at_seventeen_goes_straight_to_halt() {
        Verdict verdict = Cases.verdict(Cases.direct());
        assertThat(verdict.decision()).isEqualTo(Decision.DIRECT);
    }
}
