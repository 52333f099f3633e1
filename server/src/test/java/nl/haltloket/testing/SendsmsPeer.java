package nl.haltloket.testing;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import nl.haltloket.config.Secret;
import nl.haltloket.notify.GatewaySettings;

/**
 * A provider that speaks Kannel's {@code sendsms} and can be told to fail as Kannel itself never would on request; the
 * real Kannel is {@link KannelPeer}. Source: Kannel 1.4.5 User's Guide, "Using the HTTP interface to send SMS messages"
 * and "Delivery reports".
 */
public final class SendsmsPeer implements AutoCloseable {
    private final Vertx vertx;
    private final HttpClient http;
    private final int slot;
    private final Faults faults = new Faults();
    private final AtomicInteger taken = new AtomicInteger();
    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private volatile boolean reports = true;
    private HttpServer server;

    /** @param slot of the gateway that talks to it */
    public SendsmsPeer(Vertx vertx, int slot) {
        this.vertx = vertx;
        this.http = vertx.createHttpClient();
        this.slot = slot;
        this.server = listen(0);
    }

    /** The settings of a gateway that sends through it. */
    public GatewaySettings.Http settings() {
        return new GatewaySettings.Http(
                slot,
                URI.create("http://127.0.0.1:" + server.actualPort() + "/cgi-bin/sendsms"),
                "loket",
                new Secret("geheim"),
                "Halt",
                Optional.empty(),
                new Secret(""),
                10);
    }

    /** What happens to the next message. */
    public void next(HttpFault fault) {
        faults.next(fault);
    }

    /** What happens to every message from now on. */
    public void always(HttpFault fault) {
        faults.always(fault);
    }

    /** From now on nothing is heard of what it takes. */
    public void neverReports() {
        reports = false;
    }

    /** How many messages went on to a phone. */
    public int taken() {
        return taken.get();
    }

    /** When it was asked to send, in nanoseconds of this machine, oldest first. */
    public List<Long> asked() {
        return asked;
    }

    /** Gone, with all its connections. */
    public void die() {
        TestApp.await(server.close());
    }

    /** Back at the same port. */
    public void rise() {
        server = listen(server.actualPort());
    }

    @Override
    public void close() {
        die();
    }

    private HttpServer listen(int port) {
        return TestApp.await(
                vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1"));
    }

    private void handle(HttpServerRequest request) {
        var _ = request.body().onSuccess(_ -> {
            if (!"geheim".equals(request.getHeader("X-Kannel-Password"))) {
                end(request, 403, "Authorization failed for sendsms");
            } else if (request.getHeader("X-Kannel-To") == null) {
                end(request, 400, "Missing receiver and no default receiver defined. Rejected.");
            } else {
                send(request);
            }
        });
    }

    private void send(HttpServerRequest request) {
        asked.add(System.nanoTime());
        HttpFault fault = faults.poll();
        if (fault == null) {
            taken.incrementAndGet();
            end(request, 202, "0: Accepted for delivery");
            var _ = report(request);
        } else if (fault.takes()) {
            taken.incrementAndGet();
            var _ = report(request).onComplete(_ -> fault.of(request));
        } else {
            fault.of(request);
        }
    }

    private Future<?> report(HttpServerRequest request) {
        String address = String.valueOf(request.getHeader("X-Kannel-DLR-URL"));
        return !reports
                ? Future.succeededFuture()
                : http.request(new RequestOptions().setAbsoluteURI(address.replace("%d", "1")))
                        .compose(HttpClientRequest::send);
    }

    private static void end(HttpServerRequest request, int status, String body) {
        var _ = request.response().setStatusCode(status).end(body);
    }
}
