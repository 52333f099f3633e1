package nl.haltloket.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package on its way to a receiver, as far as it came.
 *
 * @param receiver its id; null when the report was handed over on paper
 * @param replaces an earlier package of the case that this one adds to
 * @param contentSealed what goes into the package, under the key of the case
 * @param packageBytes signed and sealed to the receiver
 * @param receipt what the receiver answered, as it was signed
 * @param problemStatus of HTTP; 0 when there was none
 */
record Transfer(
        UUID id,
        UUID caseId,
        Purpose purpose,
        @Nullable String receiver,
        String receiverName,
        @Nullable UUID replaces,
        Step step,
        Instant assembledAt,
        byte @Nullable [] contentSealed,
        @Nullable Instant sealedAt,
        byte @Nullable [] packageBytes,
        byte @Nullable [] packageHash,
        @Nullable Instant sentAt,
        @Nullable String caseNumber,
        byte @Nullable [] receipt,
        @Nullable Instant confirmedAt,
        int attempts,
        Instant dueAt,
        @Nullable TransferProblem problem,
        int problemStatus,
        @Nullable Instant problemAt) {

    /** How far it came. */
    enum Step {
        ASSEMBLED,
        SEALED,
        SENT,
        CONFIRMED,
        CANCELLED;

        boolean isUnderway() {
            return this == ASSEMBLED || this == SEALED || this == SENT;
        }
    }
}
