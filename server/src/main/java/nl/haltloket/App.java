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
import nl.haltloket.care.CareContext;
import nl.haltloket.casefile.ApprovalService;
import nl.haltloket.casefile.CaseEnd;
import nl.haltloket.casefile.CaseGuardians;
import nl.haltloket.casefile.CaseRoutes;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseVerdicts;
import nl.haltloket.casefile.DisplacementService;
import nl.haltloket.casefile.Fitness;
import nl.haltloket.casefile.ReceiptService;
import nl.haltloket.casefile.Rights;
import nl.haltloket.command.Commands;
import nl.haltloket.consent.Consent;
import nl.haltloket.consent.ConsentRoutes;
import nl.haltloket.consent.Context;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Signals;
import nl.haltloket.document.DocumentRoutes;
import nl.haltloket.document.Documents;
import nl.haltloket.dossier.DossierRoutes;
import nl.haltloket.dossier.DossierService;
import nl.haltloket.drill.DrillRoutes;
import nl.haltloket.event.CardService;
import nl.haltloket.event.Event;
import nl.haltloket.event.EventFile;
import nl.haltloket.event.EventRoutes;
import nl.haltloket.event.Mandate;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.guardian.GuardianTexts;
import nl.haltloket.handover.HandoverRoutes;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.Verdicts;
import nl.haltloket.identity.EnrolmentService;
import nl.haltloket.identity.Identity;
import nl.haltloket.identity.IdentityContext;
import nl.haltloket.identity.IdentityRoutes;
import nl.haltloket.identity.JoinText;
import nl.haltloket.identity.SessionService;
import nl.haltloket.identity.ShiftRoutes;
import nl.haltloket.intake.AppointmentService;
import nl.haltloket.intake.IntakeRoutes;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.juvenile.JuvenileRoutes;
import nl.haltloket.juvenile.JuvenileService;
import nl.haltloket.law.LawRoutes;
import nl.haltloket.law.LawService;
import nl.haltloket.notify.Caps;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.OutboxWorker;
import nl.haltloket.notify.Roads;
import nl.haltloket.notify.http.GatewayRoutes;
import nl.haltloket.opening.ParkedIntake;
import nl.haltloket.reply.Replies;
import nl.haltloket.reply.ReplyContext;
import nl.haltloket.texts.Rendered;
import nl.haltloket.texts.TemplateId;
import nl.haltloket.texts.Templates;
import nl.haltloket.texts.TextLanguage;
import nl.haltloket.texts.TextRoutes;
import nl.haltloket.transfer.Receivers;
import nl.haltloket.transfer.TransferContext;
import nl.haltloket.transfer.TransferRoutes;
import nl.haltloket.transfer.TransferService;
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
    private final Replies replies;
    private final Care care;
    private final CaseService cases;
    private final TextMessages texts;
    private final TransferDesk transfers;
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

        CaseKeys caseKeys = new CaseKeys(keys, base.random());
        Commands commands = new Commands(database, keys, clock);
        Mandate mandate = new Mandate(event, origin.authority(), keys, clock);
        CardService cards = new CardService(database, event, clock, base.random());
        Outbox outbox = new Outbox(caseKeys, keys, clock);
        Verdicts verdicts =
                new Verdicts(caseKeys, event, () -> base.law().inForce().law(), clock);
        HandoverService handovers = new HandoverService(
                vertx, database, identity.sessions(), cards, caseKeys, keys, verdicts, audit, event, clock);
        Templates templates = new Templates();
        Caps caps = new Caps(config.caps(), keys, clock);
        CaseCodes codes = new CaseCodes(base.random());
        GuardianTexts guardianTexts = new GuardianTexts(
                templates, outbox, caps, codes, event, config.sms().bridgeExpiry(), clock, base.ids());
        GuardianService guardians = new GuardianService(caseKeys, outbox, guardianTexts, event, clock, base.ids());
        CaseVerdicts caseVerdicts = new CaseVerdicts(handovers, verdicts, caseKeys, event, clock, base.ids());
        Rights rights = new Rights(caseKeys, clock, base.ids());
        this.cases = new CaseService(handovers, guardians, caseVerdicts, rights, caseKeys, audit, event, clock);
        IntakeService intake = new IntakeService(cases, caseVerdicts, guardians, caseKeys, clock);
        ReceiptService receipts =
                new ReceiptService(cases, handovers, guardians, caseVerdicts, caseKeys, audit, event, clock);
        this.replies = new Replies(new ReplyContext(
                database,
                cases,
                guardians,
                codes,
                outbox,
                templates,
                caps,
                caseKeys,
                keys,
                audit,
                event,
                clock,
                base.ids()));
        Documents documents = new Documents(cases, intake, codes, event, clock);
        Consent consent = Consent.of(new Context(
                vertx,
                cases,
                caseVerdicts,
                guardians,
                identity.sessions(),
                documents::render,
                caseKeys,
                keys,
                clock,
                base.ids()));
        this.care = new Care(new CareContext(
                vertx,
                database,
                cases,
                consent.choices(),
                consent.decisions(),
                commands,
                caseKeys,
                audit,
                event,
                base.help(),
                clock,
                base.ids()));
        DossierService dossiers = new DossierService(
                database, cases, intake, new DossierParts(consent.choices(), care.ownWords()), event);
        Receivers receivers = new Receivers(base.receivers());
        TransferContext transferring = new TransferContext(
                database,
                cases,
                new CaseEnd(cases, event, clock),
                dossiers,
                intake,
                outbox,
                replies,
                caseKeys,
                keys,
                audit,
                event,
                receivers,
                clock,
                base.ids(),
                base.random()::nextDouble,
                TextMessages.node());
        TransferService moving = new TransferService(transferring);
        this.transfers = new TransferDesk(
                vertx, receivers, transferring, config.mode().dataDirectory().resolve("receiver"));
        DisplacementService displacements = new DisplacementService(
                cases,
                receipts,
                handovers,
                guardians,
                (tx, move) -> consent.offers()
                        .move(tx, move)
                        .compose(_ -> intake.move(tx, move))
                        .compose(_ -> replies.move(tx, move))
                        .compose(_ -> care.move(tx, move))
                        .compose(_ -> moving.move(tx, move)),
                caseVerdicts,
                rights,
                caseKeys,
                event,
                clock);

        LawService law = base.law();
        new IdentityRoutes(identity, mandate, joinText, origin.url()).on(api);
        new ShiftRoutes(identity, streams).on(api);
        new EventRoutes(vertx, event, mandate, cards, commands, origin.url()).on(api);
        new LawRoutes(law, database, commands, audit).on(api);
        new HandoverRoutes(handovers, commands, streams, clock).on(api);
        new CaseRoutes(
                        cases,
                        receipts,
                        displacements,
                        new CaseGuardians(cases, guardians, consent.decisions()::follow),
                        new ApprovalService(cases, handovers, caseVerdicts),
                        new Fitness(cases, caseVerdicts, caseKeys, event),
                        commands)
                .on(api);
        new ConsentRoutes(consent, commands).on(api);
        new IntakeRoutes(
                        database,
                        cases,
                        intake,
                        new AppointmentService(cases, intake, clock),
                        consent.choices()::open,
                        commands,
                        event,
                        clock)
                .on(api);
        new JuvenileRoutes(new JuvenileService(database, cases, intake, identity.shifts(), event, clock)).on(api);
        new DossierRoutes(vertx, dossiers, clock).on(api);
        replies.on(api, commands);
        new TransferRoutes(database, moving, commands).on(api);
        new DocumentRoutes(vertx, database, commands, audit, cases, documents, base.documents(), event, clock).on(api);
        care.on(api);
        new BoardRoutes(database, event, HandoverService.BOARD_TOPIC, streams, this::roads, clock).on(api);

        this.texts = new TextMessages(
                vertx,
                database,
                config.sms(),
                new OutboxWorker.Parts(caseKeys, keys, guardians, base.random()::nextDouble),
                clock,
                base.random(),
                base.metrics(),
                new TextMessages.Desk(origin.url(), this::isOpen, base.ids(), () -> database.inTransaction(
                                tx -> templates.render(tx, TemplateId.PROBE, TextLanguage.NL.code(), Map.of()))
                        .map(found -> found.map(Rendered::text))));
        texts.onHealth(this::tellBoards);
        new GatewayRoutes(texts::calledBack).on(api);
        texts.onInbound(replies.keeper()::keep);
        new DrillRoutes(texts.drill(), texts::replyAsGuardian, commands).on(api);
        new TextRoutes(audit, event.id(), clock, database, commands).on(api);
        base.opening().on(api);
        this.parked = new ParkedIntake(vertx, database, audit, event.id(), clock, handovers::submit);
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
                .compose(_ -> transfers.start(signals))
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
        return texts.stop().eventually(transfers::stop).eventually(signals::close);
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
        return cases;
    }

    /** Keeps the texts that people send to it. */
    public Replies replies() {
        return replies;
    }

    /** Care around the juveniles. */
    public Care care() {
        return care;
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
