package nl.haltloket;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import nl.haltloket.config.ConfigException;
import nl.haltloket.config.Mode;
import nl.haltloket.db.DatabaseStartException;
import nl.haltloket.db.Migrations;
import nl.haltloket.log.Logs;
import nl.haltloket.metrics.MeasuredVertx;
import nl.haltloket.web.Contract;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the kiosk and stops it again; {@code audit verify}, {@code keys recover}, {@code worker password} and
 * {@code bundle} do that instead.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 3;
    /** It cannot start like this, and starting it again does not help: a setting, a port, another Halt-loket. */
    private static final int REFUSED = 1;

    /** Something went wrong that may pass (EX_SOFTWARE of sysexits.h). */
    private static final int FAILED = 70;

    private static final String AGAIN = "--again";

    private Main() {}

    /**
     * Arguments: none to run; {@code audit verify}, {@code keys recover}, {@code worker password LOGIN} or {@code bundle};
     * or {@code --again} from the supervisor that starts it anew after it died. Exit codes: 0 and 143 when asked to stop, 1 when it
     * cannot start like this, 70 on a failure that may pass.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("bundle")) {
            System.exit(BundleCommand.run(Arrays.asList(arguments).subList(1, arguments.length)));
        }
        try {
            Config config = Config.load(Path.of("config"), System.getenv());
            Logs.use(config.log());
            if (config.mode().mode() != Mode.DRILL) {
                throw new IllegalStateException(
                        "Only drill mode can be started: a real event needs its signed bundle, which is not there yet.");
            }
            if (Arrays.equals(arguments, new String[] {"audit", "verify"})) {
                System.exit(VerifyAudit.run(config));
            } else if (arguments.length > 0 && arguments[0].equals("keys")) {
                System.exit(RecoverKeys.run(config, Arrays.asList(arguments)));
            } else if (arguments.length == 3 && arguments[0].equals("worker") && arguments[1].equals("password")) {
                System.exit(GivePassword.run(config, arguments[2]));
            } else if (arguments.length == 0 || Arrays.equals(arguments, new String[] {AGAIN})) {
                run(config, arguments.length > 0);
            } else {
                throw new IllegalStateException(
                        "Unknown: %s. There is audit verify, keys recover, worker password LOGIN and bundle."
                                .formatted(String.join(" ", arguments)));
            }
        } catch (ConfigException | DatabaseStartException | IllegalStateException e) {
            LOG.debug("Not started", e);
            Console.error(String.valueOf(e.getMessage()));
            System.exit(e instanceof DatabaseStartException failed && failed.mayPass() ? FAILED : REFUSED);
        } catch (BindException e) {
            Console.error("A port is in use (%s). Stop the other program, or choose another http port in config/."
                    .formatted(e.getMessage()));
            System.exit(REFUSED);
        } catch (Exception e) {
            LOG.error("Not started", e);
            System.exit(FAILED);
        }
    }

    private static void run(Config config, boolean again) throws Exception {
        Ports.check(config);
        Drill.begin(config, again);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicReference<@Nullable Kiosk> open = new AtomicReference<>();
        Thread.ofPlatform().daemon().name("prepare").start(Main::prepare);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        CompletableFuture<Vertx> made =
                CompletableFuture.supplyAsync(() -> MeasuredVertx.create(new VertxOptions(), metrics));
        Storage storage = Storage.open(config.database(), config.mode().dataDirectory());
        Vertx vertx = made.join();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(open.get(), vertx, storage, stopped), "stop"));
        Kiosk kiosk = Kiosk.start(
                        vertx,
                        config,
                        storage.endpoint(),
                        metrics,
                        Clock.systemUTC(),
                        app -> Drill.open(app, config, again))
                .await(START_SECONDS, TimeUnit.SECONDS);
        open.set(kiosk);
        kiosk.databaseTrouble(storage::trouble);
        stopped.await();
    }

    /** What is needed soon and takes its time to read, while PostgreSQL starts; who needs it before waits for it. */
    private static void prepare() {
        Migrations.prepare();
        JsonObject _ = Contract.whole();
    }

    /** The hook waits: the process ends when everything is let go, also when it was asked while it was starting. */
    private static void stop(@Nullable Kiosk kiosk, Vertx vertx, Storage storage, CountDownLatch stopped) {
        long began = System.nanoTime();
        Future<Void> ended = kiosk == null ? Future.succeededFuture() : kiosk.stop();
        try {
            ended.eventually(vertx::close).await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("Not everything stopped in time: {}", e.toString());
        } finally {
            storage.close();
            Console.print("GESTOPT in %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
            stopped.countDown();
        }
    }
}
