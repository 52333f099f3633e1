package nl.haltloket.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;

/** P-256 keys and ES256 signatures (64 bytes, r then s), as every WebCrypto has them. */
public final class P256 {
    /** Length in bytes of a public key on the wire: uncompressed point. */
    public static final int PUBLIC_KEY_BYTES = 65;

    private static final int COORDINATE_BYTES = 32;
    private static final BigInteger PRIME =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);
    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);

    private P256() {}

    /** A new pair. */
    public static KeyPair generate(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /** Reads an uncompressed point; refuses a point that is not on the curve. */
    public static PublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != PUBLIC_KEY_BYTES || point[0] != 4) {
            throw new InvalidKeySpecException("Not an uncompressed P-256 point");
        }
        BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE_BYTES));
        BigInteger y = new BigInteger(1, Arrays.copyOfRange(point, 1 + COORDINATE_BYTES, PUBLIC_KEY_BYTES));
        if (!onCurve(x, y)) {
            throw new InvalidKeySpecException("Not a point of P-256");
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    /** The public key that belongs to a private one: its scalar times the base point. */
    public static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
        X9ECParameters curve = ECNamedCurveTable.getByName("P-256");
        if (!(key instanceof ECPrivateKey secret)
                || !secret.getParams().getOrder().equals(curve.getN())) {
            throw new InvalidKeySpecException("Not a P-256 key");
        }
        return publicKey(curve.getG().multiply(secret.getS()).getEncoded(false));
    }

    /** The uncompressed point of a public key. */
    public static byte[] point(PublicKey key) {
        ECPoint w = ((ECPublicKey) key).getW();
        byte[] point = new byte[PUBLIC_KEY_BYTES];
        point[0] = 4;
        copy(w.getAffineX(), point, 1);
        copy(w.getAffineY(), point, 1 + COORDINATE_BYTES);
        return point;
    }

    /** True when the signature (r then s) holds; a malformed one is simply false. */
    public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Signs; gives r then s. */
    public static byte[] sign(PrivateKey key, byte[] message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance("SHA256withECDSAinP1363Format");
        signer.initSign(key);
        signer.update(message);
        return signer.sign();
    }

    static String encodePrivate(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
    }

    static String encodePublic(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }

    static KeyPair decodePair(String privateKey, String publicKey) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        return new KeyPair(
                factory.generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
                factory.generatePrivate(
                        new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
    }

    private static boolean onCurve(BigInteger x, BigInteger y) {
        BigInteger right =
                x.pow(3).subtract(x.multiply(BigInteger.valueOf(3))).add(B).mod(PRIME);
        return x.compareTo(PRIME) < 0
                && y.compareTo(PRIME) < 0
                && y.pow(2).mod(PRIME).equals(right);
    }

    private static void copy(BigInteger number, byte[] target, int at) {
        byte[] bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - COORDINATE_BYTES);
        int length = bytes.length - from;
        System.arraycopy(bytes, from, target, at + COORDINATE_BYTES - length, length);
    }
}
