package nl.haltloket.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority that can only speak for the names of one drill, and whose key lives in memory alone: who
 * trusts it on a tablet risks nothing beyond those names, and nothing at all once this object is gone.
 */
final class DrillAuthority {
    /** Tablets whose clock is behind must accept the certificate too. */
    private static final Duration CLOCK_SLACK = Duration.ofDays(1);

    private static final int SERIAL_BITS = 127;
    private static final X500Name NAME = new X500Name("CN=Halt-loket oefening");

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Instant from;
    private final Instant until;

    private DrillAuthority(PrivateKey key, X509Certificate certificate, Instant from, Instant until) {
        this.key = key;
        this.certificate = certificate;
        this.from = from;
        this.until = until;
    }

    /** An authority for these host names and IPv4 addresses only. */
    static DrillAuthority create(Set<String> names, Instant now, Duration validity) {
        try {
            KeyPair pair = newKeyPair();
            Instant from = now.minus(CLOCK_SLACK);
            Instant until = now.plus(validity);
            X509v3CertificateBuilder builder = builder(NAME, pair.getPublic(), from, until)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))
                    .addExtension(Extension.nameConstraints, true, only(names));
            return new DrillAuthority(pair.getPrivate(), sign(builder, pair.getPrivate()), from, until);
        } catch (GeneralSecurityException | IOException e) {
            throw failed(e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A server certificate for these names; the authority's constraint is left to whoever checks the chain. */
    X509Certificate issue(Set<String> names, PublicKey holder) {
        try {
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            X500Name subject = new X500Name("CN=Halt-loket oefening server");
            X509v3CertificateBuilder builder = builder(subject, holder, from, until)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(
                            Extension.authorityKeyIdentifier, false, utils.createAuthorityKeyIdentifier(certificate))
                    .addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            return sign(builder, key);
        } catch (GeneralSecurityException | IOException e) {
            throw failed(e);
        }
    }

    /** A P-256 key pair. */
    static KeyPair newKeyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw failed(e);
        }
    }

    private static X509v3CertificateBuilder builder(X500Name subject, PublicKey holder, Instant from, Instant until)
            throws GeneralSecurityException, IOException {
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0);
        return new JcaX509v3CertificateBuilder(NAME, serial, Date.from(from), Date.from(until), subject, holder)
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createSubjectKeyIdentifier(holder));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        try {
            X509CertificateHolder holder = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key));
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static NameConstraints only(Set<String> names) {
        GeneralSubtree[] permitted = names.stream()
                .map(name -> isAddress(name) ? new GeneralName(GeneralName.iPAddress, name + "/32") : dns(name))
                .map(GeneralSubtree::new)
                .toArray(GeneralSubtree[]::new);
        return new NameConstraints(permitted, null);
    }

    private static GeneralNames alternatives(Set<String> names) {
        return new GeneralNames(names.stream()
                .map(name -> isAddress(name) ? new GeneralName(GeneralName.iPAddress, name) : dns(name))
                .toArray(GeneralName[]::new));
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private static boolean isAddress(String name) {
        return name.matches("\\d+(\\.\\d+){3}");
    }

    private static RuntimeException failed(Exception e) {
        return new UncheckedIOException(new IOException("A drill certificate could not be made", e));
    }
}
