package nl.haltloket.guardian;

import java.util.Set;
import nl.haltloket.refusal.Refusal;

/** The languages that a desk can note (BCP 47). Texts stay Dutch until one is known. */
public final class Language {
    /** Asked, and nobody knows: the code for undetermined of ISO 639-2. */
    public static final String UNKNOWN = "und";

    private static final Set<String> CODES =
            Set.of("nl", "en", "de", "fr", "ar", "tr", "pl", "uk", "ti", "so", "other", UNKNOWN);

    private Language() {}

    /** The code itself; refused when no list of the desk has it. */
    public static String checked(String code) {
        if (!CODES.contains(code)) {
            throw Refusal.invalid(
                    "language.unknown", "Deze taal staat niet in de lijst. Kies een taal, of Weet ik niet.");
        }
        return code;
    }
}
