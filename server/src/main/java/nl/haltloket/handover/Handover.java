package nl.haltloket.handover;

import java.time.Instant;
import java.util.UUID;
import nl.haltloket.event.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * A handover as the desk keeps it; its content is sealed under the case key and read apart.
 *
 * @param referrerId who handed over, as the mandate names that person
 * @param capturedAt when it was made, by the server's clock
 * @param clockOffsetMs how far the phone's clock stood from the server's, as measured; 0 when it was not
 * @param replacedBy the correction that took its place
 * @param caseId the case in which it was received
 */
public record Handover(
        UUID id,
        UUID deviceId,
        @Nullable String referrerId,
        HandoverState state,
        Ticket ticket,
        byte[] payloadHash,
        Instant capturedAt,
        long clockOffsetMs,
        String rulesVersion,
        Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String declineReason,
        @Nullable Receipt receipt,
        @Nullable UUID replacedBy,
        @Nullable UUID caseId) {

    /**
     * The proof for the referrer that the desk took over.
     *
     * @param signed COSE_Sign1 by the desk's receipt key
     */
    public record Receipt(String number, byte[] signed, byte[] auditHead) {}

    /** What the rules of this version said at receipt, and whether a worker received the juvenile all the same. */
    public record Ruling(String decision, String rulesVersion, boolean overridden) {}
}
