package nl.haltloket.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A certificate and its key as read from two PEM files, known to belong together. A server given one that does not
 * fit the other would refuse every visitor.
 */
record PemPair(X509Certificate certificate, Buffer certificatePem, Buffer keyPem) {
    private static final Pattern PKCS8 = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

    /** Blocks. Fails when a file is unreadable, is no PEM, or the two do not belong together. */
    static PemPair read(Path certificateFile, Path keyFile) throws IOException, GeneralSecurityException {
        Buffer certificatePem = Buffer.buffer(Files.readAllBytes(certificateFile));
        Buffer keyPem = Buffer.buffer(Files.readAllBytes(keyFile));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificatePem.getBytes()));
        PublicKey certified = certificate.getPublicKey();
        if (!belongTogether(key(keyPem, certified.getAlgorithm()), certified)) {
            throw new GeneralSecurityException("The private key does not belong to the certificate");
        }
        return new PemPair(certificate, certificatePem, keyPem);
    }

    /** The very bytes that were checked, whatever the files hold by now. */
    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertValue(certificatePem).setKeyValue(keyPem);
    }

    /** PKCS#8 alone: the JDK reads it by itself, and today's certificate tools write it. */
    private static PrivateKey key(Buffer pem, String algorithm) throws GeneralSecurityException {
        Matcher pkcs8 = PKCS8.matcher(pem.toString());
        if (!pkcs8.find()) {
            throw new GeneralSecurityException("The key file holds no \"BEGIN PRIVATE KEY\" (PKCS#8);"
                    + " \"openssl pkcs8 -topk8 -nodes\" makes one of an older form");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(pkcs8.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("The private key is no Base64", e);
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "EC" -> "SHA256withECDSA";
                    case "RSA" -> "SHA256withRSA";
                    default -> key.getAlgorithm();
                });
        byte[] probe = "probe".getBytes(StandardCharsets.US_ASCII);
        signature.initSign(key);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(probe);
        return signature.verify(signed);
    }
}
