package nl.haltloket.crypto;

import nl.haltloket.crypto.CaseCipher.Place;

/**
 * Seals and opens personal data that belong to no case yet, under the event key (AES-256-GCM). They become unreadable
 * when that key is destroyed, at the closing of the event at the latest.
 *
 * <p>As with {@link CaseCipher}, a value that was moved to another place does not open.
 */
public final class EventCipher {
    private final EventKeys keys;

    public EventCipher(EventKeys keys) {
        this.keys = keys;
    }

    /** Ciphertext with its nonce in front; never the same twice. */
    public byte[] seal(Place place, byte[] plain) {
        return keys.wrap(plain, associated(place));
    }

    /** The plain value; fails when the value was changed or moved. */
    public byte[] open(Place place, byte[] sealed) {
        return keys.unwrap(sealed, associated(place));
    }

    private static String associated(Place place) {
        return place.table() + "|" + place.column() + "|event|" + place.row();
    }
}
