package nl.haltloket.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** P-256 keys as text files (RFC 7468): public ones as SubjectPublicKeyInfo, private ones as PKCS#8. */
public final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    /** Of a file that says PUBLIC KEY; refused when it is no point of P-256. */
    public static PublicKey publicKey(String pem) throws GeneralSecurityException {
        byte[] encoded = body(pem, "PUBLIC KEY");
        byte[] point = P256.point(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded)));
        return P256.publicKey(point);
    }

    /** Of a file that says PRIVATE KEY. */
    public static PrivateKey privateKey(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(body(pem, "PRIVATE KEY")));
    }

    /** The text of a public key. */
    public static String of(PublicKey key) {
        return text("PUBLIC KEY", key.getEncoded());
    }

    /** The text of a private key, for a file that its owner alone can read. */
    public static String of(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
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

    private static String text(String label, byte[] encoded) {
        byte[] newline = {'\n'};
        String body = Base64.getMimeEncoder(LINE, newline).encodeToString(encoded);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
