package nl.haltloket.document;

/** A fact of the case on which a sentence may hang. */
enum Condition {
    /** Every offence of the case is an overtreding. */
    VIOLATION,
    /** One is a misdrijf. */
    CRIME,
    /** Which of both it is, is not known. */
    KIND_UNKNOWN,
    /** The juvenile was arrested for one of them. */
    ARRESTED,
    NOT_ARRESTED,
    /** Only stopped: the juvenile may leave. */
    FREE,
    /** Whether the juvenile may leave, the desk does not know. */
    FREEDOM_UNKNOWN,
    /** Today, by Dutch clocks: who is under 16 needs a guardian's consent. */
    UNDER_16,
    FROM_16,
    /** The name of the guardian is known. */
    GUARDIAN_NAMED,
    GUARDIAN_UNNAMED
}
