package nl.haltloket.audit;

/** What an entry of the chain tells. */
public enum AuditAction {
    READ,
    SEARCH,
    PRINT,
    EXPORT,
    DENIED,
    CHANGE,
    /** Data crossed from the referrer's controller to Halt. */
    PROVISION,
    ERASE
}
