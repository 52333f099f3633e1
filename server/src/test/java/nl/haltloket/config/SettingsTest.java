package nl.haltloket.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private enum Colour {
        LIGHT_BLUE,
        RED
    }

    @TempDir
    Path directory;

    @Test
    void every_kind_of_value_is_read() throws IOException {
        Settings settings =
                settings("a.text= hi \na.number=7\na.flag=true\na.path=x/y\na.colour=light-blue\na.wait=90s\na.none=");
        assertThat(settings.text("a.text")).isEqualTo("hi");
        assertThat(settings.number("a.number", 0, 10)).isEqualTo(7);
        assertThat(settings.flag("a.flag")).isTrue();
        assertThat(settings.path("a.path")).isEqualTo(Path.of("x/y"));
        assertThat(settings.choice("a.colour", Colour.class)).isEqualTo(Colour.LIGHT_BLUE);
        assertThat(settings.duration("a.wait")).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.optional("a.none")).isEmpty();
        settings.finish();
    }

    @Test
    void a_variable_overrides_the_file() throws IOException {
        Settings settings = settings("http.local-port=8080", Map.of("HALTLOKET_HTTP_LOCAL_PORT", "9"));
        assertThat(settings.number("http.local-port", 0, 65_535)).isEqualTo(9);
        settings.finish();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "10, 0", "11, 1"})
    void the_edges_of_a_range_are_inside(String number, int problems) throws IOException {
        Settings settings = settings("n=" + number);
        ask(settings.number("n", 1, 10));
        assertThat(problemsOf(settings)).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({"90", "s", "-1s", "1w", "99999999999999999999s"})
    void what_is_no_length_of_time_is_refused(String text) throws IOException {
        Settings settings = settings("wait=" + text);
        ask(settings.duration("wait"));
        assertThat(problemsOf(settings)).singleElement().asString().contains("must be a length of time", text);
    }

    @Test
    void all_problems_are_told_at_once_with_their_place() throws IOException {
        Settings settings =
                settings("a.number=seven\na.flag=yes\na.empty=\na.typo=1", Map.of("HALTLOKET_A_PORT", "70000"));
        ask(settings.number("a.number", 0, 10));
        ask(settings.flag("a.flag"));
        ask(settings.text("a.empty"));
        ask(settings.text("a.absent"));
        ask(settings.number("a.port", 0, 65_535));
        String file = directory.resolve("test.properties").toString();
        assertThat(problemsOf(settings))
                .containsExactly(
                        file + ": a.number must be a whole number from 0 to 10, not \"seven\".",
                        file + ": a.flag must be true or false, not \"yes\".",
                        file + ": a.empty has no value.",
                        "a.absent is missing: set it in a file of the configuration directory"
                                + " or as variable HALTLOKET_A_ABSENT.",
                        "Variable HALTLOKET_A_PORT: a.port must be a whole number from 0 to 65535, not \"70000\".",
                        file + ": unknown key a.typo.");
    }

    @Test
    void an_unknown_key_or_variable_comes_with_the_near_name() throws IOException {
        Settings settings = settings("http.prot=1\nhttp.port=2", Map.of("HALTLOKET_HTTP_PORTS", "3"));
        ask(settings.number("http.port", 0, 9));
        assertThat(problemsOf(settings))
                .containsExactly(
                        directory.resolve("test.properties") + ": unknown key http.prot; did you mean http.port?",
                        "Unknown variable HALTLOKET_HTTP_PORTS; did you mean HALTLOKET_HTTP_PORT?");
    }

    @Test
    void a_key_in_two_files_is_a_problem() throws IOException {
        Files.writeString(directory.resolve("other.properties"), "a=1");
        Settings settings = settings("a=2");
        ask(settings.text("a"));
        assertThat(problemsOf(settings)).singleElement().asString().contains("a also stands in", "other.properties");
    }

    @Test
    void a_missing_directory_is_a_problem() {
        Settings settings = Settings.load(directory.resolve("none"), Map.of());
        assertThat(problemsOf(settings)).singleElement().asString().contains("cannot be read");
    }

    @Test
    void a_secret_never_shows() throws IOException {
        Settings settings = settings("pass.word=hunter2\npass.number=x");
        Secret secret = settings.secret("pass.word");
        ask(settings.number("pass.number", 0, 1));
        assertThat(secret.value()).isEqualTo("hunter2");
        assertThat(secret).hasToString("***");
        assertThatThrownBy(settings::finish).hasMessageNotContaining("hunter2");
    }

    @Test
    void a_secret_is_read_from_the_file_that_a_variable_names() throws IOException {
        Path file = Files.writeString(directory.resolve("secret"), "from-file\n");
        Settings settings = settings("pass.word=", Map.of("HALTLOKET_PASS_WORD_FILE", file.toString()));
        assertThat(settings.secret("pass.word").value()).isEqualTo("from-file");
        settings.finish();
    }

    private Settings settings(String content) throws IOException {
        return settings(content, Map.of());
    }

    private Settings settings(String content, Map<String, String> environment) throws IOException {
        Files.writeString(directory.resolve("test.properties"), content);
        return Settings.load(directory, environment);
    }

    private static List<String> problemsOf(Settings settings) {
        try {
            settings.finish();
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }

    /** Only the noted problem counts. */
    private static void ask(Object answer) {
        assertThat(answer).isNotNull();
    }
}
