package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Puts right that a case was opened on the wrong juvenile: what the desk took down moves to a new case on the handover
 * of the juvenile who was in front, sealed anew under its key. The wrong case stays in its state, emptied, and waits
 * for the juvenile that is really meant; its handover was received, and the referrer's receipt stays true.
 */
public final class DisplacementService {
    /** After these a paper lies with the juvenile, and moving facts would no longer put it right. */
    private static final Set<CaseState> MOVABLE =
            EnumSet.of(CaseState.OPENED, CaseState.PENDING_APPROVAL, CaseState.INTAKE, CaseState.NOT_FIT_NOW);

    private final CaseRepository cases = new CaseRepository();
    private final CaseService caseService;
    private final ReceiptService receipts;
    private final HandoverService handovers;
    private final GuardianService guardians;
    private final IntakeFacts intake;
    private final CaseVerdicts verdicts;
    private final Rights rights;
    private final Gate gate;
    private final CaseKeys caseKeys;
    private final Event event;
    private final Clock clock;

    public DisplacementService(
            CaseService caseService,
            ReceiptService receipts,
            HandoverService handovers,
            GuardianService guardians,
            IntakeFacts intake,
            CaseVerdicts verdicts,
            Rights rights,
            CaseKeys caseKeys,
            Event event,
            Clock clock) {
        this.caseService = caseService;
        this.receipts = receipts;
        this.handovers = handovers;
        this.guardians = guardians;
        this.intake = intake;
        this.verdicts = verdicts;
        this.rights = rights;
        this.gate = new Gate(verdicts);
        this.caseKeys = caseKeys;
        this.event = event;
        this.clock = clock;
    }

    /** Moves what was taken down in the intake, which lies above cases and is therefore handed in. */
    @FunctionalInterface
    public interface IntakeFacts {
        /** Seals every section anew under the other case. */
        Future<Void> move(Tx tx, CaseKeys.Move move);
    }

    /** Moves the facts; gives the new case. */
    public Future<CaseService.Standing> move(Tx tx, UUID wrong, Displacement displacement, Caller caller) {
        UUID right = displacement.handoverId();
        UUID workerId = caller.requireWorker().id();
        if (right.equals(wrong)) {
            throw Refusal.invalid("case.same-juvenile", "Dat is dezelfde jongere. Kies de andere.");
        }
        return caseService
                .stateForChange(tx, wrong)
                .map(DisplacementService::movable)
                .compose(state -> handovers.receive(tx, right, right, workerId).compose(handover -> caseKeys.move(
                                tx, wrong, right)
                        .compose(move -> moveAll(tx, move, workerId))
                        .compose(_ -> verdicts.forgetDesk(tx, wrong))
                        .compose(_ -> verdicts.judge(tx, right, handover, VerdictCause.RECEIVED))
                        .compose(said -> receipts.giveReceipt(tx, handover, ReceiptService.ruling(said, null), caller))
                        .compose(receipt -> record(tx, wrong, displacement, caller)
                                .compose(_ -> gate.changed(tx, right, state))
                                .map(now -> new CaseService.Standing(
                                        right,
                                        now,
                                        clock.instant(),
                                        caller.requireWorker().name(),
                                        receipt.number())))));
    }

    private static CaseState movable(CaseState state) {
        if (!MOVABLE.contains(state)) {
            throw Refusal.conflict(
                    "case.too-late-to-move",
                    "Er is al een aanbod gedaan of de zaak is gesloten. Neem de andere jongere apart over, en bel de"
                            + " coördinator.");
        }
        return state;
    }

    /** The texts first: their sender takes a text and then its guardian, and so nobody waits in a circle. */
    private Future<Void> moveAll(Tx tx, CaseKeys.Move move, UUID workerId) {
        return cases.find(tx, event.id(), move.from())
                .map(found -> found.orElseThrow(CaseService::unknown))
                .compose(stored -> cases.insert(
                                tx,
                                event.id(),
                                move.to(),
                                clock.instant(),
                                workerId,
                                anew(move, CaseService.IDENTITY, stored.identitySealed()),
                                anew(move, CaseService.SAFETY, stored.safetySealed()))
                        .compose(_ -> guardians.move(tx, move))
                        .compose(_ -> intake.move(tx, move))
                        .compose(_ -> rights.move(tx, move))
                        .compose(_ -> progress(tx, move, stored))
                        .compose(_ -> sameState(tx, move, stored)))
                .compose(_ -> cases.empty(tx, event.id(), move.from(), clock.instant()));
    }

    private Future<Void> progress(Tx tx, CaseKeys.Move move, CaseRepository.Stored stored) {
        byte[] progress = stored.progressSealed();
        return cases.fit(tx, event.id(), move.to(), stored.fit())
                .compose(_ -> progress == null
                        ? Future.succeededFuture()
                        : cases.progress(tx, event.id(), move.to(), move.anew(CaseService.PROGRESS, progress)));
    }

    /** Each of these states is one step from the first. */
    private Future<Void> sameState(Tx tx, CaseKeys.Move move, CaseRepository.Stored stored) {
        if (!CaseState.OPENED.canBecome(stored.state())) {
            return Future.succeededFuture();
        }
        byte[] note = stored.noteSealed();
        return cases.change(
                tx,
                event.id(),
                move.to(),
                stored.state(),
                clock.instant(),
                stored.reason(),
                note == null ? null : Buffer.buffer(move.anew(CaseService.NOTE, note)));
    }

    private static byte[] anew(CaseKeys.Move move, CaseCipher.Place place, byte @Nullable [] sealed) {
        if (sealed == null) {
            throw new IllegalStateException("Case " + move.from() + " has nothing to move");
        }
        return move.anew(place, sealed);
    }

    private Future<Void> record(Tx tx, UUID wrong, Displacement displacement, Caller caller) {
        UUID right = displacement.handoverId();
        String reason = " " + displacement.reason();
        return caseService
                .record(tx, AuditAction.CHANGE, wrong, caller, "desk facts moved to case:" + right + reason)
                .compose(_ -> caseService.record(
                        tx, AuditAction.CHANGE, right, caller, "desk facts came from case:" + wrong + reason))
                .compose(_ -> caseService.changed(tx, wrong))
                .compose(_ -> caseService.changed(tx, right));
    }
}
