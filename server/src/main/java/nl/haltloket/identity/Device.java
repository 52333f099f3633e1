package nl.haltloket.identity;

import java.time.Instant;
import java.util.UUID;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled device.
 *
 * @param publicKey uncompressed P-256 point, 65 bytes
 * @param referrerId for a phone, who hands over with it
 */
public record Device(
        UUID id,
        UUID eventId,
        Profile profile,
        String label,
        @Nullable String referrerId,
        byte[] publicKey,
        Instant enrolledAt,
        @Nullable Instant revokedAt) {

    /** True when it was revoked. */
    public boolean revoked() {
        return revokedAt != null;
    }
}
