package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.config.Secret;
import nl.haltloket.testing.SmppPeer;
import nl.haltloket.web.CertificateFiles;
import nl.haltloket.web.DrillCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmppTlsTest {
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path directory;

    private CertificateFiles files = new CertificateFiles(Path.of(""), Path.of(""));
    private final List<SmppPeer> peers = new ArrayList<>();

    @BeforeEach
    void open() {
        files = DrillCertificates.ensure(directory, List.of(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        peers.forEach(SmppPeer::close);
        await(vertx.close());
    }

    @Test
    void a_text_goes_by_tls_to_a_host_that_its_certificate_names() {
        SmppGateway gateway = gateway("localhost", Optional.of(DrillCertificates.authority(files)));
        assertThat(gateway.health().up()).isTrue();
        Sms sms = new Sms(
                UUID.randomUUID(),
                "+31612345678",
                "Halt: veilig",
                false,
                Clock.systemUTC().instant().plusSeconds(60));
        assertThat(await(gateway.send(sms))).hasSize(1);
        assertThat(peers.getFirst().await("submit").getString("text")).isEqualTo("Halt: veilig");
        await(gateway.close());
    }

    @Test
    void another_name_than_that_of_the_certificate_is_refused() {
        refused(gateway("127.0.0.2", Optional.of(DrillCertificates.authority(files))));
    }

    @Test
    void an_authority_that_nobody_trusts_is_refused() {
        refused(gateway("localhost", Optional.empty()));
    }

    private void refused(SmppGateway gateway) {
        assertThat(gateway.health().up()).isFalse();
        assertThat(gateway.health().sentence()).isEqualTo("Het certificaat van de sms-gateway klopt niet.");
        assertThat(peers.getFirst().unread("bind")).isZero();
        await(gateway.close());
    }

    private SmppGateway gateway(String host, Optional<Path> authority) {
        SmppPeer peer = SmppPeer.secured(host, files.certificate(), files.privateKey());
        peers.add(peer);
        SmppConfig config = new SmppConfig(
                "smpp-1",
                host,
                peer.port(),
                Optional.of(new SmppConfig.Tls(authority)),
                "halt",
                new Secret("geheim"),
                "Halt",
                10);
        SmppGateway gateway = new SmppGateway(vertx, config, Clock.systemUTC());
        await(gateway.start());
        return gateway;
    }
}
