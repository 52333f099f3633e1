package nl.haltloket.reply;

/** Where a text that came in is. */
public enum ReplyState {
    /** In the box: a person decides where it belongs. */
    TRIAGE,
    /** With a case. */
    LINKED,
    /** Put aside: it belongs to no case. */
    DISMISSED
}
