package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    /** Of "wachtwoord" with the salt "somesaltsomesalt", made by the reference implementation in C (argon2-cffi). */
    private static final String REFERENCE =
            "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$hkPTCBUuW9KEqa1Os2xrFbZ3DJOLtiVIrH+6foYLfF8";

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void a_hash_is_in_the_phc_format_with_its_own_salt() {
        String one = passwords.hash("wachtwoord");
        assertThat(one).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(passwords.hash("wachtwoord")).isNotEqualTo(one);
    }

    @Test
    void only_the_same_password_matches() {
        String hash = passwords.hash("wachtwoord é");
        assertThat(passwords.matches("wachtwoord é", hash)).isTrue();
        assertThat(passwords.matches("wachtwoord e", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void a_hash_of_the_reference_implementation_matches() {
        assertThat(passwords.matches("wachtwoord", REFERENCE)).isTrue();
        assertThat(passwords.matches("Wachtwoord", REFERENCE)).isFalse();
    }

    @Test
    void a_hash_with_less_work_is_refused() {
        String cheap = REFERENCE.replace("m=19456", "m=64");
        assertThat(passwords.matches("wachtwoord", cheap)).isFalse();
    }
}
