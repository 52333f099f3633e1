package nl.haltloket.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters that join, as The Unicode Standard tells it. */
class ArabicShapeTest {
    @ParameterizedTest
    @CsvSource({
        "ب, FE8F", // alone
        "بب, FE91 FE90", // first and last
        "ببب, FE91 FE92 FE90",
        "دب, FEA9 FE8F", // dal joins nothing after it
        "بد, FE91 FEAA",
        "لا, FEFB", // lam with alef is one
        "بلا, FE91 FEFC",
        "لاب, FEFB FE8F", // and joins nothing after it
        "مريم, FEE3 FEAE FEF3 FEE2",
        "بَب, FE91 064E FE90", // a vowel sign is no neighbour
        "گچ, FB94 FB7B" // letters of Persian
    })
    void each_letter_has_the_form_that_fits_its_neighbours(String text, String forms) {
        assertThat(ArabicShape.joined(text).codePoints().mapToObj("%04X"::formatted))
                .containsExactly(forms.split(" "));
    }

    @Test
    void it_is_still_the_same_text_and_other_scripts_stay_as_they_are() {
        String text = "اتصلوا بالرقم 0880000000 على halt.nl، الرمز 0417";
        assertThat(Normalizer.normalize(ArabicShape.joined(text), Normalizer.Form.NFKC))
                .isEqualTo(text);
        assertThat(ArabicShape.joined("Beste Şule, Привіт")).isEqualTo("Beste Şule, Привіт");
        assertThat(ArabicShape.joined("")).isEmpty();
    }
}
