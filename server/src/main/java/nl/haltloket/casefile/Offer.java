package nl.haltloket.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * That the written offer was handed over: Wetboek van Strafrecht, article 77e, paragraph 2.
 *
 * @param by the worker
 * @param version of the letter
 */
public record Offer(
        UUID id,
        Instant at,
        String by,
        String language,
        int version,
        Medium medium,
        boolean readAloud,
        boolean interpreter) {

    /** How it was given. */
    public enum Medium {
        PRINTED,
        PDF,
        SCREEN
    }
}
