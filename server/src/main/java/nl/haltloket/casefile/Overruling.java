package nl.haltloket.casefile;

import nl.haltloket.eligibility.Decision;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;

/**
 * That a worker decides otherwise than the rules.
 *
 * @param decision what the rules said on the screen; a worse one is not covered
 * @param note in the worker's own words
 */
public record Overruling(Decision decision, Reason reason, String note) {

    /** The list to choose from; goes into the audit. */
    public enum Reason {
        /** What the rules did not know is known now. */
        FACT_KNOWN_NOW,
        /** The rule does not fit this case. */
        RULE_DOES_NOT_FIT,
        /** A talk without a penalty: the juvenile takes part of free will. */
        VOLUNTARY,
        /** The juvenile is looked after first, and the rest follows. */
        CARE_FIRST,
        /** Help was given, and the juvenile is safe now. */
        HELPED,
        OTHER
    }

    /** With its words cleaned; refused without them. */
    Overruling checked() {
        String words = PlainText.lines(note);
        if (words == null) {
            throw Refusal.invalid("verdict.override-note", "Schrijf op waarom u anders beslist.");
        }
        return new Overruling(decision, reason, words);
    }

    /** Whether it was given for this decision, or for a worse one; that help was given says nothing else. */
    boolean covers(Decision other) {
        return decision == Decision.STOP ? other == Decision.STOP : !other.worseThan(decision);
    }
}
