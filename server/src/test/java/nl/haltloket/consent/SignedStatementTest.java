package nl.haltloket.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.crypto.P256;
import nl.haltloket.testing.TestIntake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the tablet's TypeScript wrote, read by the server's Java. */
class SignedStatementTest {
    private static final JsonObject FILE = read();

    static Stream<JsonObject> signed() {
        return FILE.getJsonArray("signed").stream().map(JsonObject.class::cast);
    }

    @ParameterizedTest
    @MethodSource("signed")
    void the_server_writes_the_same_statement(JsonObject vector) {
        JsonObject content = vector.getJsonObject("content");
        var statement = new SignedStatement(
                UUID.fromString(content.getString("caseId")),
                content.getString("document"),
                content.getInteger("version"),
                content.getString("language"),
                Hashes.of(content.getString("text").getBytes(StandardCharsets.UTF_8)),
                Hashes.of(hex(content.getString("image"))),
                content.getString("person"),
                content.getString("answer"),
                Instant.ofEpochMilli(content.getLong("at")),
                UUID.fromString(content.getString("deviceId")));
        assertThat(statement.payload()).isEqualTo(hex(vector.getString("payload")));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void a_statement_is_read_of_its_own_device_only(JsonObject vector) throws IOException {
        UUID device = UUID.fromString(vector.getJsonObject("content").getString("deviceId"));
        byte[] message = hex(vector.getString("statement"));
        SignedStatement read = SignedStatement.read(message, device, key("device"));
        assertThat(read.payload()).isEqualTo(hex(vector.getString("payload")));
        assertThatThrownBy(() -> SignedStatement.read(message, device, key("otherDevice")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SignedStatement.read(message, UUID.randomUUID(), key("device")))
                .isInstanceOf(IOException.class);
        message[message.length - 1] ^= 1;
        assertThatThrownBy(() -> SignedStatement.read(message, device, key("device")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("signed")
    void the_image_of_a_canvas_is_a_signature(JsonObject vector) {
        assertThat(SignatureImage.fits(hex(vector.getJsonObject("content").getString("image"))))
                .isTrue();
    }

    @Test
    void an_image_that_holds_more_than_a_picture_is_none() {
        byte[] image = TestIntake.image(200);
        assertThat(SignatureImage.fits(image)).isTrue();
        byte[] longer = Arrays.copyOf(image, image.length + 1);
        byte[] other = image.clone();
        other[20] ^= 1;
        byte[] named = new String(image, StandardCharsets.ISO_8859_1)
                .replace("IDAT", "tEXt")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Stream.of(longer, other, named, new byte[0], "<svg/>".getBytes(StandardCharsets.UTF_8)))
                .noneMatch(SignatureImage::fits);
    }

    private static PublicKey key(String name) {
        try {
            return P256.publicKey(
                    hex(FILE.getJsonObject("keys").getJsonObject(name).getString("publicKey")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static JsonObject read() {
        Path here = Path.of("kiosk/test/signed-vectors.json");
        try {
            return new JsonObject(
                    Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
