package nl.haltloket.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.Vectors;
import nl.haltloket.testing.Vectors.Vector;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the phone's TypeScript wrote, read by the server's Java: every step by itself. */
class VectorsTest {
    private static final int MUTATIONS = 1_000;

    @TempDir
    static Path directory;

    private static EventKeys keys;

    @BeforeAll
    static void read() throws GeneralSecurityException, IOException {
        keys = Vectors.eventKeys(directory);
    }

    static List<Vector> envelopes() {
        return Vectors.list("envelopes");
    }

    static List<Vector> bad() {
        return Vectors.list("bad");
    }

    static List<Vector> sizes() {
        return Vectors.list("sizes");
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void the_seal_opens_to_the_signed_bytes(Vector envelope) throws GeneralSecurityException {
        assertThat(keys.openHandover(envelope.bytes("sealed"))).isEqualTo(envelope.bytes("cose"));
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void the_signature_holds_over_the_payload(Vector envelope) throws IOException {
        Cose.Sign1 signed = Cose.decode(envelope.bytes("cose"));
        assertThat(signed.payload()).isEqualTo(envelope.bytes("payload"));
        assertThat(signed.keyId())
                .hasToString(envelope.json().getJsonObject("content").getString("deviceId"));
        assertThat(signed.verifiedBy(Vectors.publicKey("device"))).isTrue();
        assertThat(signed.verifiedBy(Vectors.publicKey("otherDevice"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("envelopes")
    void the_hash_is_that_of_the_payload(Vector envelope) throws GeneralSecurityException {
        assertThat(MessageDigest.getInstance("SHA-256").digest(envelope.bytes("payload")))
                .isEqualTo(envelope.bytes("payloadHash"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_bad_one_fails_at_its_own_step(Vector bad) throws GeneralSecurityException, IOException {
        byte[] sealed = bad.bytes("sealed");
        switch (bad.json().getString("fails")) {
            case "open" ->
                assertThatThrownBy(() -> keys.openHandover(sealed)).isInstanceOf(GeneralSecurityException.class);
            case "signature" ->
                assertThat(Cose.decode(keys.openHandover(sealed)).verifiedBy(Vectors.publicKey("device")))
                        .isFalse();
            case "size" -> assertThat(sealed.length).isGreaterThan(750);
            default -> throw new AssertionError("Another step: " + bad.json().getString("fails"));
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_length_is_written_in_the_fewest_bytes(Vector size) {
        int length = size.json().getInteger("bytes");
        byte[] written = Cbor.item("a".repeat(length)).encode();
        assertThat(Arrays.copyOf(written, written.length - length)).isEqualTo(size.bytes("prefix"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void a_text_of_this_length_is_read_whole(Vector size) throws IOException {
        String text = "a".repeat(size.json().getInteger("bytes"));
        SortedMap<Integer, Object> map = new TreeMap<>();
        map.put(1, text);
        assertThat(Cbor.decodeMap(Cbor.encode(map)).text(1)).isEqualTo(text);
    }

    @Test
    void the_receipt_is_the_same_bytes_in_both_languages() throws IOException {
        Vector receipt = Vectors.receipt();
        JsonObject content = receipt.json().getJsonObject("content");
        SortedMap<Integer, Object> map = new TreeMap<>();
        map.put(1, 1);
        map.put(2, TestEnvelope.bytes(UUID.fromString(content.getString("caseId"))));
        map.put(3, content.getLong("receivedAt"));
        map.put(4, content.getString("number"));
        map.put(5, content.getString("by"));
        map.put(6, Vectors.hex(content.getString("auditHead")));
        map.put(7, Vectors.hex(content.getString("payloadHash")));
        assertThat(Cbor.encode(map)).isEqualTo(receipt.bytes("payload"));
        Cose.Sign1 signed = Cose.decode(receipt.bytes("cose"));
        assertThat(signed.verifiedBy(Vectors.publicKey("receipt"))).isTrue();
    }

    @Test
    void a_number_that_is_no_integer_is_refused() throws IOException {
        byte[] half = Vectors.hex("a101f93e00");
        CborMap map = Cbor.decodeMap(half);
        assertThatThrownBy(() -> map.number(1)).isInstanceOf(IllegalArgumentException.class);
        CborMap huge = Cbor.decodeMap(Vectors.hex("a101c249010000000000000000"));
        assertThatThrownBy(() -> huge.number(1)).isInstanceOf(IllegalArgumentException.class);
        CborMap beyondLong = Cbor.decodeMap(Vectors.hex("a1011bffffffffffffffff"));
        assertThatThrownBy(() -> beyondLong.number(1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Lengths and nesting that the bytes do not hold: the reader must say so, and not run out of memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5a7fffffff00",
                "7a7fffffff61",
                "5b000000007fffffff00",
                "9a7fffffff00",
                "ba7fffffff0000",
                "5bffffffffffffffff00",
                "d2845affffffff"
            })
    void a_length_that_lies_is_refused(String hex) {
        assertThatThrownBy(() -> Cose.decode(Vectors.hex(hex))).isInstanceOf(IOException.class);
    }

    @Test
    void bytes_that_changed_under_way_are_refused_and_no_fault() {
        Random random = new Random(11);
        PublicKey device = Vectors.publicKey("device");
        byte[] good = envelopes().getFirst().bytes("cose");
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(8) == 0 ? random.nextInt(good.length) + 1 : good.length);
            for (int turned = random.nextInt(4); turned >= 0; turned--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(read(bytes, device)).as(HexFormat.of().formatHex(bytes)).isIn("read", "refused");
        }
    }

    private static String read(byte[] bytes, PublicKey device) {
        try {
            Cose.Sign1 signed = Cose.decode(bytes);
            UUID _ = signed.keyId();
            CborMap _ = Cbor.decodeMap(signed.payload());
            boolean _ = signed.verifiedBy(device);
            return "read";
        } catch (IOException | IllegalArgumentException e) {
            return "refused";
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return "fault: " + e;
        }
    }

    @Test
    void text_is_utf8() throws IOException {
        SortedMap<Integer, Object> map = new TreeMap<>();
        map.put(1, "Zoë ’s-Gravenhage");
        byte[] written = Cbor.encode(map);
        assertThat(new String(written, StandardCharsets.UTF_8)).contains("Zoë ’s-Gravenhage");
        assertThat(Cbor.decodeMap(written).text(1)).isEqualTo("Zoë ’s-Gravenhage");
    }
}
