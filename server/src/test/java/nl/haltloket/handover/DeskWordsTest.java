package nl.haltloket.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the desk reads of rules that speak to an officer. */
class DeskWordsTest {
    private static final Path RULES = Path.of("../config/rules.json");

    @Test
    void every_sentence_that_is_put_otherwise_stands_in_the_rules() throws IOException {
        assertThat(DeskWords.WORDS.keySet()).allMatch(Files.readString(RULES)::contains);
    }

    @Test
    void the_desk_is_never_told_to_call_itself_nor_to_look_in_its_own_report() throws IOException {
        String left = DeskWords.WORDS.keySet().stream()
                .sorted((one, other) -> other.length() - one.length())
                .reduce(Files.readString(RULES), (rules, sentence) -> rules.replace('"' + sentence + '"', "\"\""));
        assertThat(left).doesNotContainIgnoringCase("bel het loket", "bel daarna het loket", "uw eigen verslag");
        assertThat(DeskWords.of("Kijk in uw eigen verslag. Het loket vraagt de jongere niets over het feit."))
                .startsWith("Laat de verwijzer in het verslag kijken.");
    }

    @Test
    void what_is_for_the_phone_alone_is_nothing_at_the_desk_and_the_rest_stays() {
        assertThat(DeskWords.of("Bel daarna het loket.")).isNull();
        assertThat(DeskWords.of("Bel de ouders.")).isEqualTo("Bel de ouders.");
    }
}
