package nl.haltloket.guardian;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right number of a guardian whose number turned out to be wrong.
 *
 * @param id of the contact that takes the place of the old one, made by the tablet
 * @param readBack the number was read aloud and confirmed
 */
public record NumberCorrection(
        UUID id, String number, @Nullable Boolean readBack, Reason reason) {

    /** Why the old number was wrong; goes into the audit. */
    public enum Reason {
        MISTYPED,
        MISHEARD,
        SOMEBODY_ELSE_ANSWERED,
        OTHER
    }
}
