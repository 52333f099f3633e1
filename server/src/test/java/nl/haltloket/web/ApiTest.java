package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import java.util.List;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A server with a hole in its contract does not start. */
class ApiTest {
    private static final Vertx VERTX = Vertx.vertx();

    @AfterAll
    static void stop() {
        TestApp.await(VERTX.close());
    }

    @Test
    void an_operation_without_a_handler_stops_the_start() {
        Api api = api();
        List<String> all = ContractCheck.operations().stream()
                .map(ContractCheck.Operation::id)
                .toList();
        all.stream()
                .filter(id -> !id.equals("getBoard"))
                .forEach(id -> api.operation(id, _ -> Future.succeededFuture(Answer.nothing())));
        assertThatThrownBy(api::router).hasMessage("Operations without a handler: [getBoard]");
    }

    @Test
    void a_handler_without_an_operation_stops_the_start() {
        Api api = api();
        assertThatThrownBy(() -> api.operation("giveAllCases", _ -> Future.succeededFuture(Answer.nothing())))
                .hasMessageContaining("giveAllCases");
    }

    @Test
    void an_operation_that_does_not_say_who_may_call_it_stops_the_start() {
        assertThatThrownBy(() -> Access.of("getBoard", null)).hasMessage("Operation getBoard lists no x-access");
        assertThatThrownBy(() -> Access.of("getBoard", new JsonArray())).isInstanceOf(IllegalStateException.class);
    }

    private static Api api() {
        return TestApp.await(Api.load(VERTX, new Authenticator() {
            @Override
            public Future<Caller> authenticate(String accessToken) {
                return Future.failedFuture("nobody");
            }

            @Override
            public Future<Void> stillWelcome(Caller caller) {
                return Future.failedFuture("nobody");
            }
        }));
    }
}
