package nl.haltloket.guardian;

import java.util.List;
import nl.haltloket.notify.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * What was done for a guardian beside the steps of the contact itself.
 *
 * @param claim who calls now
 * @param texts what was left for the number in use, oldest first
 */
public record FollowUp(
        @Nullable CallClaim claim, @Nullable Substitute substitute, List<Letter> letters, List<Outbox.Left> texts) {}
