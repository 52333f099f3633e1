package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.handover.StoredVerdict;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** What a case may do, by what the rules said last and by what people decided on that. */
final class Gate {
    private final CaseVerdicts verdicts;

    Gate(CaseVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /**
     * A step that is allowed.
     *
     * @param next the state that it leads to
     * @param overruled what a worker decided otherwise, for the audit; null when nothing
     */
    record Passed(CaseState next, @Nullable String overruled) {}

    private record Weighed(
            Decided.Block block,
            StoredVerdict worst,
            @Nullable Overruling kept) {
        Passed to(CaseState next) {
            return new Passed(next, kept == null ? null : "override " + kept.decision() + " " + kept.reason());
        }
    }

    /** A juvenile is received: never against the rules without a reason; the state says who decides first. */
    Future<Passed> received(Tx tx, UUID caseId, CaseState state, @Nullable Overruling overruling, Caller caller) {
        return weigh(tx, caseId, overruling, caller).compose(weighed -> {
            if (weighed.block() == Decided.Block.OVERRIDE) {
                throw CaseVerdicts.refusal(weighed.block(), weighed.worst());
            }
            return verdicts.settle(tx, caseId, state, weighed.block()).map(weighed::to);
        });
    }

    /** An offence or another juvenile came into a case that is open: it waits when somebody decides first. */
    Future<CaseState> changed(Tx tx, UUID caseId, CaseState state) {
        return verdicts.current(tx, caseId)
                .compose(said -> verdicts.block(tx, caseId, said))
                .compose(block -> verdicts.settle(tx, caseId, state, block));
    }

    /** The intake begins: not before everybody who decides first has done so. */
    Future<Passed> intake(Tx tx, UUID caseId, CaseState state, @Nullable Overruling overruling, Caller caller) {
        return weigh(tx, caseId, overruling, caller).map(weighed -> {
            if (weighed.block() == Decided.Block.NONE) {
                return weighed.to(CaseState.INTAKE);
            }
            if (weighed.kept() == null || !state.canBecome(CaseState.PENDING_APPROVAL)) {
                throw CaseVerdicts.refusal(weighed.block(), weighed.worst());
            }
            return weighed.to(CaseState.PENDING_APPROVAL);
        });
    }

    private Future<Weighed> weigh(Tx tx, UUID caseId, @Nullable Overruling overruling, Caller caller) {
        return verdicts.current(tx, caseId)
                .compose(said -> verdicts.block(tx, caseId, said).compose(block -> {
                    StoredVerdict worst = StoredVerdict.worst(said);
                    boolean free = block == Decided.Block.NONE || block == Decided.Block.REFUSED;
                    return free || overruling == null || !overruling.covers(worst.decision())
                            ? Future.succeededFuture(new Weighed(block, worst, null))
                            : keep(tx, caseId, overruling.checked(), said, caller);
                }));
    }

    /** That help was given is a fact of its own, by which everything is judged anew. */
    private Future<Weighed> keep(Tx tx, UUID caseId, Overruling overruling, List<StoredVerdict> said, Caller caller) {
        return verdicts.keep(tx, caseId, overruling, caller.requireWorker().id())
                .compose(_ -> overruling.reason() == Overruling.Reason.HELPED
                        ? verdicts.judge(tx, caseId, VerdictCause.CORRECTED)
                        : Future.succeededFuture(said))
                .compose(now -> verdicts.block(tx, caseId, now)
                        .map(block -> new Weighed(block, StoredVerdict.worst(now), overruling)));
    }

    /** Whether a guardian still has to be told, by the rules. */
    Future<Boolean> asksToTellGuardian(Tx tx, UUID caseId) {
        return verdicts.current(tx, caseId).map(said -> said.stream()
                .anyMatch(one -> one.judged().verdict().gates().contains("GUARDIAN_TOLD")));
    }
}
