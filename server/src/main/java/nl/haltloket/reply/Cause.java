package nl.haltloket.reply;

/** Why a text that came in is where it is. */
public enum Cause {
    /** The number was texted for this case only. */
    NUMBER,
    /** The number was texted for this case, and the text names its code. */
    CODE,
    /** The sender was asked which case, and answered later. */
    ANSWERED,
    /** A worker linked it. */
    HAND,
    /** The number was texted for more cases, and the text does not tell which. */
    WHICH_CASE,
    /** The number was texted, but the text names the code of somebody else's case. */
    OTHER_CODE,
    /** The number was never texted; a code alone proves nothing. */
    UNKNOWN_NUMBER,
    /** A worker took it back from where it was. */
    TAKEN_BACK
}
