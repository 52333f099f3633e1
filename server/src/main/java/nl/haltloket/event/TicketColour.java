package nl.haltloket.event;

/** The colours of tickets: never red, green or yellow, so that a ticket cannot look like an alarm. */
public enum TicketColour {
    BLUE("blauw", "blauwe", 0x1D4FA3, true),
    PURPLE("paars", "paarse", 0x5E2A86, true),
    PINK("roze", "roze", 0xF6B3CB, false),
    WHITE("wit", "witte", 0xFFFFFF, false),
    GREY("grijs", "grijze", 0x56616B, true),
    BROWN("bruin", "bruine", 0x6E4122, true);

    private final String word;
    private final String inflected;
    private final int rgb;
    private final boolean dark;

    TicketColour(String word, String inflected, int rgb, boolean dark) {
        this.word = word;
        this.inflected = inflected;
        this.rgb = rgb;
        this.dark = dark;
    }

    /** The Dutch word, as the interface spells it. */
    public String word() {
        return word;
    }

    /** The Dutch word before a noun; every animal is a de-word. */
    public String inflected() {
        return inflected;
    }

    /** The colour by daylight, as in the look's tokens. */
    int rgb() {
        return rgb;
    }

    /** Whether a figure on this colour must be light. */
    boolean isDark() {
        return dark;
    }
}
