package nl.haltloket.consent;

import java.util.List;
import java.util.Optional;
import nl.haltloket.casefile.Age;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.casefile.Change;
import nl.haltloket.casefile.Choice;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.casefile.GuardianAnswer;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.Progress;
import org.jspecify.annotations.Nullable;

/** Where the decisions on taking part leave a case. */
record Outcome(Choice.@Nullable Answer juvenile, GuardianAnswer guardians, boolean needsGuardian) {

    /** A step that follows. */
    record Step(CaseState to, Change.@Nullable Reason reason) {}

    static Outcome of(Chosen chosen, List<Guardian> guardians, Age age) {
        return new Outcome(chosen.juvenile().orElse(null), chosen.guardians(guardians), age.needsGuardian());
    }

    /** The step from this state; empty when the case stays where it is. */
    Optional<Step> from(CaseState state) {
        Step step = step(state);
        return step == null || step.to() == state ? Optional.empty() : Optional.of(step);
    }

    private @Nullable Step step(CaseState state) {
        return switch (state) {
            case INTAKE -> refused();
            case OFFERED, PENDING_GUARDIAN -> refused() == null ? agreed(state) : refused();
            case AGREED, SCHEDULED -> refused();
            default -> null;
        };
    }

    private @Nullable Step refused() {
        if (juvenile == Choice.Answer.NO) {
            return new Step(CaseState.RETURNED, Change.Reason.REFUSED_BY_JUVENILE);
        }
        return needsGuardian && guardians == GuardianAnswer.REFUSES
                ? new Step(CaseState.RETURNED, Change.Reason.REFUSED_BY_GUARDIAN)
                : null;
    }

    private @Nullable Step agreed(CaseState state) {
        if (juvenile != Choice.Answer.YES) {
            return null;
        }
        return !needsGuardian || guardians == GuardianAnswer.AGREES
                ? new Step(CaseState.AGREED, null)
                : new Step(state == CaseState.OFFERED ? CaseState.PENDING_GUARDIAN : state, null);
    }

    /** As the rules ask for it. */
    Progress in(Progress progress) {
        return new Progress(
                juvenile == Choice.Answer.YES ? "AGREES" : juvenile == Choice.Answer.NO ? "REFUSES" : null,
                needsGuardian ? guardianConsent() : Progress.NOT_NEEDED,
                needsGuardian ? custody() : null,
                progress.offerHandedOver(),
                progress.appointmentAt());
    }

    private @Nullable String guardianConsent() {
        return switch (guardians) {
            case NOT_ASKED -> null;
            case AGREES, CUSTODY_UNSURE -> "AGREES";
            case REFUSES -> "REFUSES";
            case DISAGREE -> "DISAGREE";
        };
    }

    private HandoverContent.@Nullable Answer custody() {
        return switch (guardians) {
            case AGREES -> HandoverContent.Answer.YES;
            case CUSTODY_UNSURE -> HandoverContent.Answer.UNKNOWN;
            case NOT_ASKED, REFUSES, DISAGREE -> null;
        };
    }
}
