package nl.haltloket.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.eligibility.Decision;
import nl.haltloket.handover.Needs;
import nl.haltloket.handover.StoredVerdict;
import org.jspecify.annotations.Nullable;

/** What people decided about a case, beside what the rules say; each in the order in which it was written down. */
public record Decided(List<Approval> approvals, List<Overridden> overrides) {

    /** An override, with who gave it and when. */
    public record Overridden(UUID id, Overruling override, Instant recordedAt, String recordedBy) {}

    /** What still stands between a verdict and the intake. */
    public enum Block {
        NONE,
        HELP,
        ASSISTANT,
        PROSECUTOR,
        OVERRIDE,
        REFUSED
    }

    /** What counts for an offence that joined the case at this moment: nothing that was decided before. */
    Decided since(@Nullable Instant joinedAt) {
        return joinedAt == null
                ? this
                : new Decided(
                        approvals.stream()
                                .filter(one -> !one.recordedAt().isBefore(joinedAt))
                                .toList(),
                        overrides.stream()
                                .filter(one -> !one.recordedAt().isBefore(joinedAt))
                                .toList());
    }

    /** The last word of this authority; null when it was not asked. */
    @Nullable
    Boolean lastWord(Approval.Authority authority) {
        return approvals.stream()
                .filter(one -> one.authority() == authority)
                .reduce((_, last) -> last)
                .map(Approval::approved)
                .orElse(null);
    }

    /** Whether help was given since the safety questions. */
    boolean helped() {
        return overrides.stream().anyMatch(one -> one.override().reason() == Overruling.Reason.HELPED);
    }

    /** What this verdict still asks. */
    Block block(StoredVerdict verdict) {
        Needs needs = verdict.needs();
        Optional<Approval> last = approvals.stream().reduce((_, later) -> later);
        boolean approved = last.filter(Approval::approved).isPresent();
        boolean byProsecutor = Boolean.TRUE.equals(lastWord(Approval.Authority.PROSECUTOR));
        if (last.isPresent() && !approved && needs != Needs.NOTHING) {
            return Block.REFUSED;
        }
        return switch (needs) {
            case NOTHING -> Block.NONE;
            case ASSISTANT -> approved || covered(verdict.decision()) ? Block.NONE : Block.ASSISTANT;
            case PROSECUTOR -> byProsecutor || covered(verdict.decision()) ? Block.NONE : Block.PROSECUTOR;
            case OVERRIDE ->
                (byProsecutor && verdict.decision() == Decision.UNKNOWN) || covered(verdict.decision())
                        ? Block.NONE
                        : Block.OVERRIDE;
            case HELP -> covered(verdict.decision()) ? Block.NONE : Block.HELP;
        };
    }

    private boolean covered(Decision decision) {
        return overrides.stream().anyMatch(one -> one.override().covers(decision));
    }
}
