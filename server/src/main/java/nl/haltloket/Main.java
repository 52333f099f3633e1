package nl.haltloket;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.haltloket.config.ConfigException;
import nl.haltloket.config.Mode;
import nl.haltloket.db.DatabaseStartException;
import nl.haltloket.log.Logs;
import nl.haltloket.metrics.MeasuredVertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the kiosk and stops it again; {@code audit verify}, {@code keys recover} and {@code worker password} do that
 * instead.
 */
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 4;
    private static final int FAILED = 1;

    private Main() {}

    /** Arguments: none to run, {@code audit verify}, {@code keys recover}, or {@code worker password LOGIN}. */
    public static void main(String[] arguments) {
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
            } else {
                run(config);
            }
        } catch (ConfigException | DatabaseStartException | IllegalStateException e) {
            LOG.debug("Not started", e);
            Console.error(String.valueOf(e.getMessage()));
            System.exit(FAILED);
        } catch (BindException e) {
            Console.error("A port is in use (%s). Stop the other program, or choose another http port in config/."
                    .formatted(e.getMessage()));
            System.exit(FAILED);
        } catch (Exception e) {
            LOG.error("Not started", e);
            System.exit(FAILED);
        }
    }

    private static void run(Config config) throws Exception {
        Ports.check(config);
        CountDownLatch stopped = new CountDownLatch(1);
        Storage storage = Storage.open(config.database(), config.mode().dataDirectory());
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Vertx vertx = MeasuredVertx.create(new VertxOptions(), metrics);
        try {
            Kiosk kiosk = Kiosk.start(
                            vertx,
                            config,
                            storage.endpoint(),
                            metrics,
                            Clock.systemUTC(),
                            app -> Drill.open(app, config))
                    .await(START_SECONDS, TimeUnit.SECONDS);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(kiosk, vertx, storage, stopped), "stop"));
        } catch (Exception e) {
            vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
            storage.close();
            throw e;
        }
        stopped.await();
    }

    /** The hook waits: the process ends when everything is let go. */
    private static void stop(Kiosk kiosk, Vertx vertx, Storage storage, CountDownLatch stopped) {
        long began = System.nanoTime();
        try {
            kiosk.stop().eventually(vertx::close).await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("Not everything stopped in time: {}", e.toString());
        } finally {
            storage.close();
            Console.print("GESTOPT in %d ms".formatted(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
            stopped.countDown();
        }
    }
}
