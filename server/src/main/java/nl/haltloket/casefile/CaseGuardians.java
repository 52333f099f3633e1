package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.db.Tx;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.GuardianEdit;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.guardian.NewGuardian;
import nl.haltloket.guardian.NumberCorrection;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Guardians added to an open case or put right in it, each with its line in the audit. */
public final class CaseGuardians {
    private final CaseService cases;
    private final GuardianService guardians;

    public CaseGuardians(CaseService cases, GuardianService guardians) {
        this.cases = cases;
        this.guardians = guardians;
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
                .compose(state -> recorded(tx, caseId, caller, "guardian edited", state));
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
