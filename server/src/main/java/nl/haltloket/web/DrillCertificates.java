package nl.haltloket.web;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/**
 * The certificate of a drill, made by an authority of its own. The authority's key is never written and is gone when
 * the certificate is made, so a renewal brings a new authority.
 */
public final class DrillCertificates {
    private static final Duration VALIDITY = Duration.ofDays(30);
    private static final Duration RENEW_BEFORE = Duration.ofDays(7);

    private DrillCertificates() {}

    /**
     * Gives the files, made or renewed when they are absent, unusable, for other names, or end within 7 days. Blocks.
     *
     * @param names host names and IPv4 addresses beside {@code localhost} and {@code 127.0.0.1}
     */
    public static CertificateFiles ensure(Path directory, Collection<String> names, Clock clock) {
        Set<String> all = new TreeSet<>(names);
        all.add("localhost");
        all.add("127.0.0.1");
        CertificateFiles files = new CertificateFiles(directory.resolve("cert.pem"), directory.resolve("key.pem"));
        try {
            if (!isUsable(files, all, clock)) {
                Files.createDirectories(directory);
                make(files, all, clock);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("The drill certificate cannot be kept in " + directory, e);
        }
    }

    /** What a tablet of the loket trusts: the authority's certificate, beside the server's own. */
    public static Path authority(CertificateFiles files) {
        return files.certificate().resolveSibling("ca.pem");
    }

    private static boolean isUsable(CertificateFiles files, Set<String> names, Clock clock) {
        try {
            X509Certificate certificate =
                    PemPair.read(files.certificate(), files.privateKey()).certificate();
            return Files.exists(authority(files))
                    && namesOf(certificate).equals(names)
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(clock.instant().plus(RENEW_BEFORE));
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static Set<String> namesOf(X509Certificate certificate) throws GeneralSecurityException {
        Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
        return alternatives == null
                ? Set.of()
                : alternatives.stream().map(each -> String.valueOf(each.get(1))).collect(Collectors.toSet());
    }

    private static void make(CertificateFiles files, Set<String> names, Clock clock) throws IOException {
        DrillAuthority authority = DrillAuthority.create(names, clock.instant(), VALIDITY);
        KeyPair pair = DrillAuthority.newKeyPair();
        X509Certificate leaf = authority.issue(names, pair.getPublic());
        write(files.privateKey(), new JcaPKCS8Generator(pair.getPrivate(), null));
        write(files.certificate(), leaf, authority.certificate());
        write(authority(files), authority.certificate());
    }

    /** By way of a second file, so that no reader ever sees half of one. */
    private static void write(Path file, Object... objects) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            for (Object each : objects) {
                pem.writeObject(each);
            }
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, ATOMIC_MOVE);
    }
}
