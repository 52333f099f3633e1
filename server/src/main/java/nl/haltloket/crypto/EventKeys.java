package nl.haltloket.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one event, in one file outside PostgreSQL and never in a backup: the AES-256 event key that wraps case
 * keys, the HPKE pair that handovers are sealed to, the pair that signs receipts, and the secrets for access tokens
 * and for matching. How the file is kept, in the clear or wrapped, is the business of {@code keys}.
 */
public final class EventKeys {
    private static final byte[] HANDOVER_INFO = "halt-loket/handover/1".getBytes(StandardCharsets.UTF_8);
    private static final int SECRET_BYTES = 32;

    private final Aead wrapping;
    private final HybridDecrypt opening;
    private final byte[] sealKey;
    private final KeyPair receiptKeys;
    private final byte[] tokenSecret;
    private final byte[] matchSecret;

    private EventKeys(JsonObject file) throws GeneralSecurityException {
        KeysetHandle event = handle(file.getJsonObject("eventKey"), AeadConfig2026.get());
        KeysetHandle seal = handle(file.getJsonObject("sealKey"), HybridConfig2026.get());
        this.wrapping = event.getPrimitive(AeadConfig2026.get(), Aead.class);
        this.opening = seal.getPrimitive(HybridConfig2026.get(), HybridDecrypt.class);
        this.sealKey = publicPoint(seal);
        this.receiptKeys = P256.decodePair(file.getString("receiptPrivate"), file.getString("receiptPublic"));
        this.tokenSecret = Base64.getDecoder().decode(file.getString("tokenSecret"));
        this.matchSecret = Base64.getDecoder().decode(file.getString("matchSecret"));
    }

    /** New keys, unwrapped: what {@link #of(byte[])} reads. */
    public static byte[] generate(SecureRandom random) {
        try {
            return json(random).toBuffer().getBytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No event keys can be made", e);
        }
    }

    /** Reads unwrapped keys; throws when they are not all there. */
    public static EventKeys of(byte[] unwrapped) throws GeneralSecurityException {
        try {
            return new EventKeys(new JsonObject(Buffer.buffer(unwrapped)));
        } catch (DecodeException | IllegalArgumentException | ClassCastException | NullPointerException e) {
            throw new InvalidKeyException("These are no event keys", e);
        }
    }

    /** Reads a file that holds them in the clear, or makes it when it is not there yet. For a drill. */
    public static EventKeys readOrGenerate(Path file, SecureRandom random) {
        try {
            if (!Files.exists(file)) {
                OwnerFile.write(file, generate(random));
            }
            return of(Files.readAllBytes(file));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("The event key file " + file.getFileName() + " cannot be used", e);
        }
    }

    byte[] wrap(byte[] key, String associated) {
        try {
            return wrapping.encrypt(key, associated.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Wrapping a key failed", e);
        }
    }

    byte[] unwrap(byte[] wrapped, String associated) {
        try {
            return wrapping.decrypt(wrapped, associated.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A wrapped key does not open: wrong event key or changed row", e);
        }
    }

    /** Opens what a phone sealed to this event; throws when it was sealed to another key or changed. */
    public byte[] openHandover(byte[] sealed) throws GeneralSecurityException {
        return opening.decrypt(sealed, HANDOVER_INFO);
    }

    /** Public P-256 key (65 bytes, uncompressed) that phones seal handovers to. */
    public byte[] sealKey() {
        return sealKey.clone();
    }

    /** The pair that signs receipts. */
    public KeyPair receiptKeys() {
        return receiptKeys;
    }

    /** HMAC-SHA256 secret of the access tokens. */
    public byte[] tokenSecret() {
        return tokenSecret.clone();
    }

    /** HMAC-SHA256 of a value that must be matched but not read back, bound to its purpose. */
    public byte[] match(String purpose, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(matchSecret, "HmacSHA256"));
            mac.update((purpose + "|").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    /** Constant-time comparison of two such values. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static JsonObject json(SecureRandom random) throws GeneralSecurityException {
        AesGcmParameters aes = AesGcmParameters.builder()
                .setKeySizeBytes(32)
                .setIvSizeBytes(12)
                .setTagSizeBytes(16)
                .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                .build();
        HpkeParameters hpke = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        KeyPair receipt = P256.generate(random);
        return new JsonObject()
                .put("eventKey", json(aes, AeadConfig2026.get()))
                .put("sealKey", json(hpke, HybridConfig2026.get()))
                .put("receiptPrivate", P256.encodePrivate(receipt))
                .put("receiptPublic", P256.encodePublic(receipt))
                .put("tokenSecret", secret(random))
                .put("matchSecret", secret(random));
    }

    @AccessesPartialKey
    private static byte[] publicPoint(KeysetHandle seal) throws GeneralSecurityException {
        HpkePublicKey key =
                (HpkePublicKey) seal.getPublicKeysetHandle().getPrimary().getKey();
        return key.getPublicKeyBytes().toByteArray();
    }

    private static String secret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getEncoder().encodeToString(secret);
    }

    private static JsonObject json(Parameters parameters, Configuration configuration) throws GeneralSecurityException {
        KeysetHandle handle = KeysetHandle.generateNew(parameters, configuration);
        return new JsonObject(
                TinkJsonProtoKeysetFormat.serializeKeyset(handle, configuration, InsecureSecretKeyAccess.get()));
    }

    private static KeysetHandle handle(JsonObject keyset, Configuration configuration) throws GeneralSecurityException {
        if (keyset == null) {
            throw new InvalidKeyException("A keyset is missing");
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(keyset.encode(), configuration, InsecureSecretKeyAccess.get());
    }
}
