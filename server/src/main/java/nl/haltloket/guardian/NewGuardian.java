package nl.haltloket.guardian;

import java.util.UUID;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A guardian as the desk established one.
 *
 * @param id made by the tablet
 * @param custody whether the guardian has custody
 * @param readBack the number was read aloud and confirmed
 * @param language BCP 47
 */
public record NewGuardian(
        UUID id,
        @Nullable String name,
        Relation relation,
        Answer custody,
        @Nullable String number,
        @Nullable Boolean readBack,
        String language,
        boolean doNotContact,
        @Nullable String doNotContactReason) {}
