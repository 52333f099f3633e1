package nl.haltloket.handover;

/** Texts as people write them, in any script: nothing that is not seen, and nothing that turns round what is. */
final class PlainText {
    private static final int EMBEDDING_FIRST = 0x202A;
    private static final int OVERRIDE_LAST = 0x202E;
    private static final int ISOLATE_FIRST = 0x2066;
    private static final int ISOLATE_LAST = 0x2069;

    private PlainText() {}

    /** False for control characters, line separators and the marks that override the direction of writing. */
    static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        boolean turns = (character >= EMBEDDING_FIRST && character <= OVERRIDE_LAST)
                || (character >= ISOLATE_FIRST && character <= ISOLATE_LAST);
        return !turns
                && switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE -> false;
                    default -> true;
                };
    }
}
