package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** One device can not take the streams that the others need. */
class StreamLimitTest {
    private static final String BOARD = "/board/stream";
    private static final String SESSIONS = "/sessions/stream";
    private static final int PER_DEVICE = 6;
    private static final TestApp APP = new TestApp();
    private static final HttpClient SCREENS =
            APP.vertx().createHttpClient(new PoolOptions().setHttp1MaxSize(4 * PER_DEVICE));

    private final TestTablet tablet = new TestTablet(APP, "fatima");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_seventh_stream_of_one_device_is_refused_while_another_opens_its_board() {
        HttpClientResponse first = open(tablet.device(), BOARD);
        fill(tablet.device(), BOARD, PER_DEVICE - 1);
        assertThat(tablet.device().get(BOARD).outcome()).isEqualTo("429 stream.limit");
        assertThat(tablet.device().get(SESSIONS).outcome()).isEqualTo("429 stream.limit");
        assertThat(open(new TestTablet(APP, "joris").device(), BOARD).statusCode())
                .isEqualTo(200);
        TestApp.await(first.request().connection().close());
        await().until(() -> open(tablet.device(), BOARD).statusCode() == 200);
        assertThat(tablet.device().get(BOARD).outcome()).isEqualTo("429 stream.limit");
    }

    @Test
    void streams_on_the_screen_of_the_juvenile_take_no_place_of_the_board() {
        UUID id = new TestPhone(APP).handOver();
        tablet.receive(id, TestTablet.guardian()).expect(201);
        TestDevice device = tablet.device();
        JsonObject pin = new JsonObject().put("pin", "58371");
        TestApp.await(device.send(HttpMethod.PUT, "/sessions/current/secrets", Map.of(), pin))
                .expect(200);
        device.giveToJuvenile(id).expect(200);
        fill(device, SESSIONS, PER_DEVICE);
        assertThat(device.get(SESSIONS).outcome()).isEqualTo("429 stream.limit");
        device.signIn("fatima").expect(201);
        assertThat(open(device, BOARD).statusCode()).isEqualTo(200);
    }

    private static void fill(TestDevice device, String path, int streams) {
        assertThat(IntStream.range(0, streams).map(_ -> open(device, path).statusCode()))
                .containsOnly(200);
    }

    /** A stream that stays open. */
    private static HttpClientResponse open(TestDevice device, String path) {
        return TestApp.await(
                SCREENS.request(HttpMethod.GET, APP.app().servers().localPort(), "127.0.0.1", "/api/v1" + path)
                        .compose(request -> request.putHeader("Authorization", "Bearer " + device.token())
                                .send())
                        .map(HttpClientResponse::pause));
    }
}
