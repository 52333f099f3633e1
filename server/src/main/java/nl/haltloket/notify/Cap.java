package nl.haltloket.notify;

/** A limit on texts that is reached; a person calls instead. */
public enum Cap {
    CASE("sms.cap-case", "SMS niet verstuurd: voor deze zaak zijn er al genoeg verstuurd. Bel de ouder."),
    NUMBER("sms.cap-number", "SMS niet verstuurd: dit nummer kreeg er vandaag al genoeg. Bel de ouder."),
    ABROAD(
            "sms.cap-abroad",
            "SMS niet verstuurd: er gingen vandaag al te veel naar buitenlandse nummers. Bel de ouder."),
    HOUR("sms.cap-hour", "SMS niet verstuurd: het loket stuurde er dit uur al te veel. Bel de ouder.");

    private final String code;
    private final String sentence;

    Cap(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** Stable, for programs. */
    public String code() {
        return code;
    }

    /** Dutch, for the screen. */
    public String sentence() {
        return sentence;
    }
}
