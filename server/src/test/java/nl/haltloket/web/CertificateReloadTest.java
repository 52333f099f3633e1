package nl.haltloket.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.ServerSSLOptions;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(VertxExtension.class)
class CertificateReloadTest {
    private static final Duration PERIOD = Duration.ofMillis(50);
    /** The first TLS connection of a JVM takes seconds on a busy machine. */
    private static final int TIMEOUT_SECONDS = 30;

    @TempDir
    Path directory;

    private CertificateFiles files;
    private HttpServer server;
    private CertificateReload reload;
    private final AtomicInteger updates = new AtomicInteger();

    @BeforeEach
    void serve(Vertx vertx) throws Exception {
        files = DrillCertificates.ensure(directory.resolve("served"), List.of(), Clock.systemUTC());
        ServerSSLOptions tls = new ServerSSLOptions();
        tls.setUseAlpn(true);
        HttpServerOptions options = new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setKeyCertOptions(
                        PemPair.read(files.certificate(), files.privateKey()).options());
        server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1")
                .timeout(TIMEOUT_SECONDS, SECONDS)
                .await();
        reload = new CertificateReload(vertx, files, tls, PERIOD, fresh -> {
            updates.incrementAndGet();
            return server.updateSSLOptions(fresh, true);
        });
        await().atMost(TIMEOUT_SECONDS, SECONDS).until(() -> updates.get() == 1);
    }

    @AfterEach
    void stop() {
        reload.close();
    }

    @Test
    void a_new_certificate_is_served_on_new_connections(Vertx vertx) throws IOException {
        BigInteger first = servedSerial(vertx);
        CertificateFiles other = otherCertificate();
        replace(files.privateKey(), other.privateKey());
        replace(files.certificate(), other.certificate());
        await().atMost(TIMEOUT_SECONDS, SECONDS)
                .untilAsserted(() -> assertThat(servedSerial(vertx)).isNotEqualTo(first));
    }

    @Test
    void garbage_keeps_the_old_certificate(Vertx vertx) throws IOException, InterruptedException {
        BigInteger first = servedSerial(vertx);
        Files.writeString(files.certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        Thread.sleep(PERIOD.multipliedBy(5));
        assertThat(servedSerial(vertx)).isEqualTo(first);
        assertThat(updates).hasValue(1);
    }

    @Test
    void a_certificate_whose_key_has_not_come_yet_waits_for_it(Vertx vertx) throws IOException, InterruptedException {
        BigInteger first = servedSerial(vertx);
        CertificateFiles other = otherCertificate();
        replace(files.certificate(), other.certificate());
        Thread.sleep(PERIOD.multipliedBy(5));
        assertThat(servedSerial(vertx)).isEqualTo(first);
        replace(files.privateKey(), other.privateKey());
        await().atMost(TIMEOUT_SECONDS, SECONDS)
                .untilAsserted(() -> assertThat(servedSerial(vertx)).isNotEqualTo(first));
    }

    @Test
    void a_file_that_vanishes_keeps_the_old_certificate(Vertx vertx) throws IOException, InterruptedException {
        BigInteger first = servedSerial(vertx);
        Files.delete(files.privateKey());
        Thread.sleep(PERIOD.multipliedBy(5));
        assertThat(servedSerial(vertx)).isEqualTo(first);
    }

    private CertificateFiles otherCertificate() {
        return DrillCertificates.ensure(directory.resolve("other"), List.of(), Clock.systemUTC());
    }

    private static void replace(Path file, Path by) throws IOException {
        Files.write(file, Files.readAllBytes(by));
    }

    /** Of a fresh HTTP/2 connection: an update must not take that away. */
    private BigInteger servedSerial(Vertx vertx) {
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setTrustAll(true)
                .setVerifyHost(false);
        var client = vertx.createHttpClient(options);
        var request = client.request(HttpMethod.GET, server.actualPort(), "127.0.0.1", "/")
                .timeout(TIMEOUT_SECONDS, SECONDS)
                .await();
        var response = request.send().timeout(TIMEOUT_SECONDS, SECONDS).await();
        assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
        try {
            X509Certificate served =
                    (X509Certificate) request.connection().sslSession().getPeerCertificates()[0];
            return served.getSerialNumber();
        } catch (SSLPeerUnverifiedException e) {
            throw new AssertionError(e);
        } finally {
            client.close().timeout(TIMEOUT_SECONDS, SECONDS).await();
        }
    }
}
