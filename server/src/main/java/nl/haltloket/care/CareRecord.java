package nl.haltloket.care;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The care record of one juvenile, opened.
 *
 * @param parts by their name in the contract; what nobody filled in is not there
 * @param warmHandovers every permission that was given, oldest first; none is no permission
 * @param easyScreens whether the juvenile's screens are to be plainer
 * @param scilPossible whether the juvenile is old enough for a SCIL
 * @param guardianPermits whether a guardian has to permit as well: under 16
 */
public record CareRecord(
        Map<String, Saved> parts,
        List<WarmHandover> warmHandovers,
        boolean easyScreens,
        boolean scilPossible,
        boolean guardianPermits) {

    /** A part as saved. */
    public record Saved(int version, Map<String, Object> data, Instant savedAt, String savedBy) {}

    /** A whole part, with the version that it rests on (0 when there was none). */
    public record Edit(int version, Map<String, Object> data) {}

    /** What a save answers; no personal data. */
    public record Kept(String part, int version, Instant savedAt) {}

    /** Whether the juvenile's screens are to be plainer; nothing of why. */
    public record Screens(boolean easy) {}

    /** Who permits: from 16 on the juvenile alone may. */
    public enum PermittedBy {
        JUVENILE,
        JUVENILE_AND_GUARDIAN
    }

    /**
     * A permission that is about to be given.
     *
     * @param purpose what the receiver is to do with it
     * @param receiver a person or organisation by name
     * @param details which data may go
     */
    public record Permission(String purpose, String receiver, String details) {}

    /** A permission for a warm handover; it can always be withdrawn. */
    public record WarmHandover(
            UUID id,
            String purpose,
            String receiver,
            String details,
            PermittedBy permittedBy,
            Instant givenAt,
            String givenBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnBy) {}

    /**
     * As much of the record as may leave the desk, when a receiver's field list names it: permitted handovers, and that
     * there is reason for a SCIL. Signals, notes and names of helpers never do.
     *
     * @param scilReason why, in Dutch words; null when there is no reason for one
     */
    public record Shared(
            List<WarmHandover> warmHandovers, @Nullable String scilReason) {}
}
