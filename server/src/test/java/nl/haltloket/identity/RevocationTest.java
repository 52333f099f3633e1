package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpMethod;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.ContractCheck.Operation;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A device that was sent away. */
class RevocationTest {
    private static final TestApp APP = new TestApp();
    private static final String REVOKED = "401 device.revoked";
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
    private static final TestDevice GONE = sentAway(TestDevice.signedIn(APP, Profile.LOKET, "fatima"));

    @AfterAll
    static void stop() {
        APP.close();
    }

    static List<Operation> closed() {
        return ContractCheck.operations().stream()
                .filter(operation -> Collections.disjoint(operation.access(), List.of("public", "gateway")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("closed")
    void it_is_refused_everywhere(Operation operation) {
        String path = operation
                .path()
                .replace("{section}", "identity")
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        Reply reply = TestApp.await(GONE.send(operation.method(), path, Map.of(), null));
        assertThat(reply.outcome()).isEqualTo(REVOKED);
        assertThat(reply.json().getString("title")).isEqualTo("Dit toestel is ingetrokken. Vraag de coördinator.");
    }

    @Test
    void it_gets_no_challenge_and_no_token() {
        TestDevice phone = TestDevice.enrolled(APP, Profile.VERWIJZER);
        String challenge = phone.challenge();
        sentAway(phone);
        assertThat(phone.post("/devices/" + phone.id() + "/challenges", null).outcome())
                .isEqualTo(REVOKED);
        String signature = phone.sign("halt-loket/token/1|" + phone.id() + "|" + challenge);
        assertThat(phone.renew(challenge, signature).outcome()).isEqualTo(REVOKED);
    }

    @Test
    void it_is_sent_away_once() {
        assertThat(LAPTOP.delete("/devices/" + GONE.id()).outcome()).isEqualTo("404 device.unknown");
    }

    /** Nothing else happens meanwhile: no change on the board, no heartbeat. */
    @Test
    void its_streams_end_at_once_and_those_of_others_go_on() {
        TestDevice tablet = TestDevice.enrolled(APP, Profile.LOKET);
        TestPhone phone = new TestPhone(APP);
        UUID handover = phone.handOver();
        TestDevice other = TestDevice.enrolled(APP, Profile.LOKET);
        Future<Void> board = ended(tablet, "/board/stream");
        Future<Void> own = ended(phone.device(), "/handovers/" + handover + "/stream");
        Future<Void> others = ended(other, "/board/stream");
        sentAway(tablet);
        TestApp.await(board);
        assertThat(own.isComplete()).isFalse();
        sentAway(phone.device());
        TestApp.await(own);
        assertThat(others.isComplete()).isFalse();
    }

    /** Open once its first message came; then completes when the server ends it. */
    private static Future<Void> ended(TestDevice device, String path) {
        HttpClientAgent client = APP.vertx().createHttpClient();
        Promise<Void> first = Promise.promise();
        Promise<Void> end = Promise.promise();
        TestApp.await(client.request(HttpMethod.GET, APP.app().servers().localPort(), "127.0.0.1", "/api/v1" + path)
                .compose(request -> request.putHeader("Authorization", "Bearer " + device.token())
                        .send())
                .map(response -> response.handler(_ -> first.tryComplete()).endHandler(_ -> end.tryComplete())));
        TestApp.await(first.future());
        return end.future();
    }

    @CanIgnoreReturnValue
    private static TestDevice sentAway(TestDevice device) {
        LAPTOP.delete("/devices/" + device.id()).expect(204);
        return device;
    }
}
