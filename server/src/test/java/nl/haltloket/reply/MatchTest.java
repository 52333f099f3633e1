package nl.haltloket.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a text belongs; a code alone proves nothing. */
class MatchTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 9);

    @Test
    void a_number_of_one_case_leads_there_with_and_without_its_code() {
        assertThat(Match.of(List.of(ONE), List.of())).isEqualTo(linked(ONE, Cause.NUMBER));
        assertThat(Match.of(List.of(ONE), List.of(ONE))).isEqualTo(linked(ONE, Cause.CODE));
    }

    @Test
    void a_number_of_two_cases_leads_to_the_one_whose_code_is_named() {
        assertThat(Match.of(List.of(ONE, TWO), List.of(TWO))).isEqualTo(linked(TWO, Cause.CODE));
        assertThat(Match.of(List.of(ONE, TWO), List.of(OTHER, TWO))).isEqualTo(linked(TWO, Cause.CODE));
    }

    @Test
    void a_number_of_two_cases_without_code_is_asked_about() {
        assertThat(Match.of(List.of(ONE, TWO), List.of()))
                .isEqualTo(new Match(null, Cause.WHICH_CASE, List.of(ONE, TWO), true));
    }

    @Test
    void who_names_both_cases_is_not_asked_again() {
        assertThat(Match.of(List.of(ONE, TWO), List.of(TWO, ONE)))
                .isEqualTo(new Match(null, Cause.WHICH_CASE, List.of(ONE, TWO), false));
    }

    @Test
    void a_known_number_with_the_code_of_somebody_elses_case_goes_to_neither() {
        assertThat(Match.of(List.of(ONE), List.of(OTHER)))
                .isEqualTo(new Match(null, Cause.OTHER_CODE, List.of(ONE, OTHER), false));
    }

    @Test
    void an_unknown_number_goes_to_no_case_even_with_a_right_code() {
        assertThat(Match.of(List.of(), List.of(ONE)))
                .isEqualTo(new Match(null, Cause.UNKNOWN_NUMBER, List.of(ONE), false));
        assertThat(Match.of(List.of(), List.of())).isEqualTo(new Match(null, Cause.UNKNOWN_NUMBER, List.of(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "'Zaak 0412, ik kom eraan', 0412",
        "'0412', 0412",
        "'zaak:0412!', 0412",
        "'القضية ٠٤١٢', 0412",
        "'0412 en 0412', 0412",
        "'bel 0612345678', ''",
        "'om 22:30 met 3 man', ''",
        "'04 12', ''",
        "'', ''",
    })
    void four_digits_on_their_own_are_a_code(String text, String codes) {
        assertThat(String.join(" ", CodesInText.of(text))).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "31612345678, +31612345678, true, true",
        "+31612345678, +31612345678, true, true",
        "0031612345678, +31612345678, true, true",
        "0612345678, +31612345678, true, true",
        "32470123456, +32470123456, true, true",
        "31201234567, +31201234567, true, false",
        "Pakketje, Pakketje, false, false",
        "4420, 4420, false, false",
        "1008, 1008, false, false",
        "3197012345678, +3197012345678, true, false",
        "'', '', false, false",
    })
    void a_sender_is_a_number_however_it_is_written_or_cannot_be_answered(
            String from, String shown, boolean person, boolean answerable) {
        assertThat(Sender.of(from)).isEqualTo(new Sender(shown, person, answerable));
    }

    private static Match linked(UUID caseId, Cause cause) {
        return new Match(caseId, cause, List.of(), false);
    }
}
