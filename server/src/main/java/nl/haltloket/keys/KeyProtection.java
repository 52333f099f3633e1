package nl.haltloket.keys;

/** How the event keys lie on disk. */
public enum KeyProtection {
    /** In the clear; for a drill only. */
    PLAIN,
    /** Wrapped by a passphrase, and sealed to the office's recovery key. */
    PASSPHRASE
}
