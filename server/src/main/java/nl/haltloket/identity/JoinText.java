package nl.haltloket.identity;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The text in a join QR: host, one-time code, and the fingerprint of the key that handovers are sealed to. */
public final class JoinText {
    private static final int FINGERPRINT_BYTES = 8;
    private final String host;
    private final String fingerprint;

    /** @param host with its port unless that is 443 */
    public JoinText(String host, byte[] sealKey) {
        this.host = host;
        this.fingerprint = fingerprint(sealKey);
    }

    /** For this code: {@code HALTJOIN:1:<host>:<token>:<fingerprint>}. */
    public String of(String token) {
        return "HALTJOIN:1:" + host + ":" + token + ":" + fingerprint;
    }

    private static String fingerprint(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
