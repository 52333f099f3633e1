package nl.haltloket.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.Progress;
import nl.haltloket.handover.StoredVerdict;
import org.jspecify.annotations.Nullable;

/**
 * A case, opened: everything but the sections of the intake.
 *
 * @param note in the words of whoever gave the reason
 * @param rights when the rights card was shown last; null when it never was
 * @param freeToLeave whether the juvenile may go, so far as the handovers tell
 * @param fit what the desk said last of whether the juvenile can be spoken with
 * @param progress how far the desk is
 * @param verdict what the rules say of its first offence
 * @param governing the worst of all its offences, which counts for the case
 * @param block what still stands between the case and its intake
 * @param decided what people decided on that
 * @param newOffences handovers under the same ticket that nobody received yet
 */
public record CaseFile(
        UUID id,
        CaseState state,
        Instant stateSince,
        @Nullable String reason,
        @Nullable String note,
        @Nullable RightsShown rights,
        Answer freeToLeave,
        @Nullable Boolean fit,
        Progress progress,
        Instant receivedAt,
        String receivedBy,
        Receipt.@Nullable Safety safety,
        Receipt.@Nullable Identity identity,
        Handover handover,
        HandoverContent content,
        StoredVerdict verdict,
        StoredVerdict governing,
        Decided.Block block,
        Decided decided,
        List<Guardian> guardians,
        List<Offence> otherOffences,
        List<UUID> newOffences) {

    /** One more offence of the juvenile, handed over and received apart. */
    public record Offence(Handover handover, HandoverContent content, StoredVerdict verdict) {}
}
