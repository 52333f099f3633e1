package nl.haltloket.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;
import nl.haltloket.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what an office of the trust files signed is believed, and only as it was signed. */
class SignedBundleTest {
    private static final Instant MADE_AT = Instant.parse("2026-11-22T09:00:00Z");
    private static final Map<String, byte[]> LAW =
            Map.of(Bundle.RULES, bytes("{\"rules\":[]}"), Bundle.OFFENCES, bytes("{\"offences\":[]}"));

    private final KeyPair office;
    private final Trust trust;

    SignedBundleTest() throws Exception {
        office = P256.generate(new SecureRandom());
        trust = new Trust(List.of(new Trust.Signer("kantoor", office.getPublic())));
    }

    @Test
    void a_bundle_says_what_is_in_it_when_it_was_made_and_by_whom_it_was_signed() throws Exception {
        SignedBundle.Verified verified = SignedBundle.verify(signed(LAW), trust);
        assertThat(verified.signer().name()).isEqualTo("kantoor");
        assertThat(verified.signer().fingerprint()).hasSize(64);
        assertThat(verified.bundle().madeAt()).isEqualTo(MADE_AT);
        assertThat(verified.bundle().kind()).isEqualTo(Bundle.Kind.LAW);
        assertThat(verified.bundle().files()).containsOnlyKeys(Bundle.RULES, Bundle.OFFENCES);
        assertThat(verified.bundle().files().get(Bundle.RULES)).isEqualTo(LAW.get(Bundle.RULES));
    }

    @Test
    void with_an_event_in_it_it_is_the_bundle_of_an_event() throws Exception {
        var verified = SignedBundle.verify(signed(Map.of(Bundle.EVENT, bytes("{}"))), trust);
        assertThat(verified.bundle().kind()).isEqualTo(Bundle.Kind.EVENT);
    }

    @Test
    void the_same_files_give_the_same_bytes_to_sign() {
        Map<String, byte[]> turned = new TreeMap<>(java.util.Comparator.reverseOrder());
        turned.putAll(LAW);
        assertThat(Bundle.of(MADE_AT, LAW).encode())
                .isEqualTo(Bundle.of(MADE_AT, turned).encode());
    }

    @Test
    void a_stranger_s_signature_is_refused() throws Exception {
        KeyPair stranger = P256.generate(new SecureRandom());
        byte[] theirs = SignedBundle.sign(Bundle.of(MADE_AT, LAW), stranger.getPrivate(), stranger.getPublic());
        refused(
                theirs,
                "bundle.stranger",
                Trust.fingerprint(stranger.getPublic()).substring(0, 16));
    }

    @Test
    void a_stranger_in_the_name_of_the_office_is_refused() throws Exception {
        KeyPair stranger = P256.generate(new SecureRandom());
        byte[] theirs = SignedBundle.sign(Bundle.of(MADE_AT, LAW), stranger.getPrivate(), office.getPublic());
        refused(theirs, "bundle.changed", "na het tekenen veranderd");
    }

    @Test
    void every_changed_byte_is_noticed() throws Exception {
        byte[] good = signed(LAW);
        for (int at = 0; at < good.length; at++) {
            byte[] changed = good.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> SignedBundle.verify(changed, trust))
                    .as("byte %d", at)
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void what_is_cut_off_or_no_bundle_at_all_is_refused() throws Exception {
        byte[] good = signed(LAW);
        refused(java.util.Arrays.copyOf(good, good.length - 1), "bundle.unreadable", "beschadigd");
        refused(bytes("{\"geen\":\"pakket\"}"), "bundle.unreadable", "geen pakket");
        refused(new byte[0], "bundle.unreadable", "geen pakket");
        refused(Cose.sign(office.getPrivate(), bytes("x")), "bundle.unreadable", "geen pakket");
    }

    @Test
    void a_file_that_the_desk_does_not_know_is_refused_by_name() throws Exception {
        refused(
                signed(Map.of(Bundle.EVENT, bytes("{}"), "prijzen.csv", bytes("x"))),
                "bundle.unknown-file",
                "prijzen.csv");
        refused(
                signed(Map.of(Bundle.EVENT, bytes("{}"), "../rules.json", bytes("x"))),
                "bundle.unknown-file",
                "rules.json");
    }

    @Test
    void half_the_law_and_nothing_at_all_are_refused() throws Exception {
        refused(signed(Map.of(Bundle.RULES, bytes("{}"))), "bundle.half-law", "horen samen");
        refused(signed(Map.of()), "bundle.contents", "past niet");
        Bundle wrong = new Bundle(Bundle.Kind.EVENT, MADE_AT, new TreeMap<>(LAW));
        refused(SignedBundle.sign(wrong, office.getPrivate(), office.getPublic()), "bundle.contents", "past niet");
    }

    @Test
    void more_than_a_megabyte_is_not_signed_and_not_read() {
        Map<String, byte[]> large = Map.of(Bundle.EVENT, new byte[SignedBundle.BYTES_MAX]);
        assertThatThrownBy(() -> signed(large)).hasMessageContaining("groter dan 1 MB");
        refused(new byte[SignedBundle.BYTES_MAX + 1], "bundle.too-large", "groter dan 1 MB");
    }

    @Test
    void the_public_keys_of_the_trust_files_are_read_and_a_bad_one_is_named(@TempDir Path directory)
            throws IOException {
        Files.writeString(directory.resolve("halt.pem"), Pem.of(office.getPublic()));
        Files.writeString(directory.resolve("LEES-MIJ.txt"), "geen sleutel");
        Trust read = Trust.read(List.of(directory, directory.resolve("is-er-niet")));
        assertThat(read.signers()).extracting(Trust.Signer::name).containsExactly("halt");
        assertThat(read.signers().getFirst().fingerprint()).isEqualTo(Trust.fingerprint(office.getPublic()));
        Files.writeString(
                directory.resolve("stuk.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThatThrownBy(() -> Trust.read(List.of(directory))).hasMessageContaining("stuk.pem");
    }

    private byte[] signed(Map<String, byte[]> files) throws Exception {
        return SignedBundle.sign(Bundle.of(MADE_AT, files), office.getPrivate(), office.getPublic());
    }

    private void refused(byte[] bundle, String code, String words) {
        assertThatThrownBy(() -> SignedBundle.verify(bundle, trust))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(words);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
