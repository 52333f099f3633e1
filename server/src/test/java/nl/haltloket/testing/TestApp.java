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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.haltloket.App;
import nl.haltloket.Config;
import nl.haltloket.Kiosk;
import nl.haltloket.config.Mode;
import nl.haltloket.config.ModeConfig;
import nl.haltloket.config.Secret;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.db.Endpoint;
import nl.haltloket.identity.SeededWorkers;
import nl.haltloket.keys.KeyConfig;
import nl.haltloket.keys.KeyProtection;
import nl.haltloket.keys.KeyStore;
import nl.haltloket.log.LogConfig;
import nl.haltloket.metrics.MeasuredVertx;
import nl.haltloket.notify.CapSettings;
import nl.haltloket.notify.GatewayKind;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.SmppConfig;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.web.HttpConfig;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** The whole server with the drill's event, on free ports and a database of its own. */
public final class TestApp implements Loket, AutoCloseable {
    /** When it opens; the clock stands still until a test moves it. */
    public static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    /** Of every worker: fatima and joris are workers, anneke is also the coordinator. */
    public static final String PASSWORD = SeededWorkers.PASSWORD;

    /** How many connections it has to its database. */
    public static final int POOL_SIZE = 8;

    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int STREAMS = 200;
    private static final int CONNECTIONS = 40;
    private static final int NOBODY_LISTENS = 1;
    private static final int BODY_LIMIT = 65_536;

    private final Path directory;
    private final SettableClock clock = new SettableClock(START);
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Vertx vertx = MeasuredVertx.create(new VertxOptions().setEventLoopPoolSize(2), meters);
    private final TestDatabase testDatabase;
    private final WebClient client = WebClient.create(
            vertx, new WebClientOptions().setFollowRedirects(false), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    private final Config config;
    private Kiosk kiosk;

    public TestApp() {
        this(STREAMS, GatewayKind.SIMULATOR, "");
    }

    /** Whose keys are wrapped by this passphrase; opened by its first start. */
    public static TestApp protectedBy(String passphrase) {
        return new TestApp(STREAMS, GatewayKind.SIMULATOR, passphrase);
    }

    /** With room for so many live streams. */
    public TestApp(int streamLimit) {
        this(streamLimit, GatewayKind.SIMULATOR, "");
    }

    /** With a gateway that is down: texts stay in the queue, and no report changes a guardian meanwhile. */
    public static TestApp withoutGateway() {
        return new TestApp(STREAMS, GatewayKind.SMPP, "");
    }

    /** With these gateways, in a drill that names peers of its own. */
    public static TestApp texting(SmsSettings texts) {
        return new TestApp(STREAMS, "", Optional.empty(), configuration(), texts);
    }

    /** With the tables of its database in this directory. */
    public TestApp(Path tables) {
        this(STREAMS, GatewayKind.SIMULATOR, "", Optional.of(tables), configuration());
    }

    /** With the law and the event of this directory. */
    public static TestApp configuredIn(Path configuration) {
        return new TestApp(STREAMS, GatewayKind.SIMULATOR, "", Optional.empty(), configuration);
    }

    private TestApp(int streamLimit, GatewayKind gateway, String passphrase) {
        this(streamLimit, gateway, passphrase, Optional.empty(), configuration());
    }

    private TestApp(
            int streamLimit, GatewayKind gateway, String passphrase, Optional<Path> tables, Path configuration) {
        this(
                streamLimit,
                passphrase,
                tables,
                configuration,
                new SmsSettings(List.of(gateway(gateway)), Duration.ofHours(2)));
    }

    private TestApp(int streamLimit, String passphrase, Optional<Path> tables, Path configuration, SmsSettings texts) {
        testDatabase = tables.map(space -> new TestDatabase(vertx, space)).orElseGet(() -> new TestDatabase(vertx));
        try {
            directory = Files.createTempDirectory("test-app");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        config = config(streamLimit, texts, passphrase, configuration);
        kiosk = start();
    }

    private Kiosk start() {
        return await(Kiosk.start(vertx, config, endpoint(), meters, clock, this::seed));
    }

    private Future<Void> seed(App opened) {
        return SeededWorkers.add(
                testDatabase.database(),
                opened.event().id(),
                List.copyOf(opened.eventFile().workers()));
    }

    /** The server ends and starts again on the same data; the memory of the machine stays. */
    public void restart() {
        await(kiosk.stop());
        kiosk = start();
    }

    /** The whole machine loses its power, and starts again. */
    public void losePower() {
        await(kiosk.stop());
        forgetMemory();
        kiosk = start();
    }

    /** What {@code scripts/keys recover} does with the key of the drill's office; gives the new passphrase. */
    public String recoverKeys() {
        Path office = directory.resolve("drill-office").resolve("office-private.pem");
        try {
            return new KeyStore(config.keys(), directory, new SecureRandom())
                    .recover(Files.readString(office), Optional.empty())
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the unwrapped keys of this server are as long as the machine has power. */
    public Path memoryCopy() {
        return KeyStore.memoryCopy(MEMORY, directory);
    }

    private void forgetMemory() {
        try {
            var _ = Files.deleteIfExists(memoryCopy());
            var _ = Files.deleteIfExists(Objects.requireNonNull(memoryCopy().getParent()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives every worker {@link #PASSWORD}, as at a start. */
    public void seedWorkers() {
        await(seed(app()));
    }

    /** As on the evening on which nobody chose one yet. */
    public void forgetPins() {
        var _ = rows("UPDATE worker SET pin_hash = NULL RETURNING id");
    }

    private Config config(int streamLimit, SmsSettings texts, String passphrase, Path configuration) {
        return new Config(
                new ModeConfig(Mode.DRILL, directory),
                new HttpConfig("127.0.0.1", 0, 0, 0, 0, Optional.empty(), Optional.empty(), BODY_LIMIT, streamLimit),
                new DatabaseConfig(Optional.of(endpoint()), 0, POOL_SIZE, 200),
                texts,
                new KeyConfig(
                        passphrase.isEmpty() ? KeyProtection.PLAIN : KeyProtection.PASSPHRASE,
                        new Secret(passphrase),
                        MEMORY,
                        Optional.empty()),
                configuration,
                new LogConfig(LogConfig.Format.PLAIN, Optional.empty()),
                // Tests text one number all night.
                new CapSettings(3, 10_000, 100_000, 10_000));
    }

    private static GatewaySettings gateway(GatewayKind kind) {
        return kind == GatewayKind.SIMULATOR
                ? new GatewaySettings.Simulator(1, 0, "Halt", 10)
                : new GatewaySettings.Smpp(
                        1,
                        new SmppConfig(
                                "smpp-1",
                                "127.0.0.1",
                                NOBODY_LISTENS,
                                Optional.empty(),
                                "oefening",
                                new Secret(""),
                                "Halt",
                                10));
    }

    private Endpoint endpoint() {
        return testDatabase.endpoint();
    }

    /** The configuration that is shipped. */
    public static Path configuration() {
        Path here = Path.of("config");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }

    /** Where it keeps its own data. */
    public Path data() {
        return directory;
    }

    /** Ports, health and what is behind them. */
    public Kiosk kiosk() {
        return kiosk;
    }

    /** The server itself. */
    public App app() {
        return kiosk.app().orElseThrow();
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

    @Override
    public String password(String login) {
        return PASSWORD;
    }

    @Override
    public String invite(Profile profile) {
        String referrer = profile == Profile.VERWIJZER
                ? app().event().referrers().getFirst().id()
                : null;
        return await(app().identity().enrolment().invite(profile, referrer, null))
                .token();
    }

    /** The answer is held against the contract. */
    @Override
    public Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body) {
        return Door.send(client, kiosk.servers().localPort(), method, path, headers, body);
    }

    /** Asks the management port. */
    public Reply manage(String path) {
        return await(client.get(kiosk.management().port(), "127.0.0.1", path)
                .send()
                .map(response -> new Reply(
                        response.statusCode(),
                        response.headers(),
                        Optional.ofNullable(response.body()).orElseGet(Buffer::buffer))));
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
        await(kiosk.stop().eventually(() -> {
            testDatabase.close();
            return Future.succeededFuture();
        }));
        await(vertx.close());
        forgetMemory();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
