package nl.haltloket;

import io.vertx.core.Vertx;
import java.time.Clock;
import nl.haltloket.audit.Audit;
import nl.haltloket.care.Care;
import nl.haltloket.care.CareContext;
import nl.haltloket.casefile.CaseEnd;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseVerdicts;
import nl.haltloket.casefile.DisplacementService;
import nl.haltloket.casefile.ReceiptService;
import nl.haltloket.casefile.Rights;
import nl.haltloket.command.Commands;
import nl.haltloket.consent.Consent;
import nl.haltloket.consent.Context;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.document.Documents;
import nl.haltloket.dossier.DossierService;
import nl.haltloket.event.CardService;
import nl.haltloket.event.Event;
import nl.haltloket.event.Mandate;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.guardian.GuardianTexts;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.Verdicts;
import nl.haltloket.identity.Identity;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.notify.Caps;
import nl.haltloket.notify.Outbox;
import nl.haltloket.reply.Replies;
import nl.haltloket.reply.ReplyContext;
import nl.haltloket.texts.Templates;
import nl.haltloket.transfer.Receivers;
import nl.haltloket.transfer.TransferContext;
import nl.haltloket.transfer.TransferService;

/** What the open desk can do, in the order in which one part needs another. */
final class Services {
    final CaseKeys caseKeys;
    final Commands commands;
    final Mandate mandate;
    final CardService cards;
    final HandoverService handovers;
    final Templates templates;
    final GuardianService guardians;
    final CaseVerdicts caseVerdicts;
    final IntakeService intake;
    final ReceiptService receipts;
    final Documents documents;
    final Consent consent;
    final DossierService dossiers;
    final TransferService moving;
    final DisplacementService displacements;
    final Replies replies;
    final Care care;
    final CaseService cases;
    final TransferDesk transfers;

    /** @param authority the host and port under which phones know this desk */
    Services(Base base, EventKeys keys, Identity identity, String authority) {
        Vertx vertx = base.vertx();
        Config config = base.config();
        Clock clock = base.clock();
        Audit audit = base.audit();
        Event event = base.event();
        Database database = base.database();
        this.caseKeys = new CaseKeys(keys, base.random());
        this.commands = new Commands(database, keys, clock);
        this.mandate = new Mandate(event, authority, keys, clock);
        this.cards = new CardService(database, event, clock, base.random());
        Outbox outbox = new Outbox(caseKeys, keys, clock);
        Verdicts verdicts =
                new Verdicts(caseKeys, event, () -> base.law().inForce().law(), clock);
        this.handovers = new HandoverService(
                vertx, database, identity.sessions(), cards, caseKeys, keys, verdicts, audit, event, clock);
        this.templates = new Templates();
        Caps caps = new Caps(config.caps(), keys, clock);
        CaseCodes codes = new CaseCodes(base.random());
        GuardianTexts guardianTexts = new GuardianTexts(
                templates, outbox, caps, codes, event, config.sms().bridgeExpiry(), clock, base.ids());
        this.guardians = new GuardianService(caseKeys, outbox, guardianTexts, event, clock, base.ids());
        this.caseVerdicts = new CaseVerdicts(handovers, verdicts, caseKeys, event, clock, base.ids());
        Rights rights = new Rights(caseKeys, clock, base.ids());
        this.cases = new CaseService(handovers, guardians, caseVerdicts, rights, caseKeys, audit, event, clock);
        this.intake = new IntakeService(cases, caseVerdicts, guardians, caseKeys, clock);
        this.receipts = new ReceiptService(cases, handovers, guardians, caseVerdicts, caseKeys, audit, event, clock);
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
        this.documents = new Documents(cases, intake, codes, event, clock);
        this.consent = Consent.of(new Context(
                vertx, cases, caseVerdicts, identity.sessions(), documents::render, caseKeys, keys, clock, base.ids()));
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
        this.dossiers = new DossierService(
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
        this.moving = new TransferService(transferring);
        this.transfers = new TransferDesk(
                vertx, receivers, transferring, config.mode().dataDirectory().resolve("receiver"));
        this.displacements = new DisplacementService(
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
    }
}
