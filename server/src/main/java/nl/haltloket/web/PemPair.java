package nl.haltloket.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * A certificate and its key as read from two PEM files, known to belong together. A server given one that does not
 * fit the other would refuse every visitor.
 */
record PemPair(X509Certificate certificate, Buffer certificatePem, Buffer keyPem) {

    /** Blocks. Fails when a file is unreadable, is no PEM, or the two do not belong together. */
    static PemPair read(Path certificateFile, Path keyFile) throws IOException, GeneralSecurityException {
        Buffer certificatePem = Buffer.buffer(Files.readAllBytes(certificateFile));
        Buffer keyPem = Buffer.buffer(Files.readAllBytes(keyFile));
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificatePem.getBytes()));
        if (!belongTogether(key(keyPem), certificate.getPublicKey())) {
            throw new GeneralSecurityException("The private key does not belong to the certificate");
        }
        return new PemPair(certificate, certificatePem, keyPem);
    }

    /** The very bytes that were checked, whatever the files hold by now. */
    PemKeyCertOptions options() {
        return new PemKeyCertOptions().setCertValue(certificatePem).setKeyValue(keyPem);
    }

    private static PrivateKey key(Buffer pem) throws IOException, GeneralSecurityException {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        try (PEMParser parser = new PEMParser(new StringReader(pem.toString()))) {
            return switch (parser.readObject()) {
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case PEMKeyPair pair -> converter.getKeyPair(pair).getPrivate();
                case null, default -> throw new GeneralSecurityException("No private key in the key file");
            };
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
