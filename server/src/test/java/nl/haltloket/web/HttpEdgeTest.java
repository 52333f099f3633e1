package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no screen of ours makes. */
class HttpEdgeTest {
    private static final TestApp APP = new TestApp();
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final String SECRET_VALUE = "Noor-Voorbeeld-geheim";

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/board/, 404",
        "GET, /api/v1, 404",
        "GET, //api/v1/board, 404",
        "GET, /api/v1//board, 404",
        "GET, /api//v1/board, 404",
        "GET, /api/v2/board, 404",
        "GET, /API/v1/board, 404",
        "GET, /nothing, 404",
        "GET, /../../etc/passwd, 404",
        "PATCH, /api/v1/board, 405",
        "DELETE, /api/v1/handovers, 405",
        "POST, /loket, 405",
    })
    void an_address_or_method_that_is_not_there_is_a_problem(String method, String path, int status) {
        assertProblem(TestApp.await(APP.send(HttpMethod.valueOf(method), path, Map.of(), null)), status);
    }

    @Test
    void every_answer_tells_the_time_of_the_desk_also_after_its_clock_was_put_wrong() {
        try (TestApp app = new TestApp()) {
            assertThat(apart(app)).isLessThan(Duration.ofSeconds(1));
            app.clock().advance(Duration.ofHours(1));
            assertThat(apart(app)).isLessThan(Duration.ofSeconds(1));
        }
    }

    private static Duration apart(TestApp app) {
        Reply reply = TestApp.await(app.send(HttpMethod.GET, "/api/v1/events/current", Map.of(), null));
        Instant told = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                Objects.requireNonNull(reply.headers().get("Date"))));
        return Duration.between(told, app.clock().instant());
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /api/v1/board, GET",
        "OPTIONS, /api/v1/handovers, POST",
        "TRACE, /api/v1/devices, 'GET, POST'",
        "PUT, /api/v1/cards/1234567C, GET",
        "GET, /api/v1/cases/1/documents/dossier.pdf/x, ''",
        "PROPFIND, /loket, 'GET, HEAD'",
    })
    void a_method_that_is_not_there_is_refused_with_those_that_are(String method, String path, String allowed) {
        Reply reply = TestApp.await(APP.send(HttpMethod.valueOf(method), path, Map.of(), null));
        assertThat(reply.status()).isEqualTo(allowed.isEmpty() ? 404 : 405);
        assertThat(reply.headers().get("Allow")).isEqualTo(allowed.isEmpty() ? null : allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded", "x"
            })
    void another_media_type_is_a_problem(String type) {
        Map<String, String> headers = Map.of("Content-Type", type);
        assertProblem(TestApp.await(APP.send(HttpMethod.POST, "/api/v1/devices", headers, Buffer.buffer("code"))), 415);
    }

    @Test
    void a_body_over_the_limit_is_a_problem() {
        assertProblem(post("/devices", Buffer.buffer(new byte[65_537])), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "null",
                "{\"id\": }",
                "{\"geheim\": \"Noor-Voorbeeld-geheim",
                "{\"id\":1e999999999}",
                "\u0000",
                "{}{}"
            })
    void a_body_that_is_not_the_json_of_the_contract_is_a_problem(String body) {
        Reply reply = post("/devices", Buffer.buffer(body));
        assertProblem(reply, 400);
        assertThat(reply.body().toString()).doesNotContain(SECRET_VALUE, "geheim");
    }

    @Test
    void a_body_of_thousands_of_brackets_is_refused_and_no_fault() {
        assertProblem(post("/devices", Buffer.buffer("[".repeat(30_000))), 400);
        assertProblem(post("/devices", Buffer.buffer("{\"a\":".repeat(10_000))), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "identity.birthDate",
        "identity.basis",
        "identity.familyName",
        "handoverId",
        "safety.hurt",
        "guardians",
        "unasked"
    })
    void a_wrong_value_is_refused_and_not_repeated(String field) {
        JsonObject body = TestTablet.receipt(UUID.randomUUID(), TestTablet.guardian());
        String[] path = field.split("\\.", 2);
        JsonObject holder = path.length == 2 ? body.getJsonObject(path[0]) : body;
        holder.put(path[path.length - 1], (SECRET_VALUE + " ").repeat(10));
        Reply reply = TABLET.device().command("/cases", body);
        assertProblem(reply, 400);
        assertThat(reply.body().toString()).doesNotContain(SECRET_VALUE);
    }

    @Test
    void a_wrong_number_is_refused_and_not_repeated() {
        JsonObject body = TestTablet.receipt(UUID.randomUUID(), TestTablet.guardian());
        body.getJsonObject("identity").put("familyName", 31_612_345);
        Reply reply = TABLET.device().command("/cases", body);
        assertProblem(reply, 400);
        assertThat(reply.body().toString()).doesNotContain("31612345");
    }

    @Test
    void a_wrong_id_in_the_path_is_refused_and_not_repeated() {
        Reply reply = TABLET.device().get("/handovers/" + SECRET_VALUE);
        assertProblem(reply, 400);
        assertThat(reply.body().toString()).doesNotContain(SECRET_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/%zz", "/assets/%"})
    void a_path_that_cannot_be_decoded_is_refused_and_no_fault(String path) {
        assertProblem(TestApp.await(APP.send(HttpMethod.GET, path, Map.of(), null)), 400);
    }

    @Test
    void a_command_without_its_id_is_refused() {
        assertProblem(
                TABLET.device().post("/cases", TestTablet.receipt(UUID.randomUUID(), TestTablet.guardian())), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1234", "00000000-0000-0000-0000-00000000000G", "../../x"})
    void a_command_with_an_id_that_is_none_is_refused(String id) {
        JsonObject body = TestTablet.receipt(UUID.randomUUID(), TestTablet.guardian());
        Map<String, String> headers = Map.of("Idempotency-Key", id);
        assertProblem(TestApp.await(TABLET.device().send(HttpMethod.POST, "/cases", headers, body)), 400);
    }

    @Test
    void a_text_that_the_database_cannot_hold_is_refused_and_no_fault() {
        TestDevice device = new TestDevice(APP);
        JsonObject enrolment = device.enrolment(APP.invite(Profile.LOKET)).put("label", "tablet\u0000");
        assertProblem(device.enrol(enrolment), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events/current", "/api/v1/board", "/api/v1/nothing", "/loket", "/k", "/"})
    void every_answer_carries_the_headers_that_protect(String path) {
        Reply reply = TestApp.await(APP.send(HttpMethod.GET, path, Map.of(), null));
        assertThat(reply.headers().get("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(reply.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.headers().get("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.headers().get("Request-Id")).matches("[0-9a-f-]{36}");
        if (path.startsWith("/api")) {
            assertThat(reply.headers().get("API-Version")).isEqualTo("1.0.0");
            assertThat(reply.headers().get("Cache-Control")).isEqualTo("no-store");
        }
    }

    private static Reply post(String path, Buffer body) {
        return TestApp.await(
                APP.send(HttpMethod.POST, "/api/v1" + path, Map.of("Content-Type", "application/json"), body));
    }

    private static void assertProblem(Reply reply, int status) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.mediaType()).isEqualTo("application/problem+json");
        assertThat(reply.json().getInteger("status")).isEqualTo(status);
        assertThat(reply.json().getString("title")).isNotBlank();
        assertThat(reply.json().getString("code")).isNotBlank();
    }
}
