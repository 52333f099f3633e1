package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.NetSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who hold a connection and send hardly anything. */
class ConnectionsTest {
    private static final Duration SHORT = Duration.ofMillis(150);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String SLOW_POST = "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        TestApp.await(vertx.close());
    }

    @Test
    void a_connection_without_a_request_ends() {
        TestApp.await(connect(server(SHORT, LONG)).ended.future());
    }

    @Test
    void a_header_that_comes_letter_by_letter_does_not_keep_it_open() {
        Line line = connect(server(SHORT, LONG));
        line.send("GET /x HTTP/1.1\r\nX-Traag: ");
        line.sendEvery(10, "a");
        TestApp.await(line.ended.future());
        assertThat(line.heard.toString()).isEmpty();
    }

    @Test
    void a_connection_that_was_answered_ends_some_time_later() {
        Line line = connect(server(SHORT, LONG));
        line.send("GET /x HTTP/1.1\r\nHost: x\r\n\r\n");
        TestApp.await(line.ended.future());
        assertThat(line.heard.toString()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_body_that_comes_letter_by_letter_is_refused_and_not_acted_on() {
        Line line = connect(server(LONG, SHORT));
        line.send(SLOW_POST);
        line.sendEvery(10, "a");
        TestApp.await(line.ended.future());
        assertThat(line.heard.toString())
                .startsWith("HTTP/1.1 408 ")
                .contains("application/problem+json", "request.slow", "Het versturen duurde te lang.")
                .doesNotContain("gedaan");
    }

    @Test
    void a_request_under_way_is_waited_for() {
        Line line = connect(server(SHORT, LONG));
        line.send("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
        TestApp.await(line.ended.future());
        assertThat(line.heard.toString()).contains("HTTP/1.1 200 ");
    }

    @Test
    void one_address_has_so_many_connections_and_no_more() {
        HttpServer server = server(LONG, LONG);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            lines.add(connect(server));
        }
        // Which of them the server hears of last is up to its event loops.
        await().until(() ->
                lines.stream().filter(line -> line.ended.future().isComplete()).count() == 1);
        Line open = lines.stream()
                .filter(line -> !line.ended.future().isComplete())
                .findFirst()
                .orElseThrow();
        TestApp.await(open.socket.close());
        // The server hears of the end a moment later than the client.
        await().until(() -> answer(server).contains("gedaan"));
    }

    private String answer(HttpServer server) {
        Line line = connect(server);
        line.send("GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        TestApp.await(line.ended.future());
        return line.heard.toString();
    }

    private HttpServer server(Duration rest, Duration patience) {
        Connections connections = new Connections(vertx, rest, 3);
        SlowBodies bodies = new SlowBodies(vertx, patience);
        Router router = Router.router(vertx);
        router.errorHandler(408, Problems::write);
        router.route().handler(connections::begun);
        router.route().handler(bodies::begun);
        router.route().handler(BodyHandler.create(false));
        router.route().handler(bodies::whole);
        router.route("/x").handler(context -> context.end("gedaan"));
        router.route("/later").handler(context -> vertx.setTimer(2 * SHORT.toMillis(), _ -> context.end("gedaan")));
        return TestApp.await(vertx.createHttpServer(Connections.options())
                .connectionHandler(connections::opened)
                .requestHandler(router)
                .listen(0, "127.0.0.1"));
    }

    private Line connect(HttpServer server) {
        return new Line(TestApp.await(vertx.createNetClient().connect(server.actualPort(), "127.0.0.1")));
    }

    private final class Line {
        private final NetSocket socket;
        private final Buffer heard = Buffer.buffer();
        private final Promise<Void> ended = Promise.promise();

        Line(NetSocket socket) {
            this.socket = socket;
            socket.handler(heard::appendBuffer).closeHandler(_ -> ended.tryComplete());
        }

        void send(String text) {
            var _ = socket.write(text);
        }

        void sendEvery(int millis, String text) {
            long timer = vertx.setPeriodic(millis, _ -> send(text));
            var _ = ended.future().onComplete(_ -> vertx.cancelTimer(timer));
        }
    }
}
