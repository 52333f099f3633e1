package nl.haltloket.keys;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import nl.haltloket.crypto.P256;
import nl.haltloket.crypto.Pem;

/** The pair of the Halt office that opens a key file without its passphrase: HPKE (RFC 9180) over P-256. */
final class RecoveryKey {
    private static final byte[] INFO = "halt-loket/event-key/recovery/1".getBytes(StandardCharsets.UTF_8);
    private static final int SCALAR_BYTES = 32;

    private RecoveryKey() {}

    /** Seals to a public point (65 bytes). */
    static byte[] seal(byte[] plain, byte[] publicPoint) throws GeneralSecurityException {
        return handle(publicKey(publicPoint))
                .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                .encrypt(plain, INFO);
    }

    /** Opens what was sealed to this point; throws when the private key is not the one that belongs to it. */
    @AccessesPartialKey
    static byte[] open(byte[] sealed, byte[] publicPoint, byte[] scalar) throws GeneralSecurityException {
        HpkePrivateKey key = HpkePrivateKey.create(
                publicKey(publicPoint), SecretBytes.copyFrom(scalar, InsecureSecretKeyAccess.get()));
        return handle(key)
                .getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
                .decrypt(sealed, INFO);
    }

    /** The point of a PEM that says PUBLIC KEY. */
    static byte[] publicPoint(String pem) throws GeneralSecurityException {
        return P256.point(Pem.publicKey(pem));
    }

    /** The secret of a PEM that says PRIVATE KEY (PKCS#8), 32 bytes. */
    static byte[] scalar(String pem) throws GeneralSecurityException {
        BigInteger secret = ((ECPrivateKey) Pem.privateKey(pem)).getS();
        byte[] bytes = secret.toByteArray();
        byte[] scalar = new byte[SCALAR_BYTES];
        int length = Math.min(bytes.length, SCALAR_BYTES);
        System.arraycopy(bytes, bytes.length - length, scalar, SCALAR_BYTES - length, length);
        return scalar;
    }

    static String publicPem(KeyPair pair) {
        return Pem.of(pair.getPublic());
    }

    static String privatePem(KeyPair pair) {
        return Pem.of(pair.getPrivate());
    }

    @AccessesPartialKey
    private static HpkePublicKey publicKey(byte[] point) throws GeneralSecurityException {
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_P256_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        return HpkePublicKey.create(parameters, Bytes.copyFrom(point), null);
    }

    private static KeysetHandle handle(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build();
    }
}
