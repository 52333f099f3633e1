package nl.haltloket.guardian;

import java.time.Instant;

/**
 * A letter for a guardian that left the desk.
 *
 * @param to who took it
 */
public record Letter(Instant at, String by, Way way, String to) {

    /** Only a letter in the guardian's own hand tells the guardian. */
    public enum Way {
        HANDED_OVER,
        /** Somebody, mostly the juvenile, takes it home. */
        GIVEN_ALONG
    }
}
