package nl.haltloket.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverContent;
import org.jspecify.annotations.Nullable;

/** A case, opened: everything but the sections of the intake. */
public record CaseFile(
        UUID id,
        CaseState state,
        @Nullable String reason,
        Instant receivedAt,
        String receivedBy,
        Receipt.Safety safety,
        Receipt.Identity identity,
        Handover handover,
        HandoverContent content,
        List<Guardian> guardians) {}
