package nl.haltloket.texts;

/**
 * Something about a text.
 *
 * @param code stable, for programs
 * @param sentence Dutch, says what to change
 */
public record Finding(Level level, String code, String sentence) {
    /** What it means for the text. */
    public enum Level {
        /** It is not kept like this. */
        FAULT,
        /** A person should look. */
        WARNING
    }

    static Finding fault(String code, String sentence) {
        return new Finding(Level.FAULT, code, sentence);
    }

    static Finding warning(String code, String sentence) {
        return new Finding(Level.WARNING, code, sentence);
    }
}
