package nl.haltloket.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverContent;
import org.jspecify.annotations.Nullable;

/**
 * A case, opened: everything but the sections of the intake.
 *
 * @param newOffences handovers under the same ticket that nobody received yet
 */
public record CaseFile(
        UUID id,
        CaseState state,
        @Nullable String reason,
        Instant receivedAt,
        String receivedBy,
        Receipt.@Nullable Safety safety,
        Receipt.@Nullable Identity identity,
        Handover handover,
        HandoverContent content,
        List<Guardian> guardians,
        List<Offence> otherOffences,
        List<UUID> newOffences) {

    /** One more offence of the juvenile, handed over and received apart. */
    public record Offence(Handover handover, HandoverContent content) {}
}
