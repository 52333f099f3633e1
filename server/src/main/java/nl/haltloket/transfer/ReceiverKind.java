package nl.haltloket.transfer;

/** What a receiver is for. */
public enum ReceiverKind {
    /** Gets the dossier of a case that has its appointment. */
    HALT_CASE_SYSTEM,
    /** Gets the negative report of a case that one of its own referrers handed over. */
    REFERRER
}
