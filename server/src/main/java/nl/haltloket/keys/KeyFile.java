package nl.haltloket.keys;

import com.google.crypto.tink.subtle.AesGcmJce;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The event keys as they lie on disk: once wrapped by AES-256-GCM under a key that Argon2id makes of the passphrase, and
 * beside it sealed to the office's recovery key. Either opens the same bytes.
 *
 * @param id SHA-256 of the unwrapped bytes, hex: tells a copy of these keys from other ones
 * @param wrappedBy {@code start}, or {@code recovery} when the office gave the present passphrase
 */
record KeyFile(
        String id, String wrappedBy, Argon2 argon2, byte[] byPassphrase, byte[] recoveryPoint, byte[] byRecovery) {
    private static final int VERSION = 1;
    private static final String PURPOSE = "halt-loket/event-key/1|";

    /** Wraps unwrapped keys. Slow. */
    static KeyFile wrap(
            byte[] unwrapped, String passphrase, byte[] recoveryPoint, String wrappedBy, SecureRandom random)
            throws GeneralSecurityException {
        byte[] salt = new byte[Argon2.SALT_BYTES];
        random.nextBytes(salt);
        Argon2 argon2 = Argon2.fresh(salt);
        String id = id(unwrapped);
        byte[] wrapped = aead(argon2, passphrase).encrypt(unwrapped, associated(id));
        return new KeyFile(id, wrappedBy, argon2, wrapped, recoveryPoint, RecoveryKey.seal(unwrapped, recoveryPoint));
    }

    /** The unwrapped keys; empty when the passphrase is another one. Slow. */
    Optional<byte[]> open(String passphrase) {
        try {
            return Optional.of(aead(argon2, passphrase).decrypt(byPassphrase, associated(id)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The unwrapped keys, by the office's private key; throws when that is another one. */
    byte[] recover(byte[] scalar) throws GeneralSecurityException {
        byte[] unwrapped = RecoveryKey.open(byRecovery, recoveryPoint, scalar);
        if (!isOf(unwrapped)) {
            throw new InvalidKeyException("The recovered keys are not those of the file");
        }
        return unwrapped;
    }

    /** Whether these are the keys that this file holds. */
    boolean isOf(byte[] unwrapped) {
        return id.equals(id(unwrapped));
    }

    byte[] encode() {
        return new JsonObject()
                .put("version", VERSION)
                .put("id", id)
                .put("wrappedBy", wrappedBy)
                .put(
                        "passphrase",
                        new JsonObject()
                                .put("kdf", "argon2id")
                                .put("memoryKib", argon2.memoryKib())
                                .put("passes", argon2.passes())
                                .put("lanes", argon2.lanes())
                                .put("salt", base64(argon2.salt()))
                                .put("wrapped", base64(byPassphrase)))
                .put(
                        "recovery",
                        new JsonObject().put("publicKey", base64(recoveryPoint)).put("sealed", base64(byRecovery)))
                .toBuffer()
                .getBytes();
    }

    /** Reads a file; throws when it is not one of ours, or damaged. */
    static KeyFile decode(byte[] content) throws GeneralSecurityException {
        try {
            JsonObject file = new JsonObject(Buffer.buffer(content));
            JsonObject passphrase = file.getJsonObject("passphrase");
            JsonObject recovery = file.getJsonObject("recovery");
            if (file.getInteger("version") != VERSION || file.getString("id").isEmpty()) {
                throw new InvalidKeyException("Another version of key file");
            }
            return new KeyFile(
                    file.getString("id"),
                    file.getString("wrappedBy", "start"),
                    new Argon2(
                                    passphrase.getInteger("memoryKib"),
                                    passphrase.getInteger("passes"),
                                    passphrase.getInteger("lanes"),
                                    bytes(passphrase, "salt"))
                            .checked(),
                    bytes(passphrase, "wrapped"),
                    bytes(recovery, "publicKey"),
                    bytes(recovery, "sealed"));
        } catch (DecodeException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new InvalidKeyException("The key file is damaged", e);
        }
    }

    private static AesGcmJce aead(Argon2 argon2, String passphrase) throws GeneralSecurityException {
        return new AesGcmJce(argon2.derive(Passphrase.normalised(passphrase)));
    }

    private static byte[] associated(String id) {
        return (PURPOSE + id).getBytes(StandardCharsets.UTF_8);
    }

    private static String id(byte[] unwrapped) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha256.digest(unwrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(JsonObject object, String field) {
        return Base64.getDecoder().decode(object.getString(field));
    }
}
