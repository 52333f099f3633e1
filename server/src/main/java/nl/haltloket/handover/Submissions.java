package nl.haltloket.handover;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Card;
import nl.haltloket.event.CardCode;
import nl.haltloket.event.CardService;
import nl.haltloket.event.Event;
import nl.haltloket.event.Ticket;
import nl.haltloket.identity.Device;
import nl.haltloket.identity.SessionService;
import nl.haltloket.refusal.Refusal;

/** Takes sealed envelopes in: believes them, gives the juvenile a ticket, and keeps them once. */
final class Submissions {
    /** A second offence of a juvenile who was received is still brought on the same card for so long. */
    private static final Duration SAME_CARD_WITHIN = Duration.ofMinutes(30);

    private final Database database;
    private final SessionService sessions;
    private final CardService cards;
    private final EventKeys keys;
    private final Parts parts;

    /** What it shares with the rest of the feature. */
    record Parts(
            HandoverRepository handovers,
            Endings endings,
            HandoverTrail trail,
            Contents contents,
            Verdicts verdicts,
            CaseKeys caseKeys,
            Event event,
            Clock clock) {}

    Submissions(Database database, SessionService sessions, CardService cards, EventKeys keys, Parts parts) {
        this.database = database;
        this.sessions = sessions;
        this.cards = cards;
        this.keys = keys;
        this.parts = parts;
    }

    Future<HandoverService.Submitted> submit(byte[] sealed) {
        Envelope envelope = Envelope.open(keys, sealed);
        return database.inTransaction(tx -> sessions.device(tx, envelope.signerId())
                .map(found -> found.orElseThrow(Refusals::unknownSigner))
                .compose(device -> submit(tx, believed(envelope, device), device)));
    }

    private Future<HandoverService.Submitted> submit(Tx tx, Envelope.Opened opened, Device signer) {
        return parts.handovers()
                .waitForSame(tx, opened.caseId())
                .compose(_ -> find(tx, opened.caseId()))
                .compose(found -> {
                    if (found.isPresent()) {
                        return Future.succeededFuture(new HandoverService.Submitted(same(found.get(), opened), false));
                    }
                    if (signer.revoked()) {
                        throw Refusals.revokedSigner();
                    }
                    Plausibility.check(parts.event(), opened, parts.clock().instant());
                    return takeIn(tx, opened);
                });
    }

    private Envelope.Opened believed(Envelope envelope, Device device) {
        Envelope.Opened opened;
        try {
            opened = envelope.read(P256.publicKey(device.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored device key is not usable", e);
        }
        if (!opened.kioskId().equals(parts.event().id()) || !opened.deviceId().equals(device.id())) {
            throw Refusal.invalid("handover.other-kiosk", "Deze overdracht is voor een ander loket gemaakt.");
        }
        if (!parts.event().offenceIds().contains(opened.content().offenceId())) {
            throw Refusal.invalid("handover.offence-unknown", "Dit feit staat niet in het mandaat van dit loket.");
        }
        return opened;
    }

    private static Handover same(Handover kept, Envelope.Opened opened) {
        if (!EventKeys.same(kept.payloadHash(), opened.payloadHash())) {
            throw Refusal.conflict(
                    "handover.other-body",
                    "Deze overdracht is al met een andere inhoud binnengekomen.",
                    Map.of(
                            "keptHash", Envelope.hex(kept.payloadHash()),
                            "sentHash", Envelope.hex(opened.payloadHash())));
        }
        return kept;
    }

    private Future<HandoverService.Submitted> takeIn(Tx tx, Envelope.Opened opened) {
        UUID id = opened.caseId();
        UUID replaced = opened.content().replaces();
        Future<Ticket> given = replaced == null ? ticket(tx, opened) : replace(tx, replaced, opened);
        VerdictCause cause = replaced == null ? VerdictCause.SUBMITTED : VerdictCause.CORRECTED;
        return given.compose(ticket -> keep(tx, opened, ticket))
                .compose(cipher -> require(tx, id)
                        .compose(handover -> parts.verdicts().first(tx, handover, cipher, opened.content(), cause)))
                .compose(_ ->
                        parts.trail().record(tx, AuditAction.CHANGE, id, "device:" + opened.deviceId(), "submitted"))
                .compose(_ -> parts.trail().changed(tx, id))
                .compose(_ -> require(tx, id))
                .map(handover -> new HandoverService.Submitted(handover, true));
    }

    private Future<Handover> require(Tx tx, UUID id) {
        return find(tx, id).map(found -> found.orElseThrow(Refusals::unknown));
    }

    private Future<CaseCipher> keep(Tx tx, Envelope.Opened opened, Ticket ticket) {
        return parts.caseKeys().create(tx, opened.caseId()).compose(cipher -> {
            byte[] content = Contents.seal(cipher, opened.caseId(), opened.caseId(), opened.content());
            return parts.handovers()
                    .insert(
                            tx,
                            parts.event().id(),
                            opened,
                            ticket,
                            content,
                            parts.clock().instant())
                    .map(cipher);
        });
    }

    private Future<Ticket> ticket(Tx tx, Envelope.Opened opened) {
        String typed = opened.content().cardCode();
        if (typed == null) {
            return cards.withoutCard(tx);
        }
        CardCode code = code(typed);
        return cards.lock(tx, code).compose(card -> {
            UUID holder = card.handoverId();
            return holder == null || holder.equals(opened.content().replaces())
                    ? cards.use(tx, code, opened.caseId(), holder == null ? opened.caseId() : holder)
                    : again(tx, card, holder, opened);
        });
    }

    /**
     * A second offence of the juvenile who has the card already: the same phone names the same juvenile, who is not
     * received yet or was a moment ago. Anybody else's use of the card is refused.
     */
    private Future<Ticket> again(Tx tx, Card card, UUID holder, Envelope.Opened opened) {
        return find(tx, holder)
                .map(found -> found.filter(one -> one.deviceId().equals(opened.deviceId()))
                        .filter(this::justNow)
                        .orElseThrow(CardService::used))
                .compose(first -> parts.contents().read(tx, first).map(content -> {
                    if (!Contents.sameJuvenile(
                            content.juvenile(), opened.content().juvenile())) {
                        throw CardService.used();
                    }
                    return first;
                }))
                .compose(first -> first.state() == HandoverState.WITHDRAWN
                        ? cards.use(tx, card.code(), opened.caseId(), holder)
                        : Future.succeededFuture(card.ticket()));
    }

    private boolean justNow(Handover handover) {
        Instant ended = handover.endedAt();
        boolean tooLate = ended != null
                && ended.plus(SAME_CARD_WITHIN).isBefore(parts.clock().instant());
        return switch (handover.state()) {
            case SUBMITTED -> true;
            case RECEIVED, WITHDRAWN -> !tooLate;
            case CAPTURED, DECLINED, EXPIRED -> false;
        };
    }

    /** A correction. Unless it comes with another card, the juvenile keeps the ticket. */
    private Future<Ticket> replace(Tx tx, UUID replaced, Envelope.Opened by) {
        return parts.endings().replace(tx, replaced, by.deviceId()).compose(old -> keepsTicket(tx, old, by)
                .compose(keeps ->
                        keeps ? cards.passOn(tx, replaced, by.caseId()).map(_ -> old.ticket()) : ticket(tx, by)));
    }

    private Future<Boolean> keepsTicket(Tx tx, Handover old, Envelope.Opened by) {
        String typed = by.content().cardCode();
        return typed == null
                ? Future.succeededFuture(true)
                : cards.lock(tx, code(typed)).map(card -> card.ticket().equals(old.ticket()));
    }

    private static CardCode code(String typed) {
        return CardCode.parse(typed)
                .orElseThrow(() -> Refusal.invalid("card.code-invalid", "De code van de kaart klopt niet."));
    }

    private Future<Optional<Handover>> find(Tx tx, UUID id) {
        return parts.handovers().find(tx, parts.event().id(), id);
    }
}
