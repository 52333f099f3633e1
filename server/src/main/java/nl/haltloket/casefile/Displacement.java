package nl.haltloket.casefile;

import java.util.UUID;

/**
 * That a case was opened on the wrong juvenile.
 *
 * @param handoverId whose facts the desk took down
 */
public record Displacement(UUID handoverId, Reason reason) {

    /** How it came about; goes into the audit. */
    public enum Reason {
        WRONG_ROW,
        WRONG_CARD,
        SWAPPED_PLACES,
        OTHER
    }
}
