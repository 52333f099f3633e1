package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.Needs;
import nl.haltloket.handover.StoredVerdict;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Receives juveniles: opens their cases, and takes more offences of the same juvenile into them. */
public final class ReceiptService {
    private static final int OFFENCES_MAX = 8;

    private final CaseRepository cases = new CaseRepository();
    private final CaseService caseService;
    private final HandoverService handovers;
    private final GuardianService guardians;
    private final CaseVerdicts verdicts;
    private final Gate gate;
    private final CaseKeys caseKeys;
    private final Audit audit;
    private final Event event;
    private final Clock clock;

    public ReceiptService(
            CaseService caseService,
            HandoverService handovers,
            GuardianService guardians,
            CaseVerdicts verdicts,
            CaseKeys caseKeys,
            Audit audit,
            Event event,
            Clock clock) {
        this.caseService = caseService;
        this.handovers = handovers;
        this.guardians = guardians;
        this.verdicts = verdicts;
        this.gate = new Gate(verdicts);
        this.caseKeys = caseKeys;
        this.audit = audit;
        this.event = event;
        this.clock = clock;
    }

    /** An offence that lies in its case, and what the rules said of it; the receipt comes last. */
    private record Taken(Handover handover, StoredVerdict said) {}

    /** A case with its juvenile, and the offences that still get their receipt. */
    private record Opened(CaseService.Standing standing, List<Taken> taken) {}

    /**
     * The transaction of receipt: the handover is received, the case opened, the crossing of the legal border recorded,
     * the receipt signed and the guardians' texts queued; all of it or nothing. More offences of the same juvenile are
     * received with it, each with a receipt of its own; a case that waited for its juvenile is filled again.
     *
     * <p>The audit chain comes last: from there to the commit all other receipts wait.
     */
    public Future<CaseService.Standing> receive(Tx tx, Receipt unchecked, Caller caller) {
        Receipt receipt = unchecked.checked(LocalDate.ofInstant(clock.instant(), CaseService.ZONE));
        UUID id = receipt.handoverId();
        return cases.standingForChange(tx, event.id(), id)
                .compose(found -> found.filter(CaseRepository.Standing::awaiting)
                        .map(standing -> fill(tx, receipt, caller, standing.state()))
                        .orElseGet(() -> open(tx, receipt, caller)))
                .compose(opened -> Each.of(receipt.others(), other -> takeSame(tx, id, other, caller))
                        .compose(others -> gate.received(
                                        tx, id, opened.standing().state(), receipt.override(), caller)
                                .compose(passed -> account(tx, receipt, opened, others, caller)
                                        .compose(standing -> caseService
                                                .overruled(tx, id, passed, caller)
                                                .map(standing::in)))));
    }

    private Future<Opened> open(Tx tx, Receipt receipt, Caller caller) {
        UUID id = receipt.handoverId();
        Caller.Worker worker = caller.requireWorker();
        return handovers.receive(tx, id, id, worker.id()).compose(handover -> caseKeys.open(tx, id)
                .compose(cipher -> cases.insert(
                                tx,
                                event.id(),
                                id,
                                clock.instant(),
                                worker.id(),
                                identity(cipher, receipt),
                                safety(cipher, receipt))
                        .compose(_ -> verdicts.judge(tx, id, handover, VerdictCause.RECEIVED))
                        .compose(said -> guardians
                                .add(tx, id, cipher, receipt.guardians())
                                .map(_ -> new Opened(
                                        new CaseService.Standing(
                                                id, CaseState.OPENED, clock.instant(), worker.name(), null),
                                        List.of(new Taken(handover, said)))))));
    }

    /** Gives the receipts, of the first offence first. */
    private Future<CaseService.Standing> account(
            Tx tx, Receipt receipt, Opened opened, List<Taken> others, Caller caller) {
        CaseService.Standing standing = opened.standing();
        return Each.of(
                        opened.taken(),
                        one -> giveReceipt(tx, one.handover(), ruling(one.said(), receipt.override()), caller))
                .compose(given -> Each.run(others, other -> added(tx, standing.id(), other, receipt.override(), caller))
                        .map(_ -> given.isEmpty()
                                ? standing
                                : standing.with(given.getFirst().number())));
    }

    /** The juvenile that is really meant comes; what the referrer got stays true. */
    private Future<Opened> fill(Tx tx, Receipt receipt, Caller caller, CaseState state) {
        UUID id = receipt.handoverId();
        return caseKeys.open(tx, id)
                .compose(cipher -> cases.fill(tx, event.id(), id, identity(cipher, receipt), safety(cipher, receipt))
                        .compose(_ -> guardians.add(tx, id, cipher, receipt.guardians())))
                .compose(_ -> verdicts.judge(tx, id, VerdictCause.RECEIVED))
                .compose(_ -> caseService.record(tx, AuditAction.CHANGE, id, caller, "received anew"))
                .compose(_ -> caseService.changed(tx, id))
                .compose(_ -> cases.find(tx, event.id(), id))
                .map(found -> found.orElseThrow(CaseService::unknown))
                .map(stored -> new Opened(
                        new CaseService.Standing(id, state, stored.receivedAt(), stored.receivedBy(), null),
                        List.of()));
    }

    private Future<Taken> takeSame(Tx tx, UUID caseId, UUID handoverId, Caller caller) {
        return handovers
                .require(tx, caseId)
                .compose(first -> handovers.require(tx, handoverId).compose(other -> {
                    if (!other.ticket().equals(first.ticket())) {
                        throw Refusal.conflict(
                                "handover.other-ticket", "Dit feit hoort bij een andere kaart. Ververs het scherm.");
                    }
                    return take(tx, caseId, handoverId, caller);
                }));
    }

    /** Takes one more offence into an open case; that it is the same juvenile's is for the worker to say. */
    public Future<CaseService.Standing> join(Tx tx, UUID caseId, UUID handoverId, Caller caller) {
        return caseService
                .stateForChange(tx, caseId)
                .map(state -> {
                    if (!state.isHere()) {
                        throw Refusal.conflict(
                                "case.closed", "Deze zaak is niet meer open. Neem de jongere over vanaf het bord.");
                    }
                    return state;
                })
                .compose(_ -> handovers.joined(tx, caseId))
                .map(ReceiptService::roomForMore)
                .compose(_ -> take(tx, caseId, handoverId, caller))
                .compose(taken -> caseService
                        .standing(tx, caseId)
                        .compose(standing ->
                                gate.changed(tx, caseId, standing.state()).map(standing::in))
                        .compose(standing ->
                                added(tx, caseId, taken, null, caller).map(standing)));
    }

    private static List<Handover> roomForMore(List<Handover> joined) {
        if (joined.size() >= OFFENCES_MAX) {
            throw Refusal.conflict("case.offences", "Bij deze zaak kan geen feit meer. Bel de coördinator.");
        }
        return joined;
    }

    private Future<Taken> take(Tx tx, UUID caseId, UUID handoverId, Caller caller) {
        return handovers
                .join(tx, handoverId, caseId, caller.requireWorker().id())
                .compose(handover -> verdicts.judge(tx, caseId, handover, VerdictCause.RECEIVED)
                        .map(said -> new Taken(handover, said)))
                .compose(taken -> caseService.changed(tx, caseId).map(taken));
    }

    private Future<Void> added(Tx tx, UUID caseId, Taken taken, @Nullable Overruling override, Caller caller) {
        Handover handover = taken.handover();
        return giveReceipt(tx, handover, ruling(taken.said(), override), caller)
                .compose(_ -> caseService.record(
                        tx, AuditAction.CHANGE, caseId, caller, "offence added handover:" + handover.id()));
    }

    /** Before this line the data are the referrer's police data, after it Halt's. */
    Future<Handover.Receipt> giveReceipt(Tx tx, Handover handover, Handover.Ruling ruling, Caller caller) {
        String facts = "overdracht=" + handover.id() + "; van=werkgever verwijzer (Wpg); naar=Stichting Halt (AVG);"
                + " velden=feit,verklaringen,jongere,ouder,verwijzer";
        return audit.record(
                        tx,
                        new AuditEntry(
                                event.id(),
                                AuditAction.PROVISION,
                                "case:" + handover.caseId(),
                                caller.auditName(),
                                CaseService.PURPOSE,
                                AuditEntry.PROVISION_TO_HALT,
                                facts))
                .compose(head -> handovers.giveReceipt(tx, handover, head, ruling));
    }

    static Handover.Ruling ruling(StoredVerdict said, @Nullable Overruling override) {
        return new Handover.Ruling(
                said.decision().name(),
                said.judged().verdict().rules(),
                override != null && said.needs() != Needs.NOTHING && override.covers(said.decision()));
    }

    private static byte[] identity(CaseCipher cipher, Receipt receipt) {
        return cipher.seal(CaseService.IDENTITY, Json.bytes(receipt.identity()));
    }

    private static byte[] safety(CaseCipher cipher, Receipt receipt) {
        return cipher.seal(CaseService.SAFETY, Json.bytes(receipt.safety()));
    }
}
