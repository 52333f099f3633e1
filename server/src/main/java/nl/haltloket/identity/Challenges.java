package nl.haltloket.identity;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.refusal.Refusal;

/**
 * What a device signs to show that it still holds its key: time and chance under our own HMAC, so that asking for one
 * leaves nothing behind.
 */
final class Challenges {
    private static final Duration LIFE = Duration.ofMinutes(2);
    private static final int NONCE_BYTES = 16;
    private static final int BODY_BYTES = Long.BYTES + NONCE_BYTES;

    private final EventKeys keys;
    private final Clock clock;
    private final SecureRandom random;

    Challenges(EventKeys keys, Clock clock, SecureRandom random) {
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    String create(UUID deviceId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] body = ByteBuffer.allocate(BODY_BYTES)
                .putLong(clock.millis())
                .put(nonce)
                .array();
        byte[] mac = mac(deviceId, body);
        byte[] whole =
                ByteBuffer.allocate(body.length + mac.length).put(body).put(mac).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What makes it the only one of its kind; refused when it is not ours, for another device, or over two minutes old. */
    byte[] nonce(UUID deviceId, String challenge) {
        ByteBuffer whole = ByteBuffer.wrap(decode(challenge));
        if (whole.remaining() <= BODY_BYTES) {
            throw refusal();
        }
        byte[] body = new byte[BODY_BYTES];
        byte[] mac = new byte[whole.remaining() - BODY_BYTES];
        whole.get(body).get(mac);
        Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(body).getLong());
        boolean fresh = !clock.instant().isAfter(made.plus(LIFE));
        if (!fresh || !EventKeys.same(mac, mac(deviceId, body))) {
            throw refusal();
        }
        return Arrays.copyOfRange(body, Long.BYTES, BODY_BYTES);
    }

    private byte[] mac(UUID deviceId, byte[] body) {
        return keys.match("challenge|" + deviceId, body);
    }

    private static byte[] decode(String challenge) {
        try {
            return Base64.getUrlDecoder().decode(challenge);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Refusal refusal() {
        return Refusal.notKnown("challenge.invalid", "De opgave is verlopen. Probeer het opnieuw.");
    }
}
