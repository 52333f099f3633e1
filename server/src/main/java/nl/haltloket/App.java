package nl.haltloket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.board.BoardRoutes;
import nl.haltloket.casefile.CaseGuardians;
import nl.haltloket.casefile.CaseRoutes;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.DisplacementService;
import nl.haltloket.casefile.ReceiptService;
import nl.haltloket.command.Commands;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.db.Endpoint;
import nl.haltloket.db.Signals;
import nl.haltloket.dossier.DossierRoutes;
import nl.haltloket.dossier.DossierService;
import nl.haltloket.drill.DrillRoutes;
import nl.haltloket.event.CardService;
import nl.haltloket.event.Event;
import nl.haltloket.event.EventFile;
import nl.haltloket.event.EventRepository;
import nl.haltloket.event.EventRoutes;
import nl.haltloket.event.Mandate;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.HandoverRoutes;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.identity.Identity;
import nl.haltloket.identity.IdentityContext;
import nl.haltloket.identity.IdentityRoutes;
import nl.haltloket.identity.JoinText;
import nl.haltloket.intake.IntakeRoutes;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.OutboxWorker;
import nl.haltloket.web.Api;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.HttpServers;
import nl.haltloket.web.Management;
import nl.haltloket.web.SseStreams;

/** The whole server in one list: pool, services, routes, worker and listeners, in the order in which they depend. */
public final class App {
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final int CONNECT_SECONDS = 5;

    private final Event event;
    private final EventFile eventFile;
    private final Pool pool;
    private final Database database;
    private final Signals signals;
    private final SseStreams streams;
    private final Audit audit;
    private final Identity identity;
    private final JoinText joinText;
    private final TextMessages texts;
    private final HttpServers servers;
    private final Management management;
    private final Clock clock;

    private App(Vertx vertx, Config config, Endpoint endpoint, Api api, Parts parts) {
        this.clock = parts.clock();
        this.eventFile = parts.eventFile();
        this.event = parts.event();
        this.database = parts.database();
        this.pool = parts.pool();
        this.identity = parts.identity();
        this.audit = parts.audit();
        EventKeys keys = parts.keys();
        Supplier<UUID> ids = parts.ids();
        this.signals = new Signals(vertx, connection(endpoint));
        this.streams = new SseStreams(vertx, config.http().streamLimit());
        Origin origin = new Origin(event.host(), config.http());
        this.joinText = new JoinText(origin.authority(), keys.sealKey());

        CaseKeys caseKeys = new CaseKeys(keys, parts.random());
        Commands commands = new Commands(database, keys, clock);
        Mandate mandate = new Mandate(event, origin.authority(), keys, clock);
        CardService cards = new CardService(database, event, clock, parts.random());
        Outbox outbox = new Outbox(caseKeys, keys, clock);
        HandoverService handovers =
                new HandoverService(database, identity.sessions(), cards, caseKeys, keys, audit, event, clock);
        GuardianService guardians =
                new GuardianService(caseKeys, outbox, event, config.sms().bridgeExpiry(), clock, ids);
        CaseService cases = new CaseService(handovers, guardians, caseKeys, audit, event, clock);
        IntakeService intake = new IntakeService(cases, caseKeys, clock);
        ReceiptService receipts = new ReceiptService(cases, handovers, guardians, caseKeys, audit, event, clock);
        DisplacementService displacements =
                new DisplacementService(cases, receipts, handovers, guardians, intake::move, caseKeys, event, clock);
        DossierService dossiers = new DossierService(database, cases, intake, event);

        new IdentityRoutes(identity, mandate, joinText, origin.url()).on(api);
        new EventRoutes(vertx, event, mandate, cards, commands, origin.url()).on(api);
        new HandoverRoutes(handovers, commands, streams).on(api);
        new CaseRoutes(cases, receipts, displacements, new CaseGuardians(cases, guardians), commands).on(api);
        new IntakeRoutes(database, cases, intake, commands, event).on(api);
        new DossierRoutes(vertx, dossiers, clock).on(api);
        new BoardRoutes(database, event, HandoverService.BOARD_TOPIC, streams, clock).on(api);

        this.texts = new TextMessages(
                vertx,
                database,
                config.sms(),
                new OutboxWorker.Parts(caseKeys, keys, guardians),
                clock,
                parts.random());
        new DrillRoutes(texts::simulated).on(api);
        this.servers = new HttpServers(vertx, config.http(), parts.certificate(), api, ids);
        this.management = new Management(vertx, config.http().managementPort(), parts.metrics(), this::readiness);
        signals.listen(HandoverService.BOARD_TOPIC, key -> changed(HandoverService.BOARD_TOPIC, key));
        signals.listen(HandoverService.TOPIC, key -> changed(HandoverService.TOPIC, key));
    }

    /** What the list starts from. */
    private record Parts(
            EventFile eventFile,
            Event event,
            EventKeys keys,
            Pool pool,
            Database database,
            Audit audit,
            Identity identity,
            CertificateFiles certificate,
            PrometheusMeterRegistry metrics,
            Clock clock,
            Supplier<UUID> ids,
            SecureRandom random) {}

    /** Makes everything, seeds the event, and starts to listen and to send. */
    public static Future<App> start(
            Vertx vertx, Config config, Endpoint endpoint, PrometheusMeterRegistry metrics, Clock clock) {
        SecureRandom random = new SecureRandom();
        Supplier<UUID> ids = UuidCreator::getTimeOrderedEpoch;
        Path data = config.mode().dataDirectory();
        EventKeys keys = EventKeys.readOrGenerate(data.resolve("keys").resolve("event-key.json"), random);
        EventFile eventFile = EventFile.read(config.eventFile());
        Event event = eventFile.drillFrom(clock.instant());
        Pool pool = pool(vertx, connection(endpoint), config.database());
        Database database = new Database(pool);
        Audit audit = new Audit(clock);
        Identity identity = Identity.create(
                new IdentityContext(vertx, database, audit, keys, event.id(), event.drill(), clock, ids, random));
        CertificateFiles certificate = Certificates.of(config.http(), event.host(), data.resolve("tls"), clock);
        Parts parts = new Parts(
                eventFile, event, keys, pool, database, audit, identity, certificate, metrics, clock, ids, random);
        return Api.load(vertx, identity.sessions())
                .map(api -> new App(vertx, config, endpoint, api, parts))
                .compose(App::start);
    }

    private Future<App> start() {
        return database.inTransaction(tx -> new EventRepository()
                        .seed(tx, event, clock.instant())
                        .compose(_ -> audit.start(tx, event.id())))
                .compose(_ -> texts.start(signals))
                .compose(_ -> signals.start())
                .compose(_ -> servers.start())
                .compose(_ -> management.start())
                .map(_ -> this);
    }

    /** Ends streams first, then finishes requests, then lets go of gateway and database. */
    public Future<Void> stop() {
        streams.close();
        return servers.stop(DRAIN)
                .eventually(texts::stop)
                .eventually(signals::close)
                .eventually(pool::close);
    }

    /** The event that this server is open for. */
    public Event event() {
        return event;
    }

    /** The file it was seeded from, with its workers. */
    public EventFile eventFile() {
        return eventFile;
    }

    /** Devices and workers. */
    public Identity identity() {
        return identity;
    }

    /** Writes the text of a join QR. */
    public JoinText joinText() {
        return joinText;
    }

    /** Where it listens. */
    public HttpServers servers() {
        return servers;
    }

    /** Health and metrics. */
    public Management management() {
        return management;
    }

    private void changed(String topic, String key) {
        if (key.equals(Signals.ANYTHING)) {
            streams.changed();
        } else {
            streams.changed(topic, key);
        }
    }

    /** The desk works without a gateway: its absence is told, and is no reason to turn people away. */
    private Future<JsonObject> readiness() {
        return database.inTransaction(tx -> tx.query("SELECT 1")).map(_ -> new JsonObject()
                .put("database", "UP")
                .put("gateway", texts.health().up() ? "UP" : "DOWN")
                .put("streams", streams.count()));
    }

    static PgConnectOptions connection(Endpoint endpoint) {
        return PgConnectOptions.fromUri(endpoint.url())
                .setUser(endpoint.user())
                .setPassword(endpoint.password().value())
                .setCachePreparedStatements(true);
    }

    private static Pool pool(Vertx vertx, PgConnectOptions connection, DatabaseConfig config) {
        PoolOptions options = new PoolOptions()
                .setMaxSize(config.poolSize())
                .setMaxWaitQueueSize(config.waitQueue())
                .setConnectionTimeout(CONNECT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(connection)
                .using(vertx)
                .build();
    }
}
