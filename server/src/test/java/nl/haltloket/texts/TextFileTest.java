package nl.haltloket.texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nl.haltloket.json.FileProblem;
import nl.haltloket.notify.SmsText;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts that are shipped, and every way to write them wrong. */
class TextFileTest {
    private static final Path SHIPPED = TestApp.configuration();

    @Test
    void the_shipped_texts_are_faultless_and_signed_in_dutch_and_english_only() {
        TextFile file = TextFile.read(SHIPPED);
        assertThat(file.texts()).hasSize(42);
        assertThat(file.texts()).allSatisfy(one -> assertThat(one.signedBy().isPresent())
                .isEqualTo(one.language() == TextLanguage.NL || one.language() == TextLanguage.EN));
    }

    @Test
    void the_shipped_texts_are_one_part_in_gsm7_and_three_at_most_otherwise() {
        assertThat(TextFile.read(SHIPPED).texts()).allSatisfy(one -> {
            Lint.Count count = Lint.count(one.language(), one.text());
            assertThat(count.parts()).isLessThanOrEqualTo(count.encoding() == SmsText.Encoding.GSM_7 ? 1 : 3);
            assertThat(Lint.check(one.id(), one.language(), one.text()))
                    .extracting(Finding::code)
                    .doesNotContain("texts.no-check", "texts.direction");
        });
    }

    @Test
    void the_schema_says_the_same() throws IOException {
        assertThat(schemaTakes(json("texts.json"))).isTrue();
        JsonObject wrong = json("texts.json");
        wrong.getJsonArray("texts").getJsonObject(0).put("language", "xx");
        assertThat(schemaTakes(wrong)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": \"2026-11-22\"|\"version\": \"vandaag\"|version moet een dag",
                "\"id\": \"BRIDGE\"|\"id\": \"BRUG\"|id moet een van deze zijn",
                "\"language\": \"nl\"|\"language\": \"xx\"|Deze taal is er niet: xx.",
                "\"language\": \"en\"|\"language\": \"nl\"|staat er al in het Nederlands",
                "Bel {tel}, code|Bel ons, code|{tel} ontbreekt",
                "Wij bellen u zo.|Uw kind is aangehouden.|haal “aangehouden” weg",
                "Wij bellen u zo.|Wij bellen {moeder} zo.|In een sms staat geen naam",
                "op halt.nl.|op halt.nl/loket|staat geen link",
                "\"signedBy\": \"Oefen|\"getekend\": \"Oefen|Dit veld bestaat hier niet: getekend",
            })
    void a_single_mistake_is_told_with_its_line(String right, String wrong, String reason) throws IOException {
        String text = Files.readString(SHIPPED.resolve("texts.json"));
        int at = text.indexOf(right);
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        String changed = text.substring(0, at) + wrong + text.substring(at + right.length());
        List<FileProblem> problems = problems(changed);
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isBetween(line - 2, line);
        });
    }

    @Test
    void every_mistake_is_told_at_once_and_a_dutch_text_may_not_lack() throws IOException {
        JsonObject json = json("texts.json");
        json.getJsonArray("texts").getJsonObject(0).put("language", "xx");
        json.getJsonArray("texts").getJsonObject(1).put("text", "Halt: police");
        List<FileProblem> problems = problems(json.encodePrettily());
        assertThat(problems)
                .extracting(FileProblem::reason)
                .contains("Deze taal is er niet: xx.", "{tel} ontbreekt in de tekst.")
                .anyMatch(reason -> reason.contains("strafbaar feit") || reason.contains("politie"));
        json.getJsonArray("texts").remove(0);
        assertThat(problems(json.encodePrettily()))
                .extracting(FileProblem::reason)
                .contains("De Nederlandse tekst van BRIDGE ontbreekt.");
    }

    @Test
    void a_file_that_is_not_there_or_no_json_is_told(@TempDir Path empty) {
        assertThatThrownBy(() -> TextFile.read(empty)).hasMessageContaining("texts.json: Dit bestand is er niet");
        assertThat(problems("{"))
                .first()
                .extracting(FileProblem::reason)
                .asString()
                .contains("geen geldige JSON");
    }

    private static List<FileProblem> problems(String text) {
        try {
            var _ = TextFile.parse(text.getBytes(StandardCharsets.UTF_8));
        } catch (FileProblem.Found found) {
            return found.problems();
        }
        throw new AssertionError("It was taken");
    }

    private static boolean schemaTakes(JsonObject json) throws IOException {
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("https://loket.test/")
                .setOutputFormat(OutputFormat.Flag);
        JsonSchema schema = JsonSchema.of(json("schema/texts.schema.json"));
        return Boolean.TRUE.equals(
                Validator.create(schema, options).validate(json).getValid());
    }

    private static JsonObject json(String name) throws IOException {
        return new JsonObject(Files.readString(SHIPPED.resolve(name)));
    }
}
