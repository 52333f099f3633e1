package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Listens: HTTPS for phones and tablets, and plain HTTP on loopback for a tablet that runs the server itself. */
public final class HttpServers {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String API = "/api/v1";
    private static final String API_VERSION = "1.0.0";
    private static final Duration RELOAD_EVERY = Duration.ofSeconds(2);
    private static final int[] PROBLEM_STATUSES = {400, 401, 403, 404, 405, 406, 408, 409, 413, 415, 422, 429, 500, 503
    };
    private static final int IDLE_SECONDS = 60;

    private final Vertx vertx;
    private final HttpConfig config;
    private final CertificateFiles files;
    private final Supplier<UUID> ids;
    private volatile @Nullable Router router;
    private @Nullable HttpServer secure;
    private @Nullable HttpServer local;
    private @Nullable CertificateReload reload;

    public HttpServers(Vertx vertx, HttpConfig config, CertificateFiles files, Supplier<UUID> ids) {
        this.vertx = vertx;
        this.config = config;
        this.files = files;
        this.ids = ids;
    }

    /** Answers with these operations from now on, on the same ports; requests under way end as they began. */
    public void serve(Api api) {
        router = router(vertx, config, api, ids);
    }

    private void handle(HttpServerRequest request) {
        Objects.requireNonNull(router, "nothing to serve yet").handle(request);
    }

    private static Router router(Vertx vertx, HttpConfig config, Api api, Supplier<UUID> ids) {
        Router router = Router.router(vertx);
        for (int status : PROBLEM_STATUSES) {
            router.errorHandler(status, Problems::write);
        }
        router.route().handler(context -> {
            CorrelationId.assign(context, ids);
            context.next();
        });
        router.route().handler(StaticFiles::secure);
        router.route(API + "/*").handler(context -> {
            context.response().putHeader("API-Version", API_VERSION);
            // A path with a slash behind it is another path, and the router would forgive it.
            if (context.normalizedPath().endsWith("/")) {
                context.fail(404);
            } else {
                context.next();
            }
        });
        router.route(API + "/*").handler(BodyHandler.create(false).setBodyLimit(config.bodyLimitBytes()));
        router.route(API + "/*").subRouter(api.router());
        StaticFiles.on(router);
        return router;
    }

    /** Starts listening. */
    public Future<Void> start() {
        HttpServerOptions options =
                new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
        ServerSSLOptions ssl = new ServerSSLOptions();
        return vertx.executeBlocking(() -> PemPair.read(files.certificate(), files.privateKey()))
                .compose(pair -> vertx.createHttpServer(new HttpServerOptions(options)
                                .setSsl(true)
                                .setUseAlpn(true)
                                .setKeyCertOptions(pair.options()))
                        .requestHandler(this::handle)
                        .listen(config.port(), config.address()))
                .onSuccess(server -> {
                    secure = server;
                    reload = new CertificateReload(
                            vertx, files, ssl, RELOAD_EVERY, changed -> server.updateSSLOptions(changed, true));
                })
                .compose(_ -> vertx.createHttpServer(options)
                        .requestHandler(this::handle)
                        .listen(config.localPort(), LOOPBACK))
                .onSuccess(server -> local = server)
                .mapEmpty();
    }

    /** Port of HTTPS, once started. */
    public int securePort() {
        return port(secure);
    }

    /** Port of plain HTTP on loopback, once started. */
    public int localPort() {
        return port(local);
    }

    /** Takes no new requests and finishes those under way. */
    public Future<Void> stop(Duration patience) {
        if (reload != null) {
            reload.close();
        }
        return Future.join(stop(secure, patience), stop(local, patience)).mapEmpty();
    }

    private static Future<Void> stop(@Nullable HttpServer server, Duration patience) {
        return server == null ? Future.succeededFuture() : server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static int port(@Nullable HttpServer server) {
        if (server == null) {
            throw new IllegalStateException("Not listening yet");
        }
        return server.actualPort();
    }
}
