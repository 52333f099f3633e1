package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFilesTest {
    private static final TestApp APP = new TestApp();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_phone_that_takes_brotli_gets_the_small_twin() {
        Reply small = get(script(), Map.of("Accept-Encoding", "gzip, br"));
        assertThat(small.headers().get("Content-Encoding")).isEqualTo("br");
        assertThat(small.headers().get("Content-Type")).startsWith("text/javascript");
        assertThat(small.headers().get("Vary")).isEqualTo("Accept-Encoding");
        assertThat(small.headers().get("Cache-Control")).contains("immutable");
        assertThat(small.body().length())
                .isLessThan(get(script(), Map.of()).body().length() / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gzip", "br;q=0", "identity"})
    void whoever_does_not_take_brotli_gets_the_file_as_it_is(String encodings) {
        Reply plain = get(script(), Map.of("Accept-Encoding", encodings));
        assertThat(plain.headers().contains("Content-Encoding")).isFalse();
        assertThat(plain.headers().get("Vary")).isEqualTo("Accept-Encoding");
        assertThat(plain.body().toString()).startsWith("import");
    }

    @Test
    void a_twin_of_nothing_is_not_found() {
        assertThat(get("/assets/nothing.js", Map.of("Accept-Encoding", "br")).status())
                .isEqualTo(404);
    }

    private static String script() {
        Matcher named = Pattern.compile("src=\"(/assets/verwijzer[^\"]+)\"")
                .matcher(get("/verwijzer", Map.of()).body().toString());
        assertThat(named.find()).isTrue();
        return named.group(1);
    }

    private static Reply get(String path, Map<String, String> headers) {
        return TestApp.await(APP.send(HttpMethod.GET, path, headers, null));
    }
}
