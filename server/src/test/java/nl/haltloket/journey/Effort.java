package nl.haltloket.journey;

/** What a task asks of somebody's hands: taps, and letters on the keyboard of the screen. */
final class Effort {
    /**
     * What people type with one finger on glass, on average; with two thumbs it is 38, over all 36. From 37,000 people:
     * Palin, Feit, Kim, Kristensson, Oulasvirta, "How do People Type on Mobile Devices?", MobileHCI 2019,
     * https://doi.org/10.1145/3338286.3340120. The slowest of the three is counted, because a tablet on a table is
     * typed on with a finger.
     */
    private static final double WORDS_PER_MINUTE = 29;

    /** A word, as whoever measures typing counts one. */
    private static final double CHARACTERS_PER_WORD = 5;

    private static final double SECONDS_PER_MINUTE = 60;

    private int taps;
    private int characters;

    void tap() {
        taps++;
    }

    /** As many taps as a picker of the browser asks. */
    void taps(int more) {
        taps += more;
    }

    void type(String text) {
        characters += text.length();
    }

    int taps() {
        return taps;
    }

    int characters() {
        return characters;
    }

    /** How long the letters take to type. */
    double typingSeconds() {
        return characters / (WORDS_PER_MINUTE * CHARACTERS_PER_WORD) * SECONDS_PER_MINUTE;
    }

    @Override
    public String toString() {
        return "%d taps and %d characters, typed in %.0f s".formatted(taps, characters, typingSeconds());
    }
}
