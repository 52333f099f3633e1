package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.haltloket.handover.HandoverContent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardianAnswerTest {
    /** Each guardian as custody:answer. */
    @ParameterizedTest
    @CsvSource({
        "YES:YES, AGREES",
        "YES:NO, REFUSES",
        "YES:LATER, NOT_ASKED",
        "YES:-, NOT_ASKED",
        "YES:YES YES:-, AGREES",
        "YES:YES YES:NO, DISAGREE",
        "YES:NO YES:YES, DISAGREE",
        "YES:NO YES:NO, REFUSES",
        "YES:NO YES:-, NOT_ASKED",
        "YES:NO YES:LATER, NOT_ASKED",
        "YES:NO NO:YES, DISAGREE",
        "YES:YES NO:NO, AGREES",
        "YES:YES UNKNOWN:NO, DISAGREE",
        "NO:NO, NOT_ASKED",
        "UNKNOWN:NO, REFUSES",
        "UNKNOWN:YES, CUSTODY_UNSURE",
        "NO:YES, CUSTODY_UNSURE",
        "NO:YES YES:-, CUSTODY_UNSURE",
    })
    void what_guardians_say_together(String guardians, GuardianAnswer together) {
        assertThat(GuardianAnswer.of(Arrays.stream(guardians.split(" "))
                        .map(GuardianAnswerTest::word)
                        .toList()))
                .isEqualTo(together);
    }

    @ParameterizedTest
    @CsvSource({"YES:-, REFUSES"})
    void who_must_not_be_contacted_is_not_waited_for(String other, GuardianAnswer together) {
        GuardianAnswer.Word silent = word(other);
        assertThat(GuardianAnswer.of(
                        List.of(word("YES:NO"), new GuardianAnswer.Word(silent.custody(), silent.answer(), false))))
                .isEqualTo(together);
    }

    private static GuardianAnswer.Word word(String text) {
        String[] parts = text.split(":", 2);
        return new GuardianAnswer.Word(
                HandoverContent.Answer.valueOf(parts[0]),
                parts[1].equals("-") ? null : Choice.Answer.valueOf(parts[1]),
                true);
    }
}
