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
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.crypto.P256;

/** The pair of the Halt office that opens a key file without its passphrase: HPKE (RFC 9180) over P-256. */
final class RecoveryKey {
    private static final byte[] INFO = "halt-loket/event-key/recovery/1".getBytes(StandardCharsets.UTF_8);
    private static final int SCALAR_BYTES = 32;
    private static final int PEM_LINE = 64;

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
        byte[] encoded = body(pem, "PUBLIC KEY");
        byte[] point = P256.point(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
        return P256.point(P256.publicKey(point));
    }

    /** The secret of a PEM that says PRIVATE KEY (PKCS#8), 32 bytes. */
    static byte[] scalar(String pem) throws GeneralSecurityException {
        byte[] encoded = body(pem, "PRIVATE KEY");
        BigInteger secret =
                ((ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded))).getS();
        byte[] bytes = secret.toByteArray();
        byte[] scalar = new byte[SCALAR_BYTES];
        int length = Math.min(bytes.length, SCALAR_BYTES);
        System.arraycopy(bytes, bytes.length - length, scalar, SCALAR_BYTES - length, length);
        return scalar;
    }

    static String publicPem(KeyPair pair) {
        return pem("PUBLIC KEY", pair.getPublic().getEncoded());
    }

    static String privatePem(KeyPair pair) {
        return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
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

    private static byte[] body(String pem, String label) throws GeneralSecurityException {
        Matcher matcher = Pattern.compile("-----BEGIN " + label + "-----([^-]+)-----END " + label + "-----")
                .matcher(pem);
        if (!matcher.find()) {
            throw new InvalidKeySpecException("There is no \"BEGIN " + label + "\" in the file");
        }
        try {
            return Base64.getMimeDecoder().decode(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new InvalidKeySpecException("The key is no Base64", e);
        }
    }

    private static String pem(String label, byte[] encoded) {
        byte[] newline = {'\n'};
        String body = Base64.getMimeEncoder(PEM_LINE, newline).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
