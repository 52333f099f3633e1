package nl.haltloket.handover;

import java.time.Instant;
import nl.haltloket.handover.HandoverContent.IdentityBasis;
import org.jspecify.annotations.Nullable;

/**
 * What the desk adds to what the referrer declared; what is absent was not established.
 *
 * @param birthDate as YYYY-MM-DD
 * @param responsive whether the juvenile answers; counts only where the referrer did not say
 * @param safe whether the juvenile is conscious, not hurt and not in danger
 * @param assistantApproves what the assistant prosecutor (hulpofficier van justitie) decided
 * @param prosecutorApproves what the prosecutor (officier van justitie) decided
 * @param receivedAt when the desk received the juvenile
 * @param fit what the desk said last of whether the juvenile can be spoken with; weighs more than what the referrer saw
 * @param progress how far the case is
 */
public record DeskFacts(
        @Nullable String birthDate,
        @Nullable IdentityBasis identity,
        @Nullable Boolean responsive,
        @Nullable Boolean safe,
        @Nullable Boolean assistantApproves,
        @Nullable Boolean prosecutorApproves,
        @Nullable Instant receivedAt,
        @Nullable Boolean fit,
        Progress progress) {

    /** Before the desk did anything. */
    public static final DeskFacts NONE = new DeskFacts(null, null, null, null, null, null, null, null, Progress.NONE);
}
