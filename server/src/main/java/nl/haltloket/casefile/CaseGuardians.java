package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.db.Tx;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.GuardianEdit;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.guardian.NewGuardian;
import nl.haltloket.guardian.NewLetter;
import nl.haltloket.guardian.NewSubstitute;
import nl.haltloket.guardian.NumberCorrection;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Guardians added to an open case or put right in it, each with its line in the audit. */
public final class CaseGuardians {
    private final CaseService cases;
    private final GuardianService guardians;
    private final Follow follow;

    public CaseGuardians(CaseService cases, GuardianService guardians, Follow follow) {
        this.cases = cases;
        this.guardians = guardians;
        this.follow = follow;
    }

    /** Who has custody can decide where a case goes; decisions lie above cases, and this is therefore handed in. */
    @FunctionalInterface
    public interface Follow {
        /** Takes the case where what was decided leads now. */
        Future<CaseService.Standing> follow(Tx tx, UUID caseId, Caller caller);
    }

    /** Adds a guardian who became known later; the first text goes at once. */
    public Future<ContactState> add(Tx tx, UUID caseId, NewGuardian guardian, Caller caller) {
        return open(tx, caseId)
                .compose(_ -> guardians.addLater(tx, caseId, guardian))
                .compose(state -> recorded(tx, caseId, caller, "guardian added " + state, state));
    }

    /** Puts a wrong number right; the text goes to the right one at once. */
    public Future<ContactState> correctNumber(
            Tx tx, UUID caseId, UUID guardianId, NumberCorrection correction, Caller caller) {
        return open(tx, caseId)
                .compose(_ -> guardians.correctNumber(tx, caseId, guardianId, correction))
                .compose(state -> recorded(
                        tx, caseId, caller, "guardian number corrected " + correction.reason() + " " + state, state));
    }

    /** Changes name, relation, custody or language. */
    public Future<ContactState> edit(Tx tx, UUID caseId, UUID guardianId, GuardianEdit edit, Caller caller) {
        return open(tx, caseId)
                .compose(_ -> guardians.edit(tx, caseId, guardianId, edit))
                .compose(state -> recorded(tx, caseId, caller, "guardian edited", state))
                .compose(state -> follow.follow(tx, caseId, caller).map(state));
    }

    /** "Ik bel", for every tablet to see. */
    public Future<ContactState> claim(Tx tx, UUID caseId, UUID guardianId, Caller caller) {
        UUID worker = caller.requireWorker().id();
        return open(tx, caseId)
                .compose(_ -> guardians.claim(tx, caseId, guardianId, worker))
                .compose(state -> recorded(tx, caseId, caller, "guardian call claimed", state));
    }

    /** Who comes instead of a guardian who must not be contacted. */
    public Future<ContactState> substitute(
            Tx tx, UUID caseId, UUID guardianId, NewSubstitute substitute, Caller caller) {
        String facts = "guardian substitute " + (Boolean.TRUE.equals(substitute.spoken()) ? "spoken " : "named ");
        return open(tx, caseId)
                .compose(_ -> guardians.substitute(
                        tx,
                        caseId,
                        guardianId,
                        substitute,
                        caller.requireWorker().id()))
                .compose(state -> recorded(tx, caseId, caller, facts + substitute.who(), state));
    }

    /** A letter for a guardian left the desk. */
    public Future<GuardianService.Reached> letter(
            Tx tx, UUID caseId, UUID guardianId, NewLetter letter, Caller caller) {
        return open(tx, caseId)
                .compose(_ -> guardians.letter(
                        tx, caseId, guardianId, letter, caller.requireWorker().id()))
                .compose(reached -> recorded(tx, caseId, caller, "guardian letter " + letter.way(), reached.state())
                        .map(reached));
    }

    private Future<Void> open(Tx tx, UUID caseId) {
        return cases.stateForChange(tx, caseId).map(state -> {
            if (state == CaseState.TRANSFERRED || state == CaseState.ERASED) {
                throw Refusal.conflict("case.closed", "Deze zaak is al overgedragen. Bel wie haar nu heeft.");
            }
            return null;
        });
    }

    private Future<ContactState> recorded(Tx tx, UUID caseId, Caller caller, String facts, ContactState state) {
        return cases.record(tx, AuditAction.CHANGE, caseId, caller, facts)
                .compose(_ -> cases.changed(tx, caseId))
                .map(_ -> state);
    }
}
