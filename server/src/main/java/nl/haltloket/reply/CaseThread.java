package nl.haltloket.reply;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.notify.MessageState;
import org.jspecify.annotations.Nullable;

/** The texts of a case, both ways, oldest first. */
record CaseThread(List<Entry> entries) {

    /** From the desk, or to it. */
    enum Way {
        SENT,
        RECEIVED
    }

    /**
     * Whose number it is: of a guardian, of nobody known to the case, or one that turned out to be wrong.
     *
     * @param former whether the number was replaced since
     */
    record Who(@Nullable Relation relation, @Nullable String name, boolean former) {}

    /**
     * One text.
     *
     * @param state what became of a text that was sent
     * @param automatic whether no person caused it
     * @param cause why a text that came in is with this case
     * @param linkedBy the worker who linked it
     */
    record Entry(
            UUID id,
            Way way,
            Instant at,
            String text,
            Who who,
            @Nullable MessageState state,
            boolean automatic,
            @Nullable Cause cause,
            @Nullable String linkedBy,
            boolean unread) {}

    /** How many texts were marked as read. */
    record Marked(int read) {}
}
