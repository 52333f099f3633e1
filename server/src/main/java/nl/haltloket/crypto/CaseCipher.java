package nl.haltloket.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Seals and opens the personal data of one case (AES-256-GCM).
 *
 * <p>The associated data are table, column and row, so that a value moved to another place does not open.
 */
public final class CaseCipher {
    private final UUID caseId;
    private final AesGcmJce aead;

    CaseCipher(UUID caseId, byte[] key) throws GeneralSecurityException {
        this.caseId = caseId;
        this.aead = new AesGcmJce(key);
    }

    /** Ciphertext with its nonce in front; never the same twice. */
    public byte[] seal(Place place, byte[] plain) {
        try {
            return aead.encrypt(plain, associated(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed at " + place, e);
        }
    }

    /** The plain value; fails when the value was changed, moved, or belongs to another case. */
    public byte[] open(Place place, byte[] sealed) {
        try {
            return aead.decrypt(sealed, associated(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value does not open at " + place, e);
        }
    }

    private byte[] associated(Place place) {
        return (place.table() + "|" + place.column() + "|" + caseId + "|" + place.row())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Where a sealed value stands. {@code row} tells the rows of one case apart, and is empty where a case has one. */
    public record Place(String table, String column, String row) {

        /** In a table with one row for the case. */
        public static Place of(String table, String column) {
            return new Place(table, column, "");
        }
    }
}
