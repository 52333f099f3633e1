package nl.haltloket.config;

/** What this start is for. */
public enum Mode {
    /** Practice: fictitious people, own keys, no message leaves the machine. */
    DRILL,
    /** A real night, opened from a signed event bundle. */
    EVENT
}
