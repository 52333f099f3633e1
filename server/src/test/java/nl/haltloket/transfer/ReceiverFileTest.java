package nl.haltloket.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import nl.haltloket.json.FileProblem;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverFileTest {
    private static final String NO_POINT = "A".repeat(87);

    @Test
    void the_shipped_file_is_read_and_fits_its_schema() {
        assertThat(ReceiverFile.read(TestApp.configuration()).receivers())
                .extracting(ReceiverFile.Entry::kind)
                .containsExactly(ReceiverKind.HALT_CASE_SYSTEM, ReceiverKind.REFERRER);
        assertThat(fitsSchema(shipped())).isTrue();
    }

    @Test
    void halt_gets_nothing_of_a_case_that_went_back() {
        assertThat(ReceiverFile.read(TestApp.configuration())
                        .receivers()
                        .getFirst()
                        .returnedFields()
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/zaak/bsn, Dit veld heeft het dossier niet: /zaak/bsn.",
        "/ouders, '/ouders is een groep. Noem elk veld apart.'",
        "/ouders/0/naam, Dit veld heeft het dossier niet: /ouders/0/naam.",
        "zaak/ticket, Dit veld heeft het dossier niet: zaak/ticket.",
        "/zaak/ticket, /zaak/ticket staat er al in.",
    })
    void a_field_that_is_none_is_told_with_its_line(String pointer, String sentence) {
        JsonObject file = shipped();
        fields(file).add(pointer);
        assertThat(problems(file)).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(sentence);
            assertThat(problem.line()).isGreaterThan(5);
        });
    }

    @Test
    void an_unknown_setting_is_told() {
        JsonObject file = shipped();
        first(file).put("feilds", new JsonArray());
        assertThat(problems(file))
                .extracting(FileProblem::reason)
                .containsExactly("Dit veld bestaat hier niet: feilds.");
    }

    @Test
    void a_receiver_of_its_own_needs_an_address_and_keys() {
        JsonObject file = shipped();
        first(file).remove("drill");
        assertThat(problems(file))
                .extracting(FileProblem::reason)
                .containsExactly("url ontbreekt.", "sealKey ontbreekt.", "receiptKey ontbreekt.");
        assertThat(fitsSchema(file)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "url, http://zaken.example, url moet een adres zijn dat met https:// begint.",
        "url, 'https://zaken example', url is geen adres.",
        "sealKey, kort, 'sealKey moet een punt van P-256: 65 bytes in base64url zijn.'",
        "receiptKey, AAAA, 'receiptKey moet een punt van P-256: 65 bytes in base64url zijn.'",
        "authority, ../../etc/passwd, authority moet de naam van een bestand op .pem zijn.",
        "authority, weg.pem, 'Het bestand weg.pem is er niet, of niet te lezen.'",
    })
    void what_cannot_be_is_told(String name, String value, String sentence) {
        JsonObject file = peer();
        first(file).put(name, value);
        assertThat(problems(file)).extracting(FileProblem::reason).containsExactly(sentence);
    }

    @Test
    void a_key_that_is_no_point_of_the_curve_is_told() {
        JsonObject file = peer();
        first(file).put("sealKey", NO_POINT);
        assertThat(problems(file)).extracting(FileProblem::reason).containsExactly("sealKey is geen punt van P-256.");
    }

    @Test
    void a_receiver_for_referrers_names_their_organisations_and_another_does_not() {
        JsonObject file = shipped();
        first(file).put("organisations", new JsonArray().add("Politie"));
        ((JsonObject) file.getJsonArray("receivers").getValue(1)).remove("organisations");
        assertThat(problems(file))
                .extracting(FileProblem::reason)
                .containsExactly(
                        "Alleen een ontvanger voor verwijzers heeft organisations.", "organisations ontbreekt.");
    }

    @Test
    void the_same_id_twice_is_told() {
        JsonObject file = shipped();
        ((JsonObject) file.getJsonArray("receivers").getValue(1)).put("id", "halt-zaaksysteem");
        assertThat(problems(file)).extracting(FileProblem::reason).containsExactly("halt-zaaksysteem staat er al in.");
    }

    private static JsonObject peer() {
        JsonObject file = shipped();
        first(file).remove("drill");
        first(file)
                .put("url", "https://zaken.example/dossiers")
                .put("sealKey", point())
                .put("receiptKey", point());
        assertThat(ReceiverFile.parse(bytes(file), TestApp.configuration())
                        .receivers()
                        .getFirst()
                        .peer())
                .isPresent();
        assertThat(fitsSchema(file)).isTrue();
        return file;
    }

    private static String point() {
        try {
            var pair = nl.haltloket.crypto.P256.generate(new java.security.SecureRandom());
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(nl.haltloket.crypto.P256.point(pair.getPublic()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject first(JsonObject file) {
        return file.getJsonArray("receivers").getJsonObject(0);
    }

    private static JsonArray fields(JsonObject file) {
        return first(file).getJsonArray("fields");
    }

    private static byte[] bytes(JsonObject file) {
        return file.encodePrettily().getBytes(StandardCharsets.UTF_8);
    }

    private static List<FileProblem> problems(JsonObject file) {
        return Objects.requireNonNull(catchThrowableOfType(
                        FileProblem.Found.class, () -> ReceiverFile.parse(bytes(file), TestApp.configuration())))
                .problems();
    }

    private static boolean fitsSchema(JsonObject file) {
        var options = new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("https://loket.test")
                .setOutputFormat(OutputFormat.Flag);
        return Boolean.TRUE.equals(
                Validator.create(JsonSchema.of(new JsonObject(read("schema/receivers.schema.json"))), options)
                        .validate(file)
                        .getValid());
    }

    private static JsonObject shipped() {
        return new JsonObject(read("receivers.json"));
    }

    private static String read(String name) {
        try {
            return Files.readString(TestApp.configuration().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
