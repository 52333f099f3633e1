package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.config.Secret;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import nl.haltloket.keys.KeyConfig;
import nl.haltloket.keys.KeyProtection;
import nl.haltloket.keys.KeyStore;
import nl.haltloket.testing.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code scripts/keys recover} runs: the passphrase was lost, and somebody sits at the computer of the desk. */
class RecoverCommandTest {
    private static final String LOST = "tulp kraan zebra maan viool kaas";
    private static final Pattern MADE = Pattern.compile("wachtzin   (.+)");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path directory;

    @TempDir
    Path memory;

    private Path data;
    private EventKeys keys;

    @BeforeEach
    void lose() {
        data = directory.resolve("drill");
        keys = store().find().keys().orElseThrow();
    }

    @Test
    void the_key_of_the_office_gives_a_new_passphrase_that_is_told_once() throws Exception {
        CommandRun.Ending ending = recover(Map.of(), office());
        assertThat(ending.exitCode()).as(ending.text()).isZero();
        assertThat(ending.text()).contains("heeft een nieuwe wachtzin").doesNotContain(LOST);
        Matcher made = MADE.matcher(ending.text());
        assertThat(made.find()).isTrue();
        assertThat(store().open(LOST)).isEmpty();
        assertThat(store().open(made.group(1).strip()).orElseThrow().keys().sealKey())
                .isEqualTo(keys.sealKey());
    }

    @Test
    void a_passphrase_of_ones_own_is_taken_and_not_repeated() throws Exception {
        String own = "vijf woorden die ik zelf koos";
        CommandRun.Ending ending = recover(Map.of("HALTLOKET_KEY_PASSPHRASE", own), office());
        assertThat(ending.exitCode()).as(ending.text()).isZero();
        assertThat(ending.text()).doesNotContain(own);
        assertThat(store().open(own)).isPresent();
    }

    @Test
    void another_key_and_no_key_are_refused_in_a_sentence_and_change_nothing() throws Exception {
        byte[] before = Files.readAllBytes(data.resolve("keys").resolve("event-key.json"));
        Path other = Files.writeString(
                data.resolve("other.pem"), pem(P256.generate(RANDOM).getPrivate()));
        CommandRun.Ending wrong = recover(Map.of(), other);
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.text()).contains("past niet op dit sleutelbestand").doesNotContain("\tat ");
        CommandRun.Ending absent = recover(Map.of(), data.resolve("nergens.pem"));
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.text()).contains("is niet te lezen").doesNotContain("\tat ");
        assertThat(Files.readAllBytes(data.resolve("keys").resolve("event-key.json")))
                .isEqualTo(before);
    }

    @Test
    void whoever_types_something_else_is_told_how() throws Exception {
        assertThat(CommandRun.script("keys", "herstel").text()).contains("Usage: scripts/keys recover");
        assertThat(CommandRun.script("keys", "recover", "--office-key").exitCode())
                .isNotZero();
        CommandRun.Ending ending = CommandRun.of(environment(Map.of()), "keys", "herstel");
        assertThat(ending.exitCode()).isEqualTo(2);
        assertThat(ending.text()).contains("Gebruik: scripts/keys recover");
    }

    private CommandRun.Ending recover(Map<String, String> more, Path office) throws Exception {
        return CommandRun.of(environment(more), "keys", "recover", "--office-key", office);
    }

    private Map<String, String> environment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("HALTLOKET_DATA_DIR", directory.toString());
        all.put("HALTLOKET_KEY_PROTECTION", "passphrase");
        all.put("HALTLOKET_KEY_MEMORY_DIR", memory.toString());
        return all;
    }

    private static String pem(PrivateKey key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }

    private Path office() {
        return data.resolve("drill-office").resolve("office-private.pem");
    }

    private KeyStore store() {
        return new KeyStore(
                new KeyConfig(KeyProtection.PASSPHRASE, new Secret(LOST), memory, Optional.empty()), data, RANDOM);
    }
}
