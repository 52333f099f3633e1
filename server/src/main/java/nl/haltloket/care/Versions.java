package nl.haltloket.care;

import java.util.Map;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.refusal.Refusal;

/** What holds for everything that is saved as a whole, again and again. */
final class Versions {
    private Versions() {}

    /** The number of the next version; refused when somebody saved since the one that a change rests on. */
    static int next(int current, int base) {
        if (base != current) {
            throw Refusal.conflict(
                    "care.changed",
                    "Iemand anders heeft dit onderdeel net veranderd. Kies wat er moet blijven staan.",
                    Map.of("version", String.valueOf(current)));
        }
        return current + 1;
    }

    /** Refused when the case is no longer the desk's. */
    static void requireKept(CaseState state) {
        if (state == CaseState.TRANSFERRED || state == CaseState.ERASED) {
            throw Refusal.conflict("care.closed", "Deze zaak is al overgedragen. Bel Halt als er nog iets bij moet.");
        }
    }
}
