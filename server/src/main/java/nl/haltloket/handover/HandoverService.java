package nl.haltloket.handover;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.event.CardCode;
import nl.haltloket.event.CardService;
import nl.haltloket.event.Event;
import nl.haltloket.event.Ticket;
import nl.haltloket.identity.Device;
import nl.haltloket.identity.SessionService;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** Takes handovers in, shows them, and lets them be declined or withdrawn until the desk has received the juvenile. */
public final class HandoverService {
    /** Signalled when something of an event's handovers or cases changed; the key is the event's id. */
    public static final String BOARD_TOPIC = "board";

    /** Signalled when a handover changed; the key is its id. */
    public static final String TOPIC = "handover";

    private static final CaseCipher.Place CONTENT = CaseCipher.Place.of("handover", "content_sealed");
    private static final CaseCipher.Place NOTE = CaseCipher.Place.of("handover", "note_sealed");
    private static final String PURPOSE = "overdracht door de verwijzer";

    private final Database database;
    private final HandoverRepository handovers = new HandoverRepository();
    private final SessionService sessions;
    private final CardService cards;
    private final CaseKeys caseKeys;
    private final EventKeys keys;
    private final Audit audit;
    private final Event event;
    private final Clock clock;

    public HandoverService(
            Database database,
            SessionService sessions,
            CardService cards,
            CaseKeys caseKeys,
            EventKeys keys,
            Audit audit,
            Event event,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.cards = cards;
        this.caseKeys = caseKeys;
        this.keys = keys;
        this.audit = audit;
        this.event = event;
        this.clock = clock;
    }

    /** A handover that was taken in, now or before. */
    public record Submitted(Handover handover, boolean fresh) {}

    /** Takes in a sealed envelope. The same envelope gives the same answer for ever; another body is refused. */
    public Future<Submitted> submit(byte[] sealed) {
        Envelope envelope = Envelope.open(keys, sealed);
        return database.inTransaction(tx -> sessions.device(tx, envelope.signerId())
                .map(found -> found.orElseThrow(Refusals::unknownSigner))
                .compose(device -> submit(tx, believed(envelope, device), device)));
    }

    private Future<Submitted> submit(Tx tx, Envelope.Opened opened, Device signer) {
        return handovers
                .waitForSame(tx, opened.caseId())
                .compose(_ -> handovers.find(tx, event.id(), opened.caseId()))
                .compose(found -> {
                    if (found.isPresent()) {
                        return Future.succeededFuture(new Submitted(same(found.get(), opened), false));
                    }
                    if (signer.revoked()) {
                        throw Refusals.revokedSigner();
                    }
                    Plausibility.check(event, opened, clock.instant());
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
        if (!opened.kioskId().equals(event.id()) || !opened.deviceId().equals(device.id())) {
            throw Refusal.invalid("handover.other-kiosk", "Deze overdracht is voor een ander loket gemaakt.");
        }
        if (event.offence(opened.content().offenceId()) == null) {
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

    private Future<Submitted> takeIn(Tx tx, Envelope.Opened opened) {
        UUID id = opened.caseId();
        UUID replaced = opened.content().replaces();
        Future<Ticket> given = replaced == null ? ticket(tx, opened) : replace(tx, replaced, opened);
        return given.compose(ticket -> caseKeys.create(tx, id)
                        .compose(cipher -> handovers.insert(
                                tx, event.id(), opened, ticket, seal(cipher, opened.content()), clock.instant())))
                .compose(_ -> record(tx, AuditAction.CHANGE, id, "device:" + opened.deviceId(), "submitted"))
                .compose(_ -> changed(tx, id))
                .compose(_ -> require(tx, id))
                .map(handover -> new Submitted(handover, true));
    }

    private Future<Ticket> ticket(Tx tx, Envelope.Opened opened) {
        String typed = opened.content().cardCode();
        if (typed == null) {
            return cards.withoutCard(tx);
        }
        CardCode code = CardCode.parse(typed)
                .orElseThrow(() -> Refusal.invalid("card.code-invalid", "De code van de kaart klopt niet."));
        UUID replaced = Optional.ofNullable(opened.content().replaces()).orElse(opened.caseId());
        return cards.use(tx, code, opened.caseId(), replaced);
    }

    /**
     * A correction: the handover it names is withdrawn, and may only be the same device's own. Unless it comes with
     * another card, the juvenile keeps the ticket.
     */
    private Future<Ticket> replace(Tx tx, UUID replaced, Envelope.Opened by) {
        var ending = new HandoverRepository.Ending(HandoverState.WITHDRAWN, clock.instant(), null, "REPLACED", null);
        return forOwnChange(tx, replaced, by.deviceId(), Refusals::notYours)
                .compose(old -> end(tx, old, ending, "device:" + by.deviceId())
                        .compose(_ -> by.content().cardCode() == null
                                ? cards.passOn(tx, replaced, by.caseId()).map(_ -> old.ticket())
                                : ticket(tx, by)));
    }

    /** The state of a handover; a phone sees only its own. */
    public Future<Handover> find(UUID id, Caller caller) {
        return database.inTransaction(tx -> require(tx, id)).map(handover -> {
            if (caller.profile() == Profile.VERWIJZER && !handover.deviceId().equals(caller.deviceId())) {
                throw Refusals.unknown();
            }
            return handover;
        });
    }

    /** What the referrer declared; the look is recorded. */
    public Future<ContentView> read(UUID id, Caller caller) {
        return database.inTransaction(tx -> record(tx, AuditAction.READ, id, caller.auditName(), "content")
                .compose(_ -> require(tx, id))
                .compose(handover -> content(tx, id).map(content -> ContentView.of(event, handover, content))));
    }

    /** What the referrer declared, for a look that its caller records. */
    public Future<HandoverContent> content(Tx tx, UUID id) {
        return caseKeys.open(tx, id).compose(cipher -> handovers
                .content(tx, event.id(), id)
                .map(found -> found.orElseThrow(Refusals::unknown))
                .map(bytes -> Json.read(cipher.open(CONTENT, bytes), HandoverContent.class)));
    }

    /** The handover; refused when there is none. */
    public Future<Handover> require(Tx tx, UUID id) {
        return handovers.find(tx, event.id(), id).map(found -> found.orElseThrow(Refusals::unknown));
    }

    /** Declines with a reason. */
    public Future<Handover> decline(Tx tx, UUID id, Caller caller, String reason, @Nullable String note) {
        return forChange(tx, id, HandoverState.DECLINED)
                .compose(handover -> sealNote(tx, id, note)
                        .compose(sealedNote -> end(
                                tx,
                                handover,
                                new HandoverRepository.Ending(
                                        HandoverState.DECLINED,
                                        clock.instant(),
                                        caller.requireWorker().id(),
                                        reason,
                                        sealedNote.orElse(null)),
                                caller.auditName())))
                .compose(_ -> require(tx, id));
    }

    /** Withdraws the caller's own handover. */
    public Future<Handover> withdraw(Tx tx, UUID id, Caller caller) {
        var ending = new HandoverRepository.Ending(HandoverState.WITHDRAWN, clock.instant(), null, null, null);
        return forOwnChange(tx, id, caller.deviceId(), Refusals::unknown)
                .compose(handover -> end(tx, handover, ending, caller.auditName()))
                .compose(_ -> require(tx, id));
    }

    /** Marks it received, by whoever comes first; the other is told who that was. */
    public Future<Handover> receive(Tx tx, UUID id, UUID workerId) {
        return forChange(tx, id, HandoverState.RECEIVED).compose(handover -> handovers
                .end(
                        tx,
                        event.id(),
                        id,
                        new HandoverRepository.Ending(HandoverState.RECEIVED, clock.instant(), workerId, null, null))
                .compose(_ -> changed(tx, id))
                .compose(_ -> require(tx, id)));
    }

    /** Makes and keeps the receipt of a handover that was received under this head of the audit chain. */
    public Future<Handover.Receipt> giveReceipt(Tx tx, Handover handover, byte[] auditHead) {
        return handovers.nextReceipt(tx, event.id()).compose(next -> {
            Handover.Receipt receipt = Receipts.make(keys, handover, "R-%04d".formatted(next), auditHead);
            return handovers.keepReceipt(tx, event.id(), handover.id(), receipt).map(_ -> receipt);
        });
    }

    private Future<Handover> forChange(Tx tx, UUID id, HandoverState next) {
        return handovers
                .findForChange(tx, event.id(), id)
                .map(found -> Refusals.fitting(found.orElseThrow(Refusals::unknown), next));
    }

    /** To withdraw: whose it is comes first, so that a stranger is not told what became of it. */
    private Future<Handover> forOwnChange(Tx tx, UUID id, UUID deviceId, Supplier<Refusal> otherwise) {
        return handovers.findForChange(tx, event.id(), id).map(found -> {
            Handover handover = found.orElseThrow(Refusals::unknown);
            if (!handover.deviceId().equals(deviceId)) {
                throw otherwise.get();
            }
            return Refusals.fitting(handover, HandoverState.WITHDRAWN);
        });
    }

    private Future<Void> end(Tx tx, Handover handover, HandoverRepository.Ending ending, String actor) {
        return handovers
                .end(tx, event.id(), handover.id(), ending)
                .compose(_ -> record(
                        tx,
                        AuditAction.CHANGE,
                        handover.id(),
                        actor,
                        ending.state().name()))
                .compose(_ -> changed(tx, handover.id()));
    }

    private Future<Void> changed(Tx tx, UUID id) {
        return tx.signal(TOPIC, id.toString())
                .compose(_ -> tx.signal(BOARD_TOPIC, event.id().toString()));
    }

    private Future<Optional<byte[]>> sealNote(Tx tx, UUID id, @Nullable String note) {
        return note == null
                ? Future.succeededFuture(Optional.empty())
                : caseKeys.open(tx, id).map(cipher -> Optional.of(cipher.seal(NOTE, Json.bytes(note))));
    }

    private static byte[] seal(CaseCipher cipher, HandoverContent content) {
        return cipher.seal(CONTENT, Json.bytes(content));
    }

    private Future<Void> record(Tx tx, AuditAction action, UUID id, String actor, String facts) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                event.id(),
                                action,
                                "handover:" + id,
                                actor,
                                PURPOSE,
                                AuditEntry.PROVISION_TO_HALT,
                                facts))
                .mapEmpty();
    }
}
