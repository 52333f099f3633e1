package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Signals;
import nl.haltloket.testing.SmppPeer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: a commit, the worker, a gateway this project did not write, and its report. */
class OutboxOverSmppTest {
    private final SmppPeer peer = new SmppPeer();
    private NotifyFixture fixture;
    private SmppGateway gateway;
    private OutboxWorker worker;
    private Signals signals;

    @BeforeEach
    void open(@TempDir Path directory) {
        fixture = new NotifyFixture(directory, Clock.systemUTC().instant());
        SmppConfig config = NotifyFixture.smpp("smpp-1", peer.port());
        gateway = new SmppGateway(fixture.vertx, config, fixture.clock, 400);
        signals = new Signals(fixture.vertx, fixture.testDatabase.options());
        worker = fixture.worker(gateway, "node-1");
        await(gateway.start());
        await(worker.start(signals));
        await(signals.start());
    }

    @AfterEach
    void close() {
        await(worker.stop());
        await(signals.close());
        await(gateway.close());
        fixture.close();
        peer.close();
    }

    @Test
    void a_throttling_gateway_gets_everything_in_order_and_more_slowly() {
        peer.tell(new JsonObject().put("status", 0x58).put("count", 1));
        List<UUID> all = new ArrayList<>();
        all.add(fixture.enqueue(fixture.message("Halt: bericht 1", 0, Duration.ofHours(2))));
        peer.await("submit");
        awaitState(all.getFirst(), MessageState.QUEUED);
        for (int i = 2; i <= 5; i++) {
            fixture.clock.advance(Duration.ofMillis(1));
            all.add(fixture.enqueue(fixture.message("Halt: bericht " + i, 0, Duration.ofHours(2))));
        }
        assertThat(peer.unread("submit")).as("nothing is sent during the pause").isZero();
        assertThat(peer.await("submit").getString("text")).isEqualTo("Halt: bericht 1");
        all.forEach(id -> awaitState(id, MessageState.DELIVERED));
        assertThat(peer.unread("submit")).as("and each of the others once").isEqualTo(4);
        assertThat(all).allMatch(id -> !fixture.row(id).getBoolean("possible_double"));
    }

    private void awaitState(UUID id, MessageState state) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> fixture.state(id) == state);
    }
}
