package nl.haltloket;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.haltloket.config.Secret;
import nl.haltloket.db.Database;
import nl.haltloket.db.Signals;
import nl.haltloket.drill.DrillGateways;
import nl.haltloket.drill.DrillGuard;
import nl.haltloket.drill.PhoneReply;
import nl.haltloket.drill.SmsSimulator;
import nl.haltloket.metrics.ProbeMetrics;
import nl.haltloket.metrics.TimedGateway;
import nl.haltloket.notify.GatewaySet;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.Inbound;
import nl.haltloket.notify.OutboxWorker;
import nl.haltloket.notify.ProbedGateway;
import nl.haltloket.notify.Roads;
import nl.haltloket.notify.SmppConfig;
import nl.haltloket.notify.SmppGateway;
import nl.haltloket.notify.SmsGateway;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.notify.http.HttpGateway;
import nl.haltloket.notify.http.NotifyGateway;
import nl.haltloket.notify.http.ReportSeal;

/** The gateways with their worker; in a drill simulators behind them, unless other peers on this machine are named. */
final class TextMessages {
    private static final Duration SIMULATED_DELIVERY = Duration.ofSeconds(1);
    private static final int PASSWORD_BYTES = 4;
    private static final String SYSTEM_ID = "oefening";
    private static final String NODE = "kiosk";

    private final Vertx vertx;
    private final Clock clock;
    private final SecureRandom random;
    private final List<SmsSimulator> simulators = new ArrayList<>();
    private final List<SmsGateway> calledBack = new ArrayList<>();
    private final List<ProbedGateway> probes = new ArrayList<>();
    private final List<Long> timers = new ArrayList<>();
    private final ReportSeal seal;
    private final String here;
    private final DrillGateways drill = new DrillGateways();
    private final GatewaySet gateways;
    private final OutboxWorker worker;

    /**
     * Where the gateways stand.
     *
     * @param url of this desk, for providers that call back
     * @param open whether it is open now
     * @param ids of texts that belong to no case
     * @param proof what it sends to its own number, if somebody signed a text for that
     */
    record Desk(String url, BooleanSupplier open, Supplier<UUID> ids, Supplier<Future<Optional<String>>> proof) {}

    TextMessages(
            Vertx vertx,
            Database database,
            SmsSettings settings,
            OutboxWorker.Parts parts,
            Clock clock,
            SecureRandom random,
            MeterRegistry meters,
            Desk desk) {
        this.seal = new ReportSeal(parts.eventKeys());
        this.here = settings.callbackUrl().orElse(desk.url());
        this.vertx = vertx;
        this.clock = clock;
        this.random = random;
        settings.gateways().forEach(DrillGuard::check);
        List<TimedGateway> roads = settings.gateways().stream()
                .map(slot -> probed(gateway(slot), settings.probeNumber(), desk, meters))
                .map(road -> new TimedGateway(road, meters))
                .toList();
        this.gateways = new GatewaySet(vertx, roads, clock);
        this.worker = new OutboxWorker(vertx, database, gateways, parts, clock, node());
    }

    /** The one place that knows which class serves which kind. */
    private SmsGateway gateway(GatewaySettings slot) {
        return switch (slot) {
            case GatewaySettings.Simulator simulated -> new SmppGateway(vertx, simulator(simulated), clock);
            case GatewaySettings.Smpp smpp -> new SmppGateway(vertx, smpp.smpp(), clock);
            case GatewaySettings.Notify notify -> calledBack(new NotifyGateway(vertx, notify, clock));
            case GatewaySettings.Http http -> calledBack(new HttpGateway(vertx, http, seal, () -> here, clock));
        };
    }

    private SmsGateway calledBack(SmsGateway gateway) {
        calledBack.add(gateway);
        return gateway;
    }

    private SmsGateway probed(SmsGateway road, Optional<String> number, Desk desk, MeterRegistry meters) {
        return number.<SmsGateway>map(own -> {
                    ProbedGateway.Plan plan = new ProbedGateway.Plan(
                            own, desk.proof(), desk.open(), desk.ids(), new ProbeMetrics(meters));
                    ProbedGateway probed = new ProbedGateway(road, plan, clock);
                    probes.add(probed);
                    return probed;
                })
                .orElse(road);
    }

    /** Those whose providers call us. */
    List<? extends SmsGateway> calledBack() {
        return calledBack;
    }

    /** Starts a simulator and tells how to reach it. */
    private SmppConfig simulator(GatewaySettings.Simulator settings) {
        Secret password = password(random);
        try {
            SmsSimulator simulator = new SmsSimulator(
                    InetAddress.getLoopbackAddress(),
                    settings.port(),
                    SYSTEM_ID,
                    password.value(),
                    clock,
                    SIMULATED_DELIVERY);
            simulators.add(simulator);
            drill.add(settings.name(), simulator);
            return new SmppConfig(
                    settings.name(),
                    settings.host(),
                    simulator.port(),
                    Optional.empty(),
                    SYSTEM_ID,
                    password,
                    settings.sender(),
                    settings.window());
        } catch (IOException e) {
            throw new UncheckedIOException("The sms simulator cannot listen on port " + settings.port(), e);
        }
    }

    private static Secret password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    /** Own name of this machine, so that nodes on one database do not take each other's messages for their own. */
    static String node() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return NODE;
        }
    }

    /**
     * The worker comes first: a report that a provider offers again as soon as it is bound must find the message in doubt.
     */
    Future<Void> start(Signals signals) {
        return worker.start(signals)
                .compose(_ -> gateways.start())
                .onSuccess(_ -> probes.forEach(probe -> timers.add(probe.begin(vertx))));
    }

    /** Who is told when {@link #roads()} changes. */
    void onHealth(Runnable listener) {
        gateways.onHealth(listener);
    }

    /** Where texts go that people send to us; to be said before {@link #start}. */
    void onInbound(Function<Inbound, Future<Void>> keeper) {
        gateways.onInbound(keeper);
    }

    /** The drill's simulators; none when other peers are named. */
    DrillGateways drill() {
        return drill;
    }

    /** Sends a text as the phone that got this simulated message; refused without it. */
    Future<Void> replyAsGuardian(String messageId, String text) {
        PhoneReply.check(text);
        SmsSimulator holder = simulators.stream()
                .filter(simulator -> simulator.has(messageId))
                .findFirst()
                .orElseThrow(PhoneReply::unknown);
        return vertx.executeBlocking(
                () -> {
                    holder.reply(messageId, text);
                    return null;
                },
                false);
    }

    /** How the gateways do. */
    Roads roads() {
        return gateways.roads();
    }

    Future<Void> stop() {
        timers.forEach(vertx::cancelTimer);
        return worker.stop().eventually(gateways::close).eventually(this::stopSimulators);
    }

    private Future<Void> stopSimulators() {
        for (SmsSimulator simulator : simulators) {
            try {
                simulator.close();
            } catch (IOException e) {
                return Future.failedFuture(e);
            }
        }
        return Future.succeededFuture();
    }
}
