package nl.haltloket.care;

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
import nl.haltloket.json.FileProblem;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelpFileTest {
    @Test
    void every_line_has_a_number_or_an_address_and_a_source() {
        HelpFile help = HelpFile.read(TestApp.configuration());
        assertThat(help.lines())
                .allMatch(line -> line.number() != null || line.address() != null)
                .allMatch(line -> line.source().startsWith("https://"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": \"2026-11-22\"|\"version\": \"vandaag\"|version moet een dag",
                "\"number\": \"0800 2000\"|\"number\": \"bel maar\"|number moet een telefoonnummer",
                "\"number\": \"112\",|\"aantal\": \"112\",|Hier moet een nummer of een adres staan",
                "\"source\": \"https://www.112.nl\"|\"source\": \"112.nl\"|source moet een https-adres",
                "\"title\": \"Wees benaderbaar\"|\"kop\": \"Wees benaderbaar\"|Dit veld bestaat hier niet: kop",
            })
    void a_mistake_is_told(String right, String wrong, String reason) throws IOException {
        String text = shipped("help.json");
        assertThat(text).contains(right);
        assertThatThrownBy(() -> HelpFile.parse(text.replace(right, wrong).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FileProblem.Found.class)
                .hasMessageContaining(reason);
    }

    @Test
    void the_schema_says_the_same() throws IOException {
        assertThat(schemaTakes(new JsonObject(shipped("help.json")))).isTrue();
        JsonObject wrong = new JsonObject(shipped("help.json"));
        wrong.getJsonArray("lines").getJsonObject(0).remove("number");
        assertThat(schemaTakes(wrong)).isFalse();
    }

    private static boolean schemaTakes(JsonObject json) throws IOException {
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("https://loket.test/")
                .setOutputFormat(OutputFormat.Flag);
        JsonSchema schema = JsonSchema.of(new JsonObject(shipped("schema/help.schema.json")));
        return Boolean.TRUE.equals(
                Validator.create(schema, options).validate(json).getValid());
    }

    private static String shipped(String name) throws IOException {
        return Files.readString(TestApp.configuration().resolve(name));
    }
}
