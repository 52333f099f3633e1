package nl.haltloket.casefile;

import java.time.Instant;
import nl.haltloket.guardian.Language;

/**
 * That the rights card was shown to the juvenile; before that nobody asks the juvenile anything.
 *
 * @param by the worker
 * @param version of the card
 */
public record RightsShown(
        Instant at, String by, String language, int version, Medium medium, boolean readAloud, boolean interpreter) {

    /** How: on the screen, on paper, or told by a worker or an interpreter. */
    public enum Medium {
        SCREEN,
        PAPER,
        SPOKEN
    }

    /** What a worker writes down of it. */
    public record NewRights(String language, int version, Medium medium, boolean readAloud, boolean interpreter) {
        /** With a language that we know; refused otherwise. */
        public NewRights checked() {
            return new NewRights(Language.checked(language), version, medium, readAloud, interpreter);
        }
    }
}
