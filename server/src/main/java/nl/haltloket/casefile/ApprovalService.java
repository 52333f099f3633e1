package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.db.Tx;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Writes down what the assistant prosecutor or the prosecutor decided, and judges the case anew. */
public final class ApprovalService {
    private final CaseService cases;
    private final HandoverService handovers;
    private final CaseVerdicts verdicts;

    public ApprovalService(CaseService cases, HandoverService handovers, CaseVerdicts verdicts) {
        this.cases = cases;
        this.handovers = handovers;
        this.verdicts = verdicts;
    }

    /** Keeps it; refused when the case is closed, or when it cannot have been given then. */
    public Future<CaseService.Standing> record(Tx tx, UUID caseId, NewApproval approval, Caller caller) {
        return cases.stateForChange(tx, caseId)
                .map(ApprovalService::open)
                .compose(_ -> handovers.require(tx, caseId))
                .compose(handover -> handovers.content(tx, handover))
                .map(content -> approval.checked(verdicts.now(), content.offenceAt()))
                .compose(details -> verdicts.keep(
                        tx, caseId, details, caller.requireWorker().id()))
                .compose(_ -> verdicts.judge(tx, caseId, VerdictCause.APPROVED))
                .compose(_ -> cases.record(tx, AuditAction.CHANGE, caseId, caller, audited(approval)))
                .compose(_ -> cases.changed(tx, caseId))
                .compose(_ -> cases.standing(tx, caseId));
    }

    private static String audited(NewApproval approval) {
        return "approval " + approval.authority() + (approval.approved() ? " approved" : " refused");
    }

    private static CaseState open(CaseState state) {
        if (!state.isHere()) {
            throw Refusal.conflict("case.closed", "Deze zaak is niet meer open.");
        }
        return state;
    }
}
