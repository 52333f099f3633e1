package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.CLAIMED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A worker on a real database, driven round by round, with a gateway that follows a script. */
abstract class OutboxTestBase {
    final ScriptedGateway gateway = new ScriptedGateway();
    NotifyFixture fixture;
    OutboxWorker worker;

    @BeforeEach
    void open(@TempDir Path directory) {
        fixture = new NotifyFixture(directory);
        worker = fixture.worker(gateway, "node-1");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    int round() {
        return await(worker.runOnce());
    }

    void cancel() {
        await(fixture.database.inTransaction(tx -> fixture.outbox.cancel(tx, NotifyFixture.KEY)));
    }

    void report(String providerId, DeliveryReport.State state) {
        await(keep(providerId, state));
    }

    Future<Void> keep(String providerId, DeliveryReport.State state) {
        DeliveryReport report =
                new DeliveryReport(providerId, state, state.name(), "31612345678", fixture.clock.instant());
        return Objects.requireNonNull(gateway.keeper).apply(report);
    }

    /** A claim of which the answer never comes, and whose process is never heard of again. */
    UUID claimAndDie(String node) {
        ScriptedGateway silent = new ScriptedGateway();
        silent.answers.add(Promise.<List<String>>promise().future());
        UUID id = fixture.enqueue();
        Future<Integer> never = fixture.worker(silent, node).runOnce();
        awaitClaim(id);
        assertThat(never.isComplete()).isFalse();
        return id;
    }

    void awaitClaim(UUID id) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(() -> fixture.state(id) == CLAIMED);
    }
}
