package nl.haltloket.reply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a person decides about.
 *
 * @param waiting how many there are, also those that are left out of {@code replies}
 * @param dismissed those of this shift, which can be taken back
 */
record TriageList(long waiting, List<Item> replies, List<Item> dismissed) {

    /**
     * One text, without its sender: the number is shown when somebody asks for it.
     *
     * @param asked whether the sender was asked which case is meant
     * @param alike how many others of the same number wait
     * @param suggested cases to think of
     * @param reason why it was put aside
     * @param by who did that
     */
    record Item(
            UUID id,
            Instant at,
            Cause cause,
            String text,
            boolean asked,
            long alike,
            List<CaseTicketRepository.Named> suggested,
            @Nullable String reason,
            @Nullable String by) {}

    /** Who sent a text; {@code callable} when it is a number of a person. */
    record From(String number, boolean callable) {}

    /** Why a text belongs to no case. */
    enum Reason {
        ADVERTISING,
        WRONG_NUMBER,
        NOT_READABLE,
        CALLED_BACK,
        OTHER
    }

    /**
     * What became of it; without personal data, since the answer to a command is kept.
     *
     * @param count it, and the others of the same number with which the same was done
     */
    record Decided(UUID id, ReplyState state, int count) {}
}
