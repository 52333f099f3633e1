package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.ContractCheck.Operation;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract and its handlers belong together. */
@ExtendWith(VertxExtension.class)
class ApiTest {
    private static final Authenticator NOBODY = new Authenticator() {
        @Override
        public Future<Caller> authenticate(String token) {
            return Future.failedFuture("nobody");
        }

        @Override
        public Future<Void> stillWelcome(Caller caller) {
            return Future.failedFuture("nobody");
        }
    };

    @SuppressWarnings("NullAway.Init")
    private Api api;

    @BeforeEach
    void load(Vertx vertx) {
        api = TestApp.await(Api.load(vertx, NOBODY));
    }

    @Test
    void an_operation_without_a_handler_stops_the_start() {
        ContractCheck.operations().stream()
                .filter(operation -> !operation.id().equals("getBoard"))
                .forEach(this::handle);
        assertThatThrownBy(api::router).hasMessage("Operations without a handler: [getBoard]");
        handle("getBoard");
        assertThat(api.router()).isNotNull();
    }

    @Test
    void a_handler_without_an_operation_stops_the_start() {
        assertThatThrownBy(() -> handle("getNothing")).hasMessage("getNothing");
    }

    @Test
    void an_operation_that_does_not_say_who_may_call_it_stops_the_start() {
        assertThatThrownBy(() -> Access.of("getBoard", null)).hasMessage("Operation getBoard lists no x-access");
        assertThatThrownBy(() -> Access.of("getBoard", new JsonArray())).isInstanceOf(IllegalStateException.class);
    }

    private void handle(Operation operation) {
        if (operation.access().equals(List.of("gateway"))) {
            api.outside(operation.id(), _ -> {}, _ -> Future.succeededFuture(Answer.nothing()));
        } else {
            handle(operation.id());
        }
    }

    private void handle(String operationId) {
        api.operation(operationId, _ -> Future.succeededFuture(Answer.nothing()));
    }
}
