package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.Test;

/** A server that is asked to stop while people look at it. */
class StopTest {
    private static final int TABLETS = 4;
    private static final int STREAMS = 6 * TABLETS;
    private static final String LOCKED =
            "pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    @Test
    void streams_end_first_and_a_request_under_way_still_gets_its_answer() {
        try (TestApp app = new TestApp()) {
            TestPhone phone = new TestPhone(app);
            List<TestTablet> tablets = Stream.generate(() -> new TestTablet(app, "fatima"))
                    .limit(TABLETS)
                    .toList();
            AtomicInteger ended = new AtomicInteger();
            HttpClient screens = app.vertx().createHttpClient(new PoolOptions().setHttp1MaxSize(STREAMS));
            for (int screen = 0; screen < STREAMS; screen++) {
                TestApp.await(watch(app, screens, tablets.get(screen % TABLETS))
                        .onSuccess(response -> response.endHandler(_ -> ended.incrementAndGet())
                                .resume()));
            }
            Promise<Void> release = Promise.promise();
            Future<Void> holding = app.database()
                    .inTransaction(tx -> tx.query("LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE")
                            .compose(_ -> release.future()));
            Future<Reply> underWay = phone.post(phone.seal(phone.envelope()));
            await().until(() -> app.count(LOCKED) > 0);

            long began = System.nanoTime();
            Future<Void> stopping = app.kiosk().stop();
            await().until(() -> ended.get() == STREAMS);
            assertThat(underWay.isComplete()).as("the request is still at work").isFalse();
            release.complete();
            assertThat(TestApp.await(underWay).status()).isEqualTo(201);
            TestApp.await(stopping);
            TestApp.await(holding);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static Future<HttpClientResponse> watch(TestApp app, HttpClient screens, TestTablet tablet) {
        return screens.request(HttpMethod.GET, app.app().servers().localPort(), "127.0.0.1", "/api/v1/board/stream")
                .compose(request -> request.putHeader(
                                "Authorization", "Bearer " + tablet.device().token())
                        .send()
                        .map(HttpClientResponse::pause));
    }
}
