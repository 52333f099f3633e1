package nl.haltloket;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.board.BoardRoutes;
import nl.haltloket.care.Care;
import nl.haltloket.casefile.ApprovalService;
import nl.haltloket.casefile.CaseGuardians;
import nl.haltloket.casefile.CaseRoutes;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.Fitness;
import nl.haltloket.consent.ConsentRoutes;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Signals;
import nl.haltloket.document.DocumentRoutes;
import nl.haltloket.dossier.DossierRoutes;
import nl.haltloket.drill.DrillRoutes;
import nl.haltloket.event.Event;
import nl.haltloket.event.EventFile;
import nl.haltloket.event.EventRoutes;
import nl.haltloket.handover.HandoverRoutes;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.identity.EnrolmentService;
import nl.haltloket.identity.Identity;
import nl.haltloket.identity.IdentityContext;
import nl.haltloket.identity.IdentityRoutes;
import nl.haltloket.identity.JoinText;
import nl.haltloket.identity.SessionService;
import nl.haltloket.identity.ShiftRoutes;
import nl.haltloket.intake.AppointmentService;
import nl.haltloket.intake.IntakeRoutes;
import nl.haltloket.juvenile.JuvenileRoutes;
import nl.haltloket.juvenile.JuvenileService;
import nl.haltloket.law.LawRoutes;
import nl.haltloket.law.LawService;
import nl.haltloket.notify.OutboxWorker;
import nl.haltloket.notify.Roads;
import nl.haltloket.notify.http.GatewayRoutes;
import nl.haltloket.opening.ParkedIntake;
import nl.haltloket.reply.Replies;
import nl.haltloket.texts.Rendered;
import nl.haltloket.texts.TemplateId;
import nl.haltloket.texts.TextLanguage;
import nl.haltloket.texts.TextRoutes;
import nl.haltloket.transfer.TransferRoutes;
import nl.haltloket.web.Api;
import nl.haltloket.web.HttpServers;
import nl.haltloket.web.SseStreams;

/** The open desk in one list: services, routes and worker, in the order in which they depend. */
public final class App {
    private final Base base;
    private final Event event;
    private final Database database;
    private final Signals signals;
    private final SseStreams streams;
    private final Identity identity;
    private final JoinText joinText;
    private final Services services;
    private final TextMessages texts;
    private final ParkedIntake parked;
    private final Api api;

    private App(Base base, EventKeys keys, Identity identity, Api api) {
        this.base = base;
        this.api = api;
        this.identity = identity;
        this.event = base.event();
        this.database = base.database();
        Vertx vertx = base.vertx();
        Config config = base.config();
        Clock clock = base.clock();
        Audit audit = base.audit();
        this.signals = new Signals(vertx, base.connection());
        this.streams = new SseStreams(vertx, config.http().streamLimit());
        Origin origin = new Origin(event.host(), config.http());
        this.joinText = new JoinText(origin.authority(), keys.sealKey());
        this.services = new Services(base, keys, identity, origin.authority());

        LawService law = base.law();
        new IdentityRoutes(identity, services.mandate, joinText, origin.url()).on(api);
        new ShiftRoutes(identity, streams).on(api);
        new EventRoutes(vertx, event, services.mandate, services.cards, services.commands, origin.url()).on(api);
        new LawRoutes(law, database, services.commands, audit).on(api);
        new HandoverRoutes(services.handovers, services.commands, streams, clock).on(api);
        new CaseRoutes(
                        services.cases,
                        services.receipts,
                        services.displacements,
                        new CaseGuardians(services.cases, services.guardians, services.consent.decisions()::follow),
                        new ApprovalService(services.cases, services.handovers, services.caseVerdicts),
                        new Fitness(services.cases, services.caseVerdicts, services.caseKeys, event),
                        services.commands)
                .on(api);
        new ConsentRoutes(services.consent, services.commands).on(api);
        new IntakeRoutes(
                        database,
                        services.cases,
                        services.intake,
                        new AppointmentService(services.cases, services.intake, clock),
                        services.consent.choices()::open,
                        services.commands,
                        event,
                        clock)
                .on(api);
        new JuvenileRoutes(
                        new JuvenileService(database, services.cases, services.intake, identity.shifts(), event, clock))
                .on(api);
        new DossierRoutes(vertx, services.dossiers, clock).on(api);
        services.replies.on(api, services.commands);
        new TransferRoutes(database, services.moving, services.commands).on(api);
        new DocumentRoutes(
                        vertx,
                        database,
                        services.commands,
                        audit,
                        services.cases,
                        services.documents,
                        base.documents(),
                        event,
                        clock)
                .on(api);
        services.care.on(api);
        new BoardRoutes(database, event, HandoverService.BOARD_TOPIC, streams, this::roads, clock).on(api);

        this.texts = new TextMessages(
                vertx,
                database,
                config.sms(),
                new OutboxWorker.Parts(services.caseKeys, keys, services.guardians, base.random()::nextDouble),
                clock,
                base.random(),
                base.metrics(),
                new TextMessages.Desk(origin.url(), this::isOpen, base.ids(), () -> database.inTransaction(
                                tx -> services.templates.render(tx, TemplateId.PROBE, TextLanguage.NL.code(), Map.of()))
                        .map(found -> found.map(Rendered::text))));
        texts.onHealth(this::tellBoards);
        new GatewayRoutes(texts::calledBack).on(api);
        texts.onInbound(services.replies.keeper()::keep);
        new DrillRoutes(texts.drill(), texts::replyAsGuardian, services.commands).on(api);
        new TextRoutes(audit, event.id(), clock, database, services.commands).on(api);
        base.opening().on(api);
        this.parked = new ParkedIntake(vertx, database, audit, event.id(), clock, services.handovers::submit);
        signals.listen(HandoverService.BOARD_TOPIC, key -> changed(HandoverService.BOARD_TOPIC, key));
        signals.listen(HandoverService.TOPIC, key -> changed(HandoverService.TOPIC, key));
        signals.listen(EnrolmentService.DEVICE_TOPIC, this::sentAway);
        signals.listen(LawService.TOPIC, _ -> reload(law));
        signals.listen(SessionService.TOPIC, key -> changed(SessionService.TOPIC, key));
    }

    /** Makes everything with these keys, starts to send, and takes over the ports. */
    static Future<App> start(Base base, EventKeys keys) {
        Identity identity = Identity.create(new IdentityContext(
                base.vertx(),
                base.database(),
                base.audit(),
                keys,
                base.event().id(),
                base.event().drill(),
                base.clock(),
                base.ids(),
                base.random()));
        return Api.load(base.vertx(), identity.sessions())
                .map(api -> new App(base, keys, identity, api))
                .compose(App::start);
    }

    private Future<App> start() {
        return texts.start(signals)
                .compose(_ -> services.transfers.start(signals))
                .compose(_ -> signals.start())
                .onSuccess(_ -> base.servers().serve(api))
                .onSuccess(_ -> parked.start())
                .map(this)
                .recover(failure -> stop().transform(_ -> Future.failedFuture(failure)));
    }

    /** Ends the streams, so that requests can be finished. */
    void closeStreams() {
        parked.stop();
        streams.close();
    }

    /** Lets go of gateway and signals. */
    Future<Void> stop() {
        closeStreams();
        return texts.stop().eventually(services.transfers::stop).eventually(signals::close);
    }

    /** The event that this server is open for. */
    public Event event() {
        return event;
    }

    /** The file it was seeded from, with its workers. */
    public EventFile eventFile() {
        return base.law().inForce().event();
    }

    /** Devices and workers. */
    public Identity identity() {
        return identity;
    }

    /** Writes the text of a join QR. */
    public JoinText joinText() {
        return joinText;
    }

    /** The cases. */
    public CaseService cases() {
        return services.cases;
    }

    /** Keeps the texts that people send to it. */
    public Replies replies() {
        return services.replies;
    }

    /** Care around the juveniles. */
    public Care care() {
        return services.care;
    }

    /** Where it listens. */
    public HttpServers servers() {
        return base.servers();
    }

    private void changed(String topic, String key) {
        if (key.equals(Signals.ANYTHING)) {
            streams.changed();
        } else {
            streams.changed(topic, key);
        }
    }

    /** What cannot be read now is read at the next signal or start. */
    private static void reload(LawService law) {
        var _ = law.reload();
    }

    private void sentAway(String deviceId) {
        if (deviceId.equals(Signals.ANYTHING)) {
            streams.changed();
        } else {
            streams.recheck(UUID.fromString(deviceId));
        }
    }

    private boolean isOpen() {
        Instant now = base.clock().instant();
        return !now.isBefore(event.startsAt()) && now.isBefore(event.endsAt());
    }

    /** Whether texts go out now, and which way. */
    Roads roads() {
        return texts.roads();
    }

    /** How many screens follow live. */
    int streamCount() {
        return streams.count();
    }

    /** Without the database there is nobody to tell; the board reads again when it is back. */
    private void tellBoards() {
        var _ = database.inTransaction(
                tx -> tx.signal(HandoverService.BOARD_TOPIC, event.id().toString()));
    }
}
