package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Health and metrics on a port of their own, on loopback. */
public final class Management {
    private static final String LOOPBACK = "127.0.0.1";

    private final Vertx vertx;
    private final int port;
    private final Supplier<Future<String>> metrics;
    private final Readiness readiness;
    private @Nullable HttpServer server;

    /** @param metrics as Prometheus reads them */
    public Management(Vertx vertx, int port, Supplier<Future<String>> metrics, Readiness readiness) {
        this.vertx = vertx;
        this.port = port;
        this.metrics = metrics;
        this.readiness = readiness;
    }

    /** Starts listening. */
    public Future<Void> start() {
        Router router = Router.router(vertx);
        router.get("/health/live")
                .handler(context -> health(context.response(), 200, new JsonObject().put("status", "pass")));
        router.get("/health/ready").handler(context -> {
            var _ = readiness
                    .look()
                    .onSuccess(report ->
                            health(context.response(), report.worst() == Check.Status.FAIL ? 503 : 200, report.json()))
                    .onFailure(context::fail);
        });
        router.get("/metrics").handler(context -> {
            var _ = metrics.get()
                    .onSuccess(text -> context.response()
                            .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                            .end(text))
                    .onFailure(context::fail);
        });
        return vertx.createHttpServer()
                .requestHandler(router)
                .listen(port, LOOPBACK)
                .onSuccess(listening -> server = listening)
                .mapEmpty();
    }

    /** The port, once started. */
    public int port() {
        if (server == null) {
            throw new IllegalStateException("Not listening yet");
        }
        return server.actualPort();
    }

    private static void health(HttpServerResponse response, int status, JsonObject body) {
        var _ = response.setStatusCode(status)
                .putHeader("Content-Type", "application/health+json")
                .putHeader("Cache-Control", "no-store")
                .end(body.toBuffer());
    }
}
