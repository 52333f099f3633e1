package nl.haltloket.refusal;

import org.jspecify.annotations.Nullable;

/**
 * What a person typed, held against what a screen, a print and a file can show as it was meant: no control characters
 * and nothing that turns the direction of the text around it (Unicode Technical Report 36, "Unicode Security
 * Considerations"). Every script, diacritics and emoji are welcome.
 */
public final class PlainText {
    private static final String DIRECTION = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private PlainText() {}

    /**
     * The text without the white space around it.
     *
     * @param codeWhenBlank the code of the refusal when there is nothing to read in it
     * @param sentenceWhenBlank its sentence
     */
    public static String required(@Nullable String text, String codeWhenBlank, String sentenceWhenBlank) {
        String clean = line(text);
        if (clean == null) {
            throw Refusal.invalid(codeWhenBlank, sentenceWhenBlank);
        }
        return clean;
    }

    /** As {@link #required}, but nothing to read gives null. */
    public static @Nullable String line(@Nullable String text) {
        return clean(text, false);
    }

    /** As {@link #line}, of more lines. */
    public static @Nullable String lines(@Nullable String text) {
        return clean(text, true);
    }

    private static @Nullable String clean(@Nullable String text, boolean lines) {
        if (text == null || text.codePoints().noneMatch(PlainText::isSeen)) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.codePoints().anyMatch(point -> isHidden(point, lines))) {
            throw Refusal.invalid(
                    "text.hidden", "In deze tekst staan onzichtbare tekens. Wis het veld en typ de tekst opnieuw.");
        }
        return stripped;
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The joiners stay: scripts and emoji need them. */
    private static boolean isHidden(int point, boolean lines) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return !lines;
        }
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || DIRECTION.indexOf(point) >= 0;
    }
}
