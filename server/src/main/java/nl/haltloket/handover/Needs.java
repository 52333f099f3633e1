package nl.haltloket.handover;

import nl.haltloket.eligibility.Decision;

/** What a verdict asks of the desk before the intake begins. */
public enum Needs {
    /** The intake can begin. */
    NOTHING,
    /** The juvenile needs help first. */
    HELP,
    /** The assistant prosecutor (hulpofficier van justitie) decides first. */
    ASSISTANT,
    /** The prosecutor (officier van justitie) decides first. */
    PROSECUTOR,
    /** A worker who takes over all the same says why. */
    OVERRIDE;

    /** Of this decision. */
    public static Needs of(Decision decision) {
        return switch (decision) {
            case DIRECT, PENDING_PARENT, PENDING_SOBER -> NOTHING;
            case NEEDS_HOVJ -> ASSISTANT;
            case NEEDS_OVJ -> PROSECUTOR;
            case UNKNOWN, NOT_HALT -> OVERRIDE;
            case STOP -> HELP;
        };
    }

    /** Whether the juvenile can not even be received without it. */
    public boolean beforeReceipt() {
        return this == OVERRIDE;
    }
}
