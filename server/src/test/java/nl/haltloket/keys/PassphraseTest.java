package nl.haltloket.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** The words that open the desk. */
class PassphraseTest {
    @Test
    void the_list_is_as_long_as_the_reckoning_says_and_easy_to_type() {
        assertThat(Passphrase.words())
                .hasSizeGreaterThanOrEqualTo(Passphrase.WORDS_MIN)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{3,8}"));
        assertThat(6 * Math.log(Passphrase.WORDS_MIN) / Math.log(2)).isGreaterThan(50);
    }

    @Test
    void a_generated_one_has_six_words_and_is_another_one_each_time() {
        SecureRandom random = new SecureRandom();
        String passphrase = Passphrase.generate(random);
        assertThat(passphrase.split(" ")).hasSize(6).allMatch(Passphrase.words()::contains);
        assertThat(Passphrase.isLongEnough(passphrase)).isTrue();
        assertThat(Passphrase.generate(random)).isNotEqualTo(passphrase);
    }

    @Test
    void capitals_hyphens_and_spaces_do_not_count() {
        assertThat(Passphrase.normalised("  Tulp-Kraan   zebra\u2013MAAN ")).isEqualTo("tulp kraan zebra maan");
    }

    @Test
    void a_short_one_is_refused() {
        assertThat(Passphrase.isLongEnough("a -  - - - - - - - - - b")).isFalse();
    }
}
