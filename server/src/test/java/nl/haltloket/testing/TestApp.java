package nl.haltloket.testing;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.haltloket.App;
import nl.haltloket.Config;
import nl.haltloket.config.Mode;
import nl.haltloket.config.ModeConfig;
import nl.haltloket.config.Secret;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.db.Endpoint;
import nl.haltloket.notify.SmsConfig;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.web.HttpConfig;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** The whole server with the drill's event, on free ports and a database of its own. */
public final class TestApp implements Door, AutoCloseable {
    /** When it opens; the clock stands still until a test moves it. */
    public static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    /** Of every worker: fatima and joris are workers, anneke is also the coordinator. */
    public static final String PASSWORD = "oefening-1234";

    private static final int STREAMS = 200;
    private static final int CONNECTIONS = 40;
    private static final int NOBODY_LISTENS = 1;
    private static final int BODY_LIMIT = 65_536;

    private final Path directory;
    private final SettableClock clock = new SettableClock(START);
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final TestDatabase testDatabase = new TestDatabase(vertx);
    private final WebClient client = WebClient.create(
            vertx, new WebClientOptions().setFollowRedirects(false), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final App app;

    public TestApp() {
        this(STREAMS, SmsConfig.Kind.SIMULATOR);
    }

    /** With room for so many live streams. */
    public TestApp(int streamLimit) {
        this(streamLimit, SmsConfig.Kind.SIMULATOR);
    }

    /** With a gateway that is down: texts stay in the queue, and no report changes a guardian meanwhile. */
    public static TestApp withoutGateway() {
        return new TestApp(STREAMS, SmsConfig.Kind.SMPP);
    }

    private TestApp(int streamLimit, SmsConfig.Kind gateway) {
        try {
            directory = Files.createTempDirectory("test-app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        app = await(App.start(
                vertx,
                config(streamLimit, gateway),
                endpoint(),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                clock));
        app.eventFile()
                .workers()
                .forEach(worker -> await(app.identity().sessions().seed(worker, PASSWORD)));
    }

    private Config config(int streamLimit, SmsConfig.Kind gateway) {
        return new Config(
                new ModeConfig(Mode.DRILL, directory),
                new HttpConfig("127.0.0.1", 0, 0, 0, 0, Optional.empty(), Optional.empty(), BODY_LIMIT, streamLimit),
                new DatabaseConfig(Optional.of(endpoint()), 0, 8, 200),
                new SmsSettings(
                        gateway,
                        "127.0.0.1",
                        gateway == SmsConfig.Kind.SIMULATOR ? 0 : NOBODY_LISTENS,
                        "oefening",
                        new Secret(""),
                        "Halt",
                        10,
                        Duration.ofHours(2)),
                eventFile());
    }

    private Endpoint endpoint() {
        return testDatabase.endpoint();
    }

    private static Path eventFile() {
        Path here = Path.of("config/event.json");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }

    /** The server itself. */
    public App app() {
        return app;
    }

    /** Its clock. */
    public SettableClock clock() {
        return clock;
    }

    /** Its Vert.x, which the clients use too. */
    public Vertx vertx() {
        return vertx;
    }

    /** Its database, by the same way in that services have. */
    public Database database() {
        return testDatabase.database();
    }

    /** The keys it works with, read again from its file. */
    public EventKeys keys() {
        return EventKeys.readOrGenerate(directory.resolve("keys").resolve("event-key.json"), new SecureRandom());
    }

    /** Rows as they are stored. */
    public List<Row> rows(String sql, @Nullable Object... parameters) {
        var rows = await(testDatabase.pool().preparedQuery(sql).execute(Tuple.from(parameters)));
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    /** The number that a {@code SELECT count(*)} gives. */
    public long count(String fromWhere, @Nullable Object... parameters) {
        return rows("SELECT count(*) FROM " + fromWhere, parameters).getFirst().getLong(0);
    }

    /** A code that lets one device in; for a phone as the first referrer. */
    public String invite(Profile profile) {
        String referrer = profile == Profile.VERWIJZER
                ? app.event().referrers().getFirst().id()
                : null;
        return await(app.identity().enrolment().invite(profile, referrer, null)).token();
    }

    @Override
    public Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body) {
        return Door.send(client, app.servers().localPort(), method, path, headers, body);
    }

    /** Waits for a future on a test's own thread. */
    @CanIgnoreReturnValue
    public static <T> T await(Future<T> future) {
        try {
            return future.await(20, SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen in time", e);
        }
    }

    @Override
    public void close() {
        await(app.stop().eventually(() -> {
            testDatabase.close();
            return Future.succeededFuture();
        }));
        await(vertx.close());
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
