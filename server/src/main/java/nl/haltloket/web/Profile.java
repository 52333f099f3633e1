package nl.haltloket.web;

import java.util.Locale;

/** What a device is for; a device may call only what its profile allows. */
public enum Profile {
    /** Phone of a referrer. */
    VERWIJZER,
    /** Tablet at the desk. */
    LOKET,
    /** Laptop of the coordinator. */
    BEHEER;

    /** The name in the contract and the database. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** From the name in the contract. */
    public static Profile of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
