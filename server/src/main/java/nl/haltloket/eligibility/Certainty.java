package nl.haltloket.eligibility;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How sure it is that the data says what the law says today. */
public enum Certainty {
    /** Read in a public source that describes the present state. */
    VERIFIED("V"),
    /** Read in a dated text; a later change is possible or known. */
    VERIFIED_OLD("V-old"),
    /** Stated by Stichting Halt or the commissioner of this desk. */
    STATED("S"),
    /** From memory; not verified. */
    MEMORY("M"),
    /** Good practice; there is no legal source. */
    INFERENCE("I"),
    /** Looked for and not found; it never counts as a yes. */
    NOT_FOUND("?");

    private final String mark;

    Certainty(String mark) {
        this.mark = mark;
    }

    /** The mark in the file. */
    @JsonValue
    public String mark() {
        return mark;
    }

    /** The certainty with this mark. */
    @JsonCreator
    public static Certainty of(String mark) {
        for (Certainty certainty : values()) {
            if (certainty.mark.equals(mark)) {
                return certainty;
            }
        }
        throw new IllegalArgumentException("No such mark of certainty: " + mark);
    }
}
