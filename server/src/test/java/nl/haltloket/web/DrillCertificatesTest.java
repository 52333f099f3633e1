package nl.haltloket.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrillCertificatesTest {
    private static final List<String> NAMES = List.of("loket.example", "192.168.1.20");
    private static final Duration DAYS = Duration.ofDays(30);
    private static final Clock NOW = Clock.systemUTC();

    @TempDir
    Path directory;

    @Test
    void the_chain_is_valid_for_every_name() throws Exception {
        CertificateFiles files = DrillCertificates.ensure(directory, NAMES, NOW);
        X509Certificate leaf = read(files.certificate()).getFirst();
        validate(leaf, read(DrillCertificates.authority(files)).getFirst());
        assertThat(leaf.getSubjectAlternativeNames())
                .extracting(each -> String.valueOf(each.get(1)))
                .containsExactlyInAnyOrder("loket.example", "localhost", "127.0.0.1", "192.168.1.20");
        assertThat(Duration.between(Instant.now(), leaf.getNotAfter().toInstant())
                        .toDays())
                .isBetween(29L, 30L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bank.example", "8.8.8.8", "192.168.1.21"})
    void a_name_outside_the_constraint_is_refused(String name) throws Exception {
        DrillAuthority authority = DrillAuthority.create(Set.of("loket.example", "192.168.1.20"), Instant.now(), DAYS);
        var holder = DrillAuthority.newKeyPair().getPublic();
        validate(authority.issue(Set.of("loket.example", "192.168.1.20"), holder), authority.certificate());
        X509Certificate outside = authority.issue(Set.of(name), holder);
        assertThatThrownBy(() -> validate(outside, authority.certificate()))
                .isInstanceOf(CertPathValidatorException.class)
                .hasMessageContaining("name constraints");
    }

    @Test
    void only_the_servers_own_key_is_written_and_only_for_the_owner() throws IOException {
        CertificateFiles files = DrillCertificates.ensure(directory, NAMES, NOW);
        try (Stream<Path> all = Files.list(directory)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("ca.pem", "cert.pem", "key.pem");
        }
        assertThat(Files.readString(files.privateKey())).containsOnlyOnce("BEGIN PRIVATE KEY");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.privateKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void it_is_kept_while_it_is_good() throws IOException {
        String first = certificateAt(NAMES, Duration.ZERO);
        assertThat(certificateAt(NAMES, Duration.ofDays(22))).isEqualTo(first);
    }

    @Test
    void it_is_renewed_in_its_last_week() throws IOException {
        String first = certificateAt(NAMES, Duration.ZERO);
        assertThat(certificateAt(NAMES, Duration.ofDays(24))).isNotEqualTo(first);
    }

    @Test
    void it_is_renewed_for_other_names() throws IOException {
        String first = certificateAt(NAMES, Duration.ZERO);
        assertThat(certificateAt(List.of("loket.example"), Duration.ZERO)).isNotEqualTo(first);
    }

    @Test
    void it_is_renewed_when_the_key_does_not_fit() throws IOException {
        CertificateFiles other = DrillCertificates.ensure(directory.resolve("other"), NAMES, NOW);
        String first = certificateAt(NAMES, Duration.ZERO);
        Files.writeString(directory.resolve("key.pem"), Files.readString(other.privateKey()));
        assertThat(certificateAt(NAMES, Duration.ZERO)).isNotEqualTo(first);
    }

    @Test
    void a_key_in_another_form_is_told_how_to_become_the_right_one() throws IOException {
        CertificateFiles files = DrillCertificates.ensure(directory, NAMES, NOW);
        Files.writeString(files.privateKey(), "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
        assertThatThrownBy(() -> PemPair.read(files.certificate(), files.privateKey()))
                .hasMessageContaining("openssl pkcs8 -topk8 -nodes");
    }

    private String certificateAt(List<String> names, Duration later) throws IOException {
        Clock clock = Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
        return Files.readString(
                DrillCertificates.ensure(directory, names, clock).certificate());
    }

    private static List<X509Certificate> read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream stream = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    /**
     * The JDK ignores constraints of a trust anchor, browsers do not. So the authority's certificate is part of the
     * path here, and the anchor is its bare name and key.
     */
    private static void validate(X509Certificate leaf, X509Certificate authority) throws GeneralSecurityException {
        TrustAnchor anchor = new TrustAnchor(authority.getSubjectX500Principal(), authority.getPublicKey(), null);
        PKIXParameters parameters = new PKIXParameters(Set.of(anchor));
        parameters.setRevocationEnabled(false);
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf, authority));
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }
}
