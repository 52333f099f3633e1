package nl.haltloket;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.haltloket.audit.Audit;
import nl.haltloket.care.HelpFile;
import nl.haltloket.config.Mode;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Endpoint;
import nl.haltloket.document.DocumentFile;
import nl.haltloket.document.DocumentShelf;
import nl.haltloket.event.Event;
import nl.haltloket.event.EventRepository;
import nl.haltloket.keys.KeyStore;
import nl.haltloket.law.InForce;
import nl.haltloket.law.LawDirectory;
import nl.haltloket.law.LawService;
import nl.haltloket.metrics.DeskMetrics;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.GatewayStatus;
import nl.haltloket.notify.Health;
import nl.haltloket.notify.Roads;
import nl.haltloket.opening.Opening;
import nl.haltloket.opening.OpeningRoutes;
import nl.haltloket.opening.ParkedHandovers;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.Templates;
import nl.haltloket.texts.TextFile;
import nl.haltloket.transfer.ReceiverFile;
import nl.haltloket.web.Api;
import nl.haltloket.web.Authenticator;
import nl.haltloket.web.Caller;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.Check;
import nl.haltloket.web.HttpServers;
import nl.haltloket.web.Management;
import nl.haltloket.web.Readiness;
import org.jspecify.annotations.Nullable;

/**
 * The server from its first moment: ports, health and database, and behind them the open desk, or the locked one until
 * somebody opens it.
 */
public final class Kiosk {
    private static final Duration DRAIN = Duration.ofSeconds(2);
    private static final Roads LOCKED = new Roads(
            new Health(false, "Er gaan geen sms-berichten uit zolang het loket op slot is.", Instant.EPOCH), List.of());

    private final Base base;
    private final TextFile texts;
    private final Pool pool;
    private final Management management;
    private final Opening opening;
    private final Function<App, Future<Void>> whenOpen;
    private volatile @Nullable App app;
    private volatile Supplier<Optional<String>> databaseTrouble = Optional::empty;

    private Kiosk(
            Vertx vertx,
            Config config,
            Reached reached,
            PrometheusMeterRegistry metrics,
            Clock clock,
            KeyStore store,
            Function<App, Future<Void>> whenOpen) {
        this.whenOpen = whenOpen;
        Path data = config.mode().dataDirectory();
        Supplier<UUID> ids = UuidCreator::getTimeOrderedEpoch;
        LawService law = reached.law();
        Event event = event(law, clock);
        this.pool = reached.pool();
        this.texts = reached.files().texts();
        Database database = reached.database();
        Audit audit = new Audit(clock);
        this.opening = new Opening(vertx, store, database, audit, event.id(), clock, this::open);
        OpeningRoutes openingRoutes =
                new OpeningRoutes(opening, new ParkedHandovers(database, event.id(), clock), event.drill());
        CertificateFiles certificate = Certificates.of(config.http(), event.host(), data.resolve("tls"), clock);
        HttpServers servers = new HttpServers(vertx, config.http(), certificate, ids, clock, metrics);
        DeskMetrics numbers = new DeskMetrics(
                database,
                metrics,
                config.sms().gateways().stream().map(GatewaySettings::name).toList(),
                () -> app().map(App::roads).orElse(LOCKED),
                () -> app().map(App::streamCount).orElse(0),
                clock);
        Readiness readiness = new Checks(vertx, clock)
                .of(database, () -> databaseTrouble.get(), certificate, data, event)
                .with("law", () -> Future.succeededFuture(law.check()), Check.warn("Onbekend."))
                .with("opening", () -> Future.succeededFuture(opened(app())), Check.fail("Onbekend."))
                .with(
                        "gateway",
                        () -> Future.succeededFuture(
                                gateway(app().map(App::roads).orElse(LOCKED))),
                        Check.warn("Onbekend."));
        this.management = new Management(vertx, config.http().managementPort(), numbers::scrape, readiness);
        this.base = new Base(
                vertx,
                config,
                reached.connection(),
                database,
                law,
                reached.files().receivers(),
                reached.files().help(),
                event,
                audit,
                servers,
                openingRoutes,
                metrics,
                clock,
                ids,
                new SecureRandom(),
                reached.files().documents());
    }

    /**
     * Seeds the event and starts to listen, open or locked.
     *
     * @param whenOpen what is to be done each time that the desk opens, before that counts as done
     */
    public static Future<Kiosk> start(
            Vertx vertx,
            Config config,
            Endpoint endpoint,
            PrometheusMeterRegistry metrics,
            Clock clock,
            Function<App, Future<Void>> whenOpen) {
        Path data = config.mode().dataDirectory();
        KeyStore store = new KeyStore(config.keys(), data, new SecureRandom());
        LawDirectory directory =
                new LawDirectory(config.directory(), data, config.mode().mode() == Mode.DRILL);
        // Three things that need nothing of each other, each with mathematics or words to read.
        Future<KeyStore.Found> found = vertx.executeBlocking(store::find, false);
        Future<LawDirectory.Contents> law =
                vertx.executeBlocking(() -> directory.read(clock.instant(), new SecureRandom()), false);
        Future<Files> files = vertx.executeBlocking(() -> Files.read(config.directory()), false);
        return Future.join(found, law, files)
                .compose(_ -> reach(vertx, config, endpoint, law.result(), files.result(), clock))
                .compose(reached -> {
                    Kiosk kiosk = new Kiosk(vertx, config, reached, metrics, clock, store, whenOpen);
                    found.result().newPassphrase().ifPresent(KeyWords::tell);
                    return kiosk.start(found.result().keys());
                });
    }

    /** The files of the configuration that say what may be said, and to whom. */
    private record Files(TextFile texts, DocumentFile documents, ReceiverFile receivers, HelpFile help) {
        static Files read(Path directory) {
            return new Files(
                    TextFile.read(directory),
                    DocumentFile.read(directory),
                    ReceiverFile.read(directory),
                    HelpFile.read(directory));
        }
    }

    /** The database, and the law that is in force by it. */
    private record Reached(PgConnectOptions connection, Pool pool, Database database, LawService law, Files files) {}

    private static Future<Reached> reach(
            Vertx vertx, Config config, Endpoint endpoint, LawDirectory.Contents contents, Files files, Clock clock) {
        PgConnectOptions connection = Connections.to(endpoint);
        Pool pool = Connections.pool(vertx, connection, config.database());
        Database database = new Database(pool);
        return LawService.start(vertx, database, contents, clock)
                .map(law -> new Reached(connection, pool, database, law, files))
                .recover(failure -> pool.close().transform(_ -> Future.failedFuture(failure)));
    }

    private static Event event(LawService law, Clock clock) {
        InForce now = law.inForce();
        Event event =
                new Event(now.event(), now.law().offences(), now.law().rules().version(), clock.instant());
        law.onChange(newer -> event.adopt(
                newer.event(), newer.law().offences(), newer.law().rules().version()));
        return event;
    }

    private Future<Kiosk> start(Optional<EventKeys> keys) {
        return base.database()
                .inTransaction(tx -> new EventRepository()
                        .seed(tx, base.law().inForce().event(), base.clock().instant())
                        .compose(_ -> base.audit().start(tx, base.event().id()))
                        .compose(_ -> base.law().recordStart(tx, base.audit()))
                        .compose(_ ->
                                new Templates().seed(tx, texts, base.event().drill(), base.clock()))
                        .compose(_ -> new DocumentShelf()
                                .seed(tx, base.documents(), base.event().drill(), base.clock())))
                .compose(_ -> keys.isPresent() ? run(keys.get()).mapEmpty() : lock())
                .compose(_ -> base.servers().start())
                .compose(_ -> management.start())
                .compose(_ -> opened())
                .onSuccess(_ -> tellWhenLocked())
                .map(this);
    }

    private Future<App> run(EventKeys keys) {
        return App.start(base, keys).onSuccess(started -> app = started);
    }

    private Future<Void> open(EventKeys keys) {
        return run(keys).compose(whenOpen);
    }

    private Future<Void> opened() {
        return app().map(whenOpen).orElseGet(Future::succeededFuture);
    }

    private Future<Void> lock() {
        opening.lock();
        return Api.load(base.vertx(), new Nobody())
                .onSuccess(base.opening()::locked)
                .onSuccess(base.servers()::serve)
                .mapEmpty();
    }

    private void tellWhenLocked() {
        if (app == null) {
            KeyWords.tellLocked(base.servers().localPort());
        }
    }

    /** Ends streams first, then finishes requests, then lets go of gateway and database. */
    public Future<Void> stop() {
        app().ifPresent(App::closeStreams);
        return base.servers()
                .stop(DRAIN)
                .eventually(() -> app().map(App::stop).orElseGet(Future::succeededFuture))
                .eventually(pool::close);
    }

    /** The open desk; empty while it is locked. */
    public Optional<App> app() {
        return Optional.ofNullable(app);
    }

    /** Where it listens. */
    public HttpServers servers() {
        return base.servers();
    }

    /** Health and metrics. */
    public Management management() {
        return management;
    }

    /** Tells on the health page what somebody else knows about the database being away. */
    void databaseTrouble(Supplier<Optional<String>> known) {
        databaseTrouble = known;
    }

    private static Check opened(Optional<App> app) {
        return app.isPresent()
                ? Check.pass("Het loket is open.")
                : Check.fail("Het loket is op slot. De coördinator opent het met de wachtzin.");
    }

    /** The desk works without a gateway: parents are phoned. */
    private static Check gateway(Roads roads) {
        boolean allUp = roads.overall().up() && roads.each().stream().allMatch(GatewayStatus::up);
        String each = roads.each().stream()
                .map(one -> one.name() + (one.used() ? " (in gebruik): " : ": ") + one.sentence() + " Sinds "
                        + one.since() + ".")
                .collect(Collectors.joining(" "));
        String all = roads.each().isEmpty() ? roads.overall().sentence() : each;
        return allUp ? Check.pass(all) : Check.warn(all);
    }

    /** Without the keys no token can be checked. */
    private static final class Nobody implements Authenticator {
        @Override
        public Future<Caller> authenticate(String accessToken) {
            return Future.failedFuture(unknown());
        }

        @Override
        public Future<Void> stillWelcome(Caller caller) {
            return Future.failedFuture(unknown());
        }

        private static Refusal unknown() {
            return Refusal.notKnown("access.unknown", "Het loket is op slot.");
        }
    }
}
