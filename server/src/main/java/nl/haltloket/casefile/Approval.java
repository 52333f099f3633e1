package nl.haltloket.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * What the assistant prosecutor or the prosecutor decided about a case, as a worker wrote it down.
 *
 * @param who name or number of who decided
 * @param givenAt when that was
 * @param reference under which it is found there
 * @param recordedBy the worker
 */
public record Approval(
        UUID id,
        Authority authority,
        boolean approved,
        String who,
        Instant givenAt,
        String reference,
        Instant recordedAt,
        String recordedBy) {

    /** Who decides: hulpofficier van justitie or officier van justitie. */
    public enum Authority {
        ASSISTANT,
        PROSECUTOR
    }

    /** What is sealed of it. */
    record Details(Authority authority, boolean approved, String who, Instant givenAt, String reference) {}
}
