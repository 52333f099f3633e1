package nl.haltloket.law;

import nl.haltloket.eligibility.Law;
import nl.haltloket.eligibility.Offences;
import nl.haltloket.eligibility.Rules;
import nl.haltloket.json.Json;

/** STUB. */
final class LawReading {
    static Law parse(byte[] rules, byte[] offences) {
        return new Law(Json.read(rules, Rules.class), Json.read(offences, Offences.class));
    }
}
