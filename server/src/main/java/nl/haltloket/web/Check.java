package nl.haltloket.web;

/**
 * One thing that must be well for the desk to work.
 *
 * @param status how bad it is
 * @param sentence Dutch, for who must do something about it
 */
public record Check(Status status, String sentence) {
    /** As {@code application/health+json} has them, from good to bad. */
    public enum Status {
        /** All is well. */
        PASS,
        /** The desk works on, and somebody should look. */
        WARN,
        /** People must be turned away. */
        FAIL
    }

    /** All is well. */
    public static Check pass(String sentence) {
        return new Check(Status.PASS, sentence);
    }

    /** The desk works on, and somebody should look. */
    public static Check warn(String sentence) {
        return new Check(Status.WARN, sentence);
    }

    /** People must be turned away. */
    public static Check fail(String sentence) {
        return new Check(Status.FAIL, sentence);
    }
}
