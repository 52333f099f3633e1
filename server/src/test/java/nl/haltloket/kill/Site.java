package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClient;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nl.haltloket.audit.AuditVerification;
import nl.haltloket.db.Database;
import nl.haltloket.db.EmbeddedServer;
import nl.haltloket.db.Endpoint;
import nl.haltloket.journey.KioskProcess;
import nl.haltloket.testing.Door;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.SmppPeer;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import org.jspecify.annotations.Nullable;

/** A supervised server with a gateway, a phone and a tablet with a worker: everything that must outlive a death. */
final class Site implements Door, AutoCloseable {
    /** Five seconds are promised on a quiet machine; a busy one gets more before it fails a test. */
    private static final Duration BACK_MAX = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client = WebClient.create(vertx);
    private final SmppPeer gateway = new SmppPeer();
    private final int port = freePort();
    private final KioskProcess kiosk;
    private final TestPhone phone;
    private final TestDevice tablet;

    Site(Path data) throws Exception {
        this(data, KioskProcess.root());
    }

    /** With the configuration in the {@code config} of this directory. */
    Site(Path data, Path home) throws Exception {
        kiosk = KioskProcess.startSupervisedIn(home, data, gateway.port(), port);
        phone = new TestPhone(
                TestDevice.enrolled(this, kiosk.joinCode("verwijzer").replace("-", "")));
        tablet = TestDevice.enrolled(this, kiosk.joinCode("loket").replace("-", ""));
        signIn();
    }

    SmppPeer gateway() {
        return gateway;
    }

    TestPhone phone() {
        return phone;
    }

    TestDevice tablet() {
        return tablet;
    }

    Backstage backstage() throws Exception {
        return new Backstage(kiosk.database());
    }

    /** Kills, and returns when the desk works again, with the token it had. */
    void survives(Victim victim, String moment) throws IOException {
        long killed = System.nanoTime();
        victim.kill(kiosk);
        await().atMost(BACK_MAX)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .until(() -> tablet.get("/board").status() == 200);
        System.out.printf("%s killed %s: back after %d ms%n", victim, moment, (System.nanoTime() - killed) / 1_000_000);
    }

    /** What the terminal told at the start stays true. */
    void signIn() {
        tablet.signIn("fatima", kiosk.password("fatima")).expect(201);
    }

    void auditHolds() throws Exception {
        Endpoint place = EmbeddedServer.running(kiosk.database()).orElseThrow();
        Pool pool = PgBuilder.pool()
                .connectingTo(PgConnectOptions.fromUri(place.url())
                        .setUser(place.user())
                        .setPassword(place.password().value()))
                .using(vertx)
                .build();
        var findings = TestApp.await(
                new Database(pool).atOneMoment(AuditVerification::verify).eventually(pool::close));
        assertThat(findings).hasSize(1).allMatch(AuditVerification.Finding::holds);
    }

    @Override
    public Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body) {
        return Door.send(client, port, method, path, headers, body);
    }

    /** Stops as a person would ask it, and within five seconds. */
    KioskProcess.Ending stop() throws Exception {
        return kiosk.stop();
    }

    @Override
    public void close() {
        kiosk.close();
        gateway.close();
        TestApp.await(vertx.close());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
