package nl.haltloket.document;

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
import java.util.regex.Pattern;
import nl.haltloket.json.FileProblem;
import nl.haltloket.testing.TestApp;
import nl.haltloket.texts.TextLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents that are shipped, and every way to write them wrong. */
class DocumentFileTest {
    private static final Path SHIPPED = TestApp.configuration();
    private static final Pattern UNCONDITIONAL = Pattern.compile("geen strafblad(?!\\. De politie bewaart wel)");

    @Test
    void every_document_for_a_family_is_there_in_eight_languages_and_for_the_referrer_in_dutch() {
        for (DocumentId id : DocumentId.values()) {
            assertThat(TestDocuments.entries().filter(one -> one.id() == id).map(DocumentFile.Entry::language))
                    .hasSize(id.forReferrer() ? 1 : TextLanguage.values().length)
                    .contains(TextLanguage.NL);
        }
        assertThat(TestDocuments.entries())
                .allSatisfy(one -> assertThat(one.signedBy().isPresent())
                        .isEqualTo(one.language() == TextLanguage.NL || one.language() == TextLanguage.EN));
    }

    @Test
    void no_promise_stands_without_its_condition_and_nobody_is_called_an_offender() {
        assertThat(TestDocuments.entries().filter(one -> one.language() == TextLanguage.NL))
                .allSatisfy(entry -> assertThat(entry.pieces()).allSatisfy(piece -> {
                    assertThat(UNCONDITIONAL.matcher(piece.text()).find()).isFalse();
                    assertThat(piece.text()).doesNotContainIgnoringCase("dader", "BSN");
                }));
    }

    @Test
    void the_offer_says_that_it_is_a_choice_what_follows_on_no_and_on_yes_and_the_terms() {
        String offer = TestDocuments.shown(
                        TestDocuments.entry(DocumentId.OFFER, TextLanguage.NL), TestDocuments.CASES.getFirst())
                .text();
        assertThat(offer)
                .contains("Je hoeft niet mee te doen.", "je mag nee zeggen", "nooit langer dan 20 uur")
                .contains("uiterlijk op vrijdag 30 oktober 2026")
                .contains("Als je alles goed afrondt, krijg je geen strafblad. De politie bewaart wel dat je bij Halt")
                .contains("Doe je niet wat is afgesproken? Dan krijg je eerst een waarschuwing op papier.")
                .contains("Daarom moet ook je vader, moeder of verzorger het goed vinden.");
    }

    @Test
    void the_rights_differ_for_who_is_arrested() {
        DocumentFile.Entry rights = TestDocuments.entry(DocumentId.RIGHTS, TextLanguage.NL);
        assertThat(TestDocuments.shown(rights, TestDocuments.CASES.getFirst()).text())
                .contains("Je mag weg als je wilt", "van een overtreding", "Dat is gratis.")
                .doesNotContain("Je bent aangehouden");
        assertThat(TestDocuments.shown(rights, TestDocuments.CASES.getLast()).text())
                .contains("van een misdrijf", "Dan krijg je altijd een advocaat. Dat is gratis.")
                .doesNotContain("Je mag weg als je wilt");
    }

    @Test
    void the_schema_says_the_same() throws IOException {
        assertThat(schemaTakes(json("documents.json"))).isTrue();
        JsonObject wrong = json("documents.json");
        wrong.getJsonArray("documents").getJsonObject(0).put("language", "xx");
        assertThat(schemaTakes(wrong)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": \"2026-11-22\"|\"version\": \"vandaag\"|version moet een dag",
                "Beste {name}|Beste {naam}|{naam} bestaat niet in dit document.",
                "Beste {name}|Beste {name|Er staat een losse accolade in de tekst.",
                "Als je alles goed afrondt, krijg je geen|Je krijgt geen|“geen strafblad” staat hier zonder de voorwaarde",
                "Wij zijn geen politie.|Jij bent de dader.|Wie verdacht is, heet hier geen dader.",
                "\"when\": [\"ARRESTED\"]|\"when\": [\"TIRED\"]|Dit is geen feit van een zaak: TIRED.",
                "\"kind\": \"HEADING\", \"text\": \"Dit zijn|\"kind\": \"TEXT\", \"text\": \"Dit zijn|begint met een kop",
                "\"kind\": \"TEXT\", \"text\": \"Dear|\"kind\": \"ITEM\", \"text\": \"Dear|Engels is vanaf stuk 3 anders",
                "\"id\": \"RECEIPT\"|\"id\": \"OFFER\"|OFFER staat er al in het Nederlands."
            })
    void what_is_wrong_in_it_stops_the_start_and_is_told_with_its_line(String right, String wrong, String said)
            throws IOException {
        String file = Files.readString(SHIPPED.resolve(DocumentFile.NAME));
        assertThat(file).contains(right);
        byte[] changed = file.replaceFirst(Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong))
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> DocumentFile.parse(changed))
                .isInstanceOfSatisfying(FileProblem.Found.class, found -> assertThat(found.problems())
                        .anySatisfy(problem -> {
                            assertThat(problem.reason()).contains(said);
                            assertThat(problem.line()).isPositive();
                        }));
    }

    private static JsonObject json(String name) throws IOException {
        return new JsonObject(Files.readString(SHIPPED.resolve(name)));
    }

    private static boolean schemaTakes(JsonObject file) throws IOException {
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("https://loket.test/schema/")
                .setOutputFormat(OutputFormat.Flag);
        JsonSchema schema = JsonSchema.of(json("schema/documents.schema.json"));
        return Validator.create(schema, options).validate(file).getValid();
    }
}
