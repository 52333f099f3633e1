package nl.haltloket.web;

/** What a worker of Halt may do. */
public enum Role {
    /** Receives juveniles and does the intake. */
    WORKER,
    /** Opens and closes the desk: cards, devices. */
    COORDINATOR
}
