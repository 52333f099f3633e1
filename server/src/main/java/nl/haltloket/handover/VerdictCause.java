package nl.haltloket.handover;

/** Why a handover was judged. */
public enum VerdictCause {
    /** It came in. */
    SUBMITTED,
    /** The desk received the juvenile, with facts of its own. */
    RECEIVED,
    /** An approval was recorded. */
    APPROVED,
    /** A fact was put right: by the referrer with a correction, or by the desk. */
    CORRECTED,
    /** The case went a step on: an offer, a decision, an appointment, or whether the juvenile can be spoken with. */
    PROGRESSED
}
