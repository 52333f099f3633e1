package nl.haltloket.journey;

/** What a handover asks of the officer. */
final class Effort {
    private int taps;
    private int characters;

    void tap() {
        taps++;
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

    @Override
    public String toString() {
        return taps + " taps and " + characters + " characters";
    }
}
