package nl.haltloket;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import nl.haltloket.db.Database;
import nl.haltloket.db.Signals;
import nl.haltloket.drill.DrillGuard;
import nl.haltloket.drill.SimulatedSms;
import nl.haltloket.drill.SmsSimulator;
import nl.haltloket.metrics.TimedGateway;
import nl.haltloket.notify.Health;
import nl.haltloket.notify.OutboxWorker;
import nl.haltloket.notify.SmppGateway;
import nl.haltloket.notify.SmsConfig;
import nl.haltloket.notify.SmsGateway;
import nl.haltloket.notify.SmsSettings;
import org.jspecify.annotations.Nullable;

/** The gateway with its worker; in a drill a simulator behind it, unless another peer on this machine is named. */
final class TextMessages {
    private static final Duration SIMULATED_DELIVERY = Duration.ofSeconds(1);
    private static final int PASSWORD_BYTES = 4;
    private static final String NODE = "kiosk";

    private final @Nullable SmsSimulator simulator;
    private final SmsGateway gateway;
    private final OutboxWorker worker;

    TextMessages(
            Vertx vertx,
            Database database,
            SmsSettings settings,
            OutboxWorker.Parts parts,
            Clock clock,
            SecureRandom random,
            MeterRegistry meters) {
        SmsConfig config;
        if (settings.kind() == SmsConfig.Kind.SIMULATOR) {
            String password = password(random);
            this.simulator = simulator(settings, password, clock);
            config = settings.at(simulator.port(), password);
        } else {
            this.simulator = null;
            config = settings.at(settings.port(), settings.password().value());
        }
        DrillGuard.check(config);
        this.gateway = new TimedGateway(new SmppGateway(vertx, config, clock), meters);
        this.worker = new OutboxWorker(vertx, database, gateway, parts, clock, NODE);
    }

    private static SmsSimulator simulator(SmsSettings settings, String password, Clock clock) {
        try {
            return new SmsSimulator(
                    InetAddress.getLoopbackAddress(),
                    settings.port(),
                    settings.systemId(),
                    password,
                    clock,
                    SIMULATED_DELIVERY);
        } catch (IOException e) {
            throw new UncheckedIOException("The sms simulator cannot listen on port " + settings.port(), e);
        }
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    Future<Void> start(Signals signals) {
        return gateway.start().compose(_ -> worker.start(signals));
    }

    /** Who is told when {@link #health()} changes. */
    void onHealth(Runnable listener) {
        gateway.onHealth(listener);
    }

    /** What the drill's simulator got; empty without a simulator. */
    Optional<List<SimulatedSms>> simulated() {
        return Optional.ofNullable(simulator).map(SmsSimulator::messages);
    }

    Health health() {
        return gateway.health();
    }

    Future<Void> stop() {
        return worker.stop().eventually(gateway::close).eventually(this::stopSimulator);
    }

    private Future<Void> stopSimulator() {
        if (simulator != null) {
            try {
                simulator.close();
            } catch (IOException e) {
                return Future.failedFuture(e);
            }
        }
        return Future.succeededFuture();
    }
}
