package nl.haltloket.web;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Health and metrics on a port of their own, on loopback. */
public final class Management {
    private static final String LOOPBACK = "127.0.0.1";
    private static final long READY_TIMEOUT_MS = 2000;

    private final Vertx vertx;
    private final int port;
    private final PrometheusMeterRegistry metrics;
    private final Supplier<Future<JsonObject>> readiness;
    private @Nullable HttpServer server;

    /** @param readiness what holds, by name; fails when the server cannot do its work */
    public Management(Vertx vertx, int port, PrometheusMeterRegistry metrics, Supplier<Future<JsonObject>> readiness) {
        this.vertx = vertx;
        this.port = port;
        this.metrics = metrics;
        this.readiness = readiness;
    }

    /** Starts listening. */
    public Future<Void> start() {
        Router router = Router.router(vertx);
        router.get("/health/live")
                .handler(context -> json(context.response(), 200, new JsonObject().put("status", "UP")));
        router.get("/health/ready").handler(context -> {
            var _ = readiness
                    .get()
                    .timeout(READY_TIMEOUT_MS, TimeUnit.MILLISECONDS)
                    .onSuccess(checks -> json(context.response(), 200, checks.put("status", "UP")))
                    .onFailure(down -> json(
                            context.response(),
                            503,
                            new JsonObject().put("status", "DOWN").put("reason", String.valueOf(down.getMessage()))));
        });
        router.get("/metrics").handler(context -> {
            var _ = context.response()
                    .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(metrics.scrape());
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

    private static void json(HttpServerResponse response, int status, JsonObject body) {
        var _ = response.setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body.toBuffer());
    }
}
