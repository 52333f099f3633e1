package nl.haltloket.drill;

/** How the simulator behaves, so that a drill can practise with a gateway that fails. */
public enum SimulatedFault {
    /** Takes every text and reports it delivered. */
    NONE,
    /** Takes every text and never reports. */
    NEVER_DELIVERS,
    /** Takes no text from our sender. */
    REFUSES,
    /** Takes every text, and only just before we stop waiting. */
    SLOW,
    /** Not there at all. */
    GONE
}
