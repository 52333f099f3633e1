package nl.haltloket.law;

import nl.haltloket.eligibility.Law;
import nl.haltloket.event.EventFile;

/** What holds now at this desk: a law and an event that were read together and found good. */
public record InForce(LawText text, EventFile event) {
    /** The rules and offences. */
    public Law law() {
        return text.law();
    }
}
