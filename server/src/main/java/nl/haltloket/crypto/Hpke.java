package nl.haltloket.crypto;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Sealing to a public key (RFC 9180, base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM): the bytes are the
 * encapsulated key (65 bytes) and then the ciphertext. Who seals cannot open again.
 */
public final class Hpke {
    private Hpke() {}

    /**
     * Seals.
     *
     * @param point public key of the one who may open, an uncompressed P-256 point of 65 bytes
     * @param info what it is for; it opens with the same only
     */
    public static byte[] seal(byte[] point, String info, byte[] plain) throws GeneralSecurityException {
        return publicHandle(point)
                .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                .encrypt(plain, info.getBytes(StandardCharsets.UTF_8));
    }

    @AccessesPartialKey
    private static KeysetHandle publicHandle(byte[] point) throws GeneralSecurityException {
        var _ = P256.publicKey(point); // refuses a point that is not on the curve
        HpkePublicKey key = HpkePublicKey.create(parameters(), Bytes.copyFrom(point), null);
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }

    private static HpkeParameters parameters() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
    }

    /** The key pair of one who opens. */
    public static final class Pair {
        private final KeysetHandle handle;

        private Pair(KeysetHandle handle) {
            this.handle = handle;
        }

        /** A new pair. */
        public static Pair generate() throws GeneralSecurityException {
            return new Pair(KeysetHandle.generateNew(parameters(), HybridConfig2026.get()));
        }

        /** Reads what {@link #json()} gave. */
        public static Pair of(String json) throws GeneralSecurityException {
            return new Pair(
                    TinkJsonProtoKeysetFormat.parseKeyset(json, HybridConfig2026.get(), InsecureSecretKeyAccess.get()));
        }

        /** The secret key in the clear, for a file that its owner alone can read. */
        public String json() throws GeneralSecurityException {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, HybridConfig2026.get(), InsecureSecretKeyAccess.get());
        }

        /** The public key: an uncompressed P-256 point. */
        @AccessesPartialKey
        public byte[] point() throws GeneralSecurityException {
            HpkePublicKey key =
                    (HpkePublicKey) handle.getPublicKeysetHandle().getPrimary().getKey();
            return key.getPublicKeyBytes().toByteArray();
        }

        /** Opens; throws when it was sealed to another key, for something else, or changed. */
        public byte[] open(String info, byte[] sealed) throws GeneralSecurityException {
            return handle.getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
                    .decrypt(sealed, info.getBytes(StandardCharsets.UTF_8));
        }
    }
}
