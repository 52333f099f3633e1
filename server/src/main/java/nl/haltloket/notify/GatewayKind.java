package nl.haltloket.notify;

/** Sorts of gateway that a slot of the settings can hold. */
public enum GatewayKind {
    /** The slot is empty. */
    NONE,
    /** The drill's own simulator, by SMPP on loopback. */
    SIMULATOR,
    /** A provider, by SMPP 3.4. */
    SMPP,
    /** NotifyNL or GOV.UK Notify, by its HTTP API. */
    NOTIFY,
    /** A gateway with a plain HTTP request for each message, such as Kannel's {@code sendsms}. */
    HTTP
}
