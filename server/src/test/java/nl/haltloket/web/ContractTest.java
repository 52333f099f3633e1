package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.ContractCheck.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the contract as it is written. */
class ContractTest {
    /** Asks what the rules say of facts and keeps nothing; or gives a token, which nothing may keep. */
    private static final Set<String> KEEPS_NO_ANSWER = Set.of("judgeHandover", "handToJuvenile");

    private static final Set<String> ACCESS = Set.of(
            "public", "gateway", "verwijzer", "loket", "beheer", "juvenile", "loket/WORKER", "beheer/COORDINATOR");

    static List<Operation> operations() {
        return ContractCheck.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_says_who_may_call_it(Operation operation) {
        assertThat(operation.access()).isNotEmpty().isSubsetOf(ACCESS);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_open_to_all_exactly_when_it_needs_no_token(Operation operation) {
        boolean withoutToken = new JsonArray().equals(operation.model().getJsonArray("security"));
        // A seal in the path proves what a token would.
        boolean sealed = operation.path().contains("{seal}");
        assertThat(operation.access().equals(List.of("public")) || sealed).isEqualTo(withoutToken);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_for_gateways_or_for_devices(Operation operation) {
        assertThat(operation.access().contains("gateway"))
                .isEqualTo(operation.access().equals(List.of("gateway")))
                .isEqualTo(operation.path().startsWith("/gateways/"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_may_always_answer_with_a_problem(Operation operation) {
        assertThat(operation
                        .model()
                        .getJsonObject("responses")
                        .getJsonObject("default")
                        .getString("$ref"))
                .endsWith("/Problem");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_lists_the_problems_that_its_kind_can_have(Operation operation) {
        List<String> expected = new ArrayList<>(List.of("500", "503"));
        if (!operation.access().contains("public")) {
            expected.addAll(List.of("401", "403", "429"));
        }
        if (operation.path().contains("{")) {
            expected.addAll(List.of("400", "404"));
        }
        if (operation.model().containsKey("requestBody")) {
            expected.addAll(List.of("400", "413", "415", "422"));
        }
        assertThat(operation.model().getJsonObject("responses").fieldNames()).containsAll(expected);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_that_lists_says_how_much_at_most(Operation operation) {
        JsonObject components = Contract.whole().getJsonObject("components");
        JsonObject ok = operation.model().getJsonObject("responses").getJsonObject("200");
        if (ok == null || !operation.method().name().equals("GET")) {
            return;
        }
        JsonObject content = components
                .getJsonObject("responses")
                .getJsonObject(last(ok.getString("$ref")))
                .getJsonObject("content")
                .getJsonObject("application/json");
        if (content == null || !content.getJsonObject("schema").containsKey("$ref")) {
            return;
        }
        JsonObject properties = components
                .getJsonObject("schemas")
                .getJsonObject(last(content.getJsonObject("schema").getString("$ref")))
                .getJsonObject("properties");
        boolean isList =
                List.of("devices", "cards", "messages", "rows").stream().anyMatch(properties::containsKey);
        boolean hasOneListOnly = properties.size() == 1 && properties.encode().contains("\"array\"");
        if (isList || hasOneListOnly) {
            assertThat(operation.model().getString("description")).containsPattern("[Tt]en hoogste \\d+");
        }
    }

    private static String last(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_described_in_full(Operation operation) {
        assertThat(operation.model().getString("summary")).isNotBlank();
        assertThat(operation.model().getString("description")).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_path_does_not_end_in_a_slash(Operation operation) {
        assertThat(operation.path()).startsWith("/").doesNotEndWith("/");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_change_that_may_be_sent_twice_carries_a_command_id(Operation operation) {
        boolean fromTheDesk = operation.access().stream().anyMatch(entry -> entry.equals("loket/WORKER"));
        if (fromTheDesk && !operation.method().name().equals("GET") && !KEEPS_NO_ANSWER.contains(operation.id())) {
            assertThat(operation.model().getJsonArray("parameters").encode()).contains("commandId");
        }
    }

    @Test
    void every_list_has_a_most() {
        assertBounded("", Contract.whole());
    }

    private static void assertBounded(String at, Object node) {
        if (node instanceof JsonObject object) {
            if ("array".equals(object.getValue("type"))) {
                assertThat(object.getInteger("maxItems")).as(at).isPositive();
            }
            object.forEach(entry -> assertBounded(at + "/" + entry.getKey(), entry.getValue()));
        } else if (node instanceof JsonArray array) {
            array.forEach(entry -> assertBounded(at, entry));
        }
    }
}
