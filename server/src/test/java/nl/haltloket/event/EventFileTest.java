package nl.haltloket.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.haltloket.eligibility.Offences;
import nl.haltloket.json.FileProblem;
import nl.haltloket.json.Json;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A file of an event that cannot be right is refused, with the line and the reason. */
class EventFileTest {
    private static final String GOOD = read("event.json");
    private static final Offences OFFENCES = Json.read(read("halt-feiten.json"), Offences.class);
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    /** A real event: dates instead of hours. */
    private static final String DATED = GOOD.replace(
                    "\"hours\": 24,",
                    "\"startsAt\": \"2026-11-22T18:00:00Z\",\n  \"endsAt\": \"2026-11-23T02:00:00Z\",")
            .replace("\"area\":", "\"from\": \"2026-11-01\",\n    \"to\": \"2027-11-01\",\n    \"area\":");

    private static final boolean SHAPE = true;

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        SHAPE, GOOD, "\"version\": \"2026-11-22\"", "\"version\": \"1\"", "een dag als 2026-11-22"),
                Arguments.of(SHAPE, GOOD, "\"id\": \"0f1d6c1e", "\"id\": \"XX", "een UUID"),
                Arguments.of(
                        SHAPE, GOOD, "\"host\": \"loket.test\"", "\"host\": \"https://loket.test\"", "zonder https://"),
                Arguments.of(SHAPE, GOOD, "\"hours\": 24", "\"hours\": 73", "van 1 tot en met 72"),
                Arguments.of(SHAPE, GOOD, "\"hours\": 24", "\"hours\": \"24\"", "een heel getal"),
                Arguments.of(
                        SHAPE, GOOD, "\"hours\": 24", "\"hoursOpen\": 24", "Dit veld bestaat hier niet: hoursOpen"),
                Arguments.of(
                        SHAPE,
                        GOOD,
                        "\"police\": \"088 000 00 01\"",
                        "\"police\": \"0900-POLITIE\"",
                        "een telefoonnummer"),
                Arguments.of(SHAPE, GOOD, "\"zsm\": \"088 000 00 03\"", "\"zsm\": \"12\"", "een telefoonnummer"),
                Arguments.of(SHAPE, GOOD, "\"id\": \"oefening-1\"", "\"id\": \"oefening-met-lange-naam\"", "1 tot 16"),
                Arguments.of(SHAPE, GOOD, "\"code\": \"0000\"", "\"code\": \"0\"", "CBS-code"),
                Arguments.of(
                        SHAPE,
                        GOOD,
                        "\"domain\": \"I\", \"number\": \"4711\"",
                        "\"number\": \"4711\"",
                        "Een boa heeft een domein"),
                Arguments.of(
                        SHAPE,
                        GOOD,
                        "\"kind\": \"POLICE\"",
                        "\"kind\": \"POLICE\", \"domain\": \"I\"",
                        "Een boa heeft een domein"),
                Arguments.of(SHAPE, GOOD, "\"kind\": \"POLICE\"", "\"kind\": \"SECURITY\"", "POLICE, BOA"),
                Arguments.of(
                        SHAPE,
                        GOOD,
                        "\"domain\": \"I\", \"number\": \"4711\"",
                        "\"domain\": \"VII\", \"number\": \"4711\"",
                        "I tot en met VI"),
                Arguments.of(!SHAPE, GOOD, "\"id\": \"boa-4712\"", "\"id\": \"boa-4711\"", "twee keer: boa-4711"),
                Arguments.of(
                        !SHAPE, GOOD, "\"id\": \"dronken-453\"", "\"id\": \"alcohol-45\"", "twee keer: alcohol-45"),
                Arguments.of(
                        !SHAPE,
                        GOOD,
                        "\"id\": \"vuur-apv\"",
                        "\"id\": \"vuur-stoken\"",
                        "niet in halt-feiten.json: vuur-stoken"),
                Arguments.of(SHAPE, GOOD, "\"id\": \"vuur-apv\"", "\"id\": \"een-veel-te-lang-feit\"", "1 tot 16"),
                Arguments.of(SHAPE, GOOD, "\"usual\": true", "\"usual\": \"ja\"", "true of false"),
                Arguments.of(SHAPE, GOOD, "\"roles\": [\"WORKER\"]", "\"roles\": [\"CHEF\"]", "WORKER en COORDINATOR"),
                Arguments.of(!SHAPE, GOOD, "\"login\": \"joris\"", "\"login\": \"fatima\"", "twee keer: fatima"),
                Arguments.of(
                        SHAPE,
                        GOOD,
                        "\"area\":",
                        "\"from\": \"2026-11-01\",\n    \"area\":",
                        "Een oefening heeft hours"),
                Arguments.of(
                        !SHAPE,
                        GOOD,
                        "\"name\": \"Kermis Oostdorp\"",
                        "\"name\": \"A\", \"name\": \"B\"",
                        "geen geldige JSON"),
                Arguments.of(
                        !SHAPE,
                        DATED,
                        "\"to\": \"2027-11-01\"",
                        "\"to\": \"2027-11-02\"",
                        "ten hoogste een jaar: van 2026-11-01 tot uiterlijk 2027-11-01"),
                Arguments.of(
                        !SHAPE, DATED, "\"to\": \"2027-11-01\"", "\"to\": \"2026-11-01\"", "to moet na from liggen"),
                Arguments.of(SHAPE, DATED, "\"to\": \"2027-11-01\"", "\"to\": \"1-11-2027\"", "een dag als"),
                Arguments.of(
                        !SHAPE,
                        DATED,
                        "\"date\": \"2026-10-01\"",
                        "\"date\": \"2026-11-02\"",
                        "na het begin van het mandaat"),
                Arguments.of(
                        !SHAPE,
                        DATED,
                        "\"endsAt\": \"2026-11-23",
                        "\"endsAt\": \"2026-11-21",
                        "endsAt moet na startsAt"),
                Arguments.of(
                        SHAPE,
                        DATED,
                        "\"endsAt\": \"2026-11-23T02:00:00Z\"",
                        "\"endsAt\": \"morgen\"",
                        "een moment als"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_cannot_be_is_refused_with_its_line(
            boolean shape, String file, String right, String wrong, String reason) {
        assertThat(file).contains(right);
        String changed = replaceFirst(file, right, wrong);
        int line = 1
                + (int) file.substring(0, file.indexOf(right))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        List<FileProblem> problems = problems(changed);
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("event.json");
            assertThat(problem.reason()).contains(reason);
            assertThat(problem.line()).isEqualTo(line);
        });
        if (shape) {
            assertThat(fitsSchema(changed)).as("refused by the schema too").isFalse();
        }
    }

    static Stream<String> approvals() {
        return Stream.of("prosecutor", "police", "mayor");
    }

    @ParameterizedTest
    @MethodSource("approvals")
    void without_the_approval_of_each_of_three_there_is_no_mandate(String by) {
        JsonObject file = new JsonObject(GOOD);
        file.getJsonObject("mandate").getJsonObject("approvals").remove(by);
        assertThat(problems(file.encodePrettily()))
                .extracting(FileProblem::reason)
                .containsExactly(by + " ontbreekt.");
        assertThat(fitsSchema(file.encode())).isFalse();
    }

    @Test
    void everything_wrong_is_told_at_once_in_the_order_of_the_lines() {
        String changed = GOOD.replace("\"hours\": 24", "\"hours\": 0")
                .replace("\"code\": \"0000\"", "\"code\": \"x\"")
                .replace("\"id\": \"vuur-apv\"", "\"id\": \"onbekend\"");
        List<FileProblem> problems = problems(changed);
        assertThat(problems).hasSize(3);
        assertThat(problems).extracting(FileProblem::line).isSorted();
        assertThatThrownBy(() -> parse(changed)).hasMessageContaining("event.json regel ");
    }

    @Test
    void an_empty_file_and_one_that_is_no_object_are_refused() {
        assertThat(problems(""))
                .extracting(FileProblem::reason)
                .first()
                .asString()
                .contains("leeg");
        assertThat(problems("[]").getFirst().reason()).contains("object");
    }

    @Test
    void the_drill_counts_its_hours_from_its_start_and_its_mandate_from_the_day_before() {
        Event event = new Event(parse(GOOD), OFFENCES, "2026-11-22", NOW);
        assertThat(event.drill()).isTrue();
        assertThat(event.endsAt()).isEqualTo(NOW.plusSeconds(24 * 3600));
        assertThat(event.terms().from()).isEqualTo(NOW.minusSeconds(24 * 3600));
        assertThat(event.terms().to()).isEqualTo(event.endsAt());
    }

    @Test
    void a_mandate_of_a_year_to_the_day_holds_in_local_days() {
        Event event = new Event(parse(DATED), OFFENCES, "2026-11-22", NOW);
        assertThat(event.drill()).isFalse();
        assertThat(event.startsAt()).isEqualTo("2026-11-22T18:00:00Z");
        assertThat(event.terms().from()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(event.terms().to()).isEqualTo("2027-10-31T23:00:00Z");
        assertThat(fitsSchema(DATED)).isTrue();
    }

    @Test
    void what_an_offence_is_comes_from_the_list_of_offences() {
        Event event = new Event(parse(GOOD), OFFENCES, "2026-11-22", NOW);
        Event.Offence theft = Objects.requireNonNull(event.offence("diefstal-310", NOW));
        assertThat(theft.article()).startsWith("Wetboek van Strafrecht art. 310");
        assertThat(theft.kind()).isEqualTo(Event.OffenceKind.CRIME);
        assertThat(theft.asksValue()).isTrue();
        assertThat(theft.usual()).isFalse();
        assertThat(event.offences(NOW)).hasSize(7);
        assertThat(event.offences(NOW).stream().filter(Event.Offence::usual)).hasSize(5);
    }

    @Test
    void an_offence_that_was_none_that_day_has_no_tile() {
        Event event = new Event(parse(GOOD), OFFENCES, "2026-11-22", NOW);
        assertThat(event.offences(Instant.parse("1950-01-01T12:00:00Z"))).isEmpty();
        assertThat(event.offence("diefstal-310", Instant.parse("1950-01-01T12:00:00Z")))
                .isNull();
    }

    @Test
    void the_shipped_event_fits_its_schema_and_is_clearly_made_up() {
        assertThat(fitsSchema(GOOD)).isTrue();
        EventFile file = parse(GOOD);
        assertThat(file.place()).contains("verzonnen");
        assertThat(file.municipality().code()).isEqualTo("0000");
        assertThat(file.referrers())
                .allMatch(referrer -> referrer.organisation().contains("verzonnen"));
        assertThat(file.approvals().mayor().office()).contains("verzonnen");
        assertThat(file.mandateId()).hasSizeLessThanOrEqualTo(16);
        assertThat(file.version()).hasSizeLessThanOrEqualTo(10);
    }

    private static EventFile parse(String text) {
        return EventFile.parse("event.json", text.getBytes(StandardCharsets.UTF_8), OFFENCES);
    }

    private static List<FileProblem> problems(String text) {
        return Objects.requireNonNull(catchThrowableOfType(FileProblem.Found.class, () -> parse(text)))
                .problems();
    }

    private static String replaceFirst(String text, String right, String wrong) {
        int at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }

    private static boolean fitsSchema(String text) {
        JsonSchema schema = JsonSchema.of(new JsonObject(read("schema/event.schema.json")));
        var options = new JsonSchemaOptions()
                .setDraft(Draft.DRAFT202012)
                .setBaseUri("https://loket.test")
                .setOutputFormat(OutputFormat.Flag);
        return Boolean.TRUE.equals(
                Validator.create(schema, options).validate(new JsonObject(text)).getValid());
    }

    private static String read(String name) {
        try {
            return Files.readString(TestApp.configuration().resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
