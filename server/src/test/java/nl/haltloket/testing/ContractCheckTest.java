package nl.haltloket.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The check that every answer of every test passes by, given answers that are wrong. */
class ContractCheckTest {
    private static final String PROBLEM =
            "{\"type\":\"about:blank\",\"status\":500,\"code\":\"fault\",\"title\":\"Mis\"}";

    @Test
    void an_error_that_is_no_problem_is_found() {
        assertThatThrownBy(() -> answered("/board", 500, "application/json", PROBLEM))
                .hasMessageContaining("getBoard answers as application/json");
        assertThatThrownBy(() -> answered("/board", 404, "text/plain", "Not found"))
                .hasMessageContaining("getBoard answers as text/plain");
        assertThatCode(() -> answered("/board", 500, "application/problem+json", PROBLEM))
                .doesNotThrowAnyException();
    }

    @Test
    void a_problem_without_its_code_is_found() {
        assertThatThrownBy(
                        () -> answered("/board", 500, "application/problem+json", "{\"status\":500,\"title\":\"x\"}"))
                .hasMessageContaining("what the contract does not allow");
    }

    @Test
    void a_list_that_is_longer_than_promised_is_found() {
        JsonArray messages = new JsonArray(IntStream.range(0, 101)
                .mapToObj(at -> new JsonObject()
                        .put("id", "m" + at)
                        .put("at", "2026-11-22T20:00:00Z")
                        .put("number", "•78")
                        .put("text", "Halt")
                        .put("part", 1)
                        .put("parts", 1))
                .toList());
        assertThatThrownBy(() -> answered(
                        "/drill/messages",
                        200,
                        "application/json",
                        new JsonObject().put("messages", messages).encode()))
                .hasMessageContaining("listDrillMessages answers what the contract does not allow");
    }

    private static void answered(String path, int status, String mediaType, String body) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Content-Type", mediaType);
        Reply _ = ContractCheck.checked(
                HttpMethod.GET, "/api/v1" + path, new Reply(status, headers, Buffer.buffer(body)));
    }
}
