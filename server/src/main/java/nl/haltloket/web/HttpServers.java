package nl.haltloket.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Listens: HTTPS for phones and tablets, and plain HTTP on loopback for a tablet that runs the server itself. */
public final class HttpServers {
    /** A signed bundle holds whole files; all else that is sent is small. */
    private static final int SIGNED_BUNDLE_MAX = (1 << 20) + 1;

    private static final String LOOPBACK = "127.0.0.1";
    private static final String API = "/api/v1";
    private static final String API_VERSION = "1.0.0";
    private static final Duration RELOAD_EVERY = Duration.ofSeconds(2);
    private static final int[] PROBLEM_STATUSES = {
        400, 401, 403, 404, 406, 408, 409, 413, 414, 415, 417, 422, 429, 431, 500, 503, 507
    };
    /** A handover is some hundreds of bytes; who needs longer than this has no line. */
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(15);

    private static final Duration CONNECTION_REST = Duration.ofSeconds(30);
    private static final int CONNECTIONS_PER_ADDRESS = 256;
    private static final int IDLE_SECONDS = 60;
    /** The body handler takes these apart into fields, which no operation has. */
    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);

    /** IMF-fixdate of RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private final Vertx vertx;
    private final HttpConfig config;
    private final CertificateFiles files;
    private final RequestLog requests;
    private final Connections connections;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private volatile @Nullable Router router;
    private @Nullable HttpServer secure;
    private @Nullable HttpServer local;
    private @Nullable CertificateReload reload;

    public HttpServers(
            Vertx vertx,
            HttpConfig config,
            CertificateFiles files,
            Supplier<UUID> ids,
            Clock clock,
            MeterRegistry meters) {
        this.vertx = vertx;
        this.config = config;
        this.files = files;
        this.ids = ids;
        this.clock = clock;
        this.connections = new Connections(vertx, CONNECTION_REST, CONNECTIONS_PER_ADDRESS);
        this.requests = new RequestLog(meters, ids);
    }

    /** Answers with these operations from now on, on the same ports; requests under way end as they began. */
    public void serve(Api api) {
        router = router(vertx, config, api);
    }

    private void handle(HttpServerRequest request) {
        Objects.requireNonNull(router, "nothing to serve yet").handle(request);
    }

    private Router router(Vertx vertx, HttpConfig config, Api api) {
        Router router = Router.router(vertx);
        Methods methods = new Methods(API, Contract.whole());
        SlowBodies slowBodies = new SlowBodies(vertx, BODY_PATIENCE);
        for (int status : PROBLEM_STATUSES) {
            router.errorHandler(status, Problems::write);
        }
        router.errorHandler(405, context -> {
            context.response().putHeader("Allow", methods.at(context.normalizedPath()));
            Problems.write(context);
        });
        router.route().handler(requests::begin);
        router.route().handler(connections::begun);
        router.route().handler(StaticFiles::secure);
        router.route(API + "/*").handler(context -> {
            context.response()
                    .putHeader("API-Version", API_VERSION)
                    .putHeader("Date", HTTP_DATE.format(clock.instant()));
            admit(context, methods.at(context.normalizedPath()));
        });
        router.route(API + "/*").handler(slowBodies::begun);
        for (String bundle : List.of("/rules", "/rules/preview")) {
            router.post(API + bundle).handler(BodyHandler.create(false).setBodyLimit(SIGNED_BUNDLE_MAX));
        }
        router.route(API + "/*").handler(BodyHandler.create(false).setBodyLimit(config.bodyLimitBytes()));
        router.route(API + "/*").handler(slowBodies::whole);
        router.get(API + "/openapi.json").handler(context -> {
            context.response()
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
            context.next();
        });
        new ContractRoutes().on(api);
        router.route(API + "/*").subRouter(api.router());
        StaticFiles.on(router);
        return router;
    }

    /** Nothing is read of what has no operation: the router would offer it to the screens, which answer HEAD. */
    private static void admit(RoutingContext context, String allowed) {
        String path = String.valueOf(context.request().path());
        // A path with a slash behind it, or two in it, is another path, and the router would forgive it.
        if (allowed.isEmpty() || path.endsWith("/") || path.contains("//")) {
            context.fail(404);
        } else if (!List.of(allowed.split(", ", -1))
                .contains(context.request().method().name())) {
            context.fail(405);
        } else if (FORM.matcher(String.valueOf(context.request().getHeader("Content-Type")))
                .lookingAt()) {
            context.fail(415);
        } else {
            context.next();
        }
    }

    /** Starts listening. */
    public Future<Void> start() {
        HttpServerOptions options =
                Connections.options().setIdleTimeout(IDLE_SECONDS).setIdleTimeoutUnit(TimeUnit.SECONDS);
        ServerSSLOptions ssl = new ServerSSLOptions();
        return vertx.executeBlocking(() -> PemPair.read(files.certificate(), files.privateKey()))
                .compose(pair -> server(new HttpServerOptions(options)
                                .setSsl(true)
                                .setUseAlpn(true)
                                .setKeyCertOptions(pair.options()))
                        .listen(config.port(), config.address()))
                .onSuccess(server -> {
                    secure = server;
                    reload = new CertificateReload(
                            vertx, files, ssl, RELOAD_EVERY, changed -> server.updateSSLOptions(changed, true));
                })
                .compose(_ -> server(options).listen(config.localPort(), LOOPBACK))
                .onSuccess(server -> local = server)
                .mapEmpty();
    }

    private HttpServer server(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .connectionHandler(connections::opened)
                .invalidRequestHandler(request -> Problems.unreadable(request, ids.get()))
                .requestHandler(this::handle);
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
