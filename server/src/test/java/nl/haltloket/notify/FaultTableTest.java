package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.EXPIRED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.MessageState.QUEUED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.haltloket.db.Signals;
import nl.haltloket.testing.SmppPeer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a text when a gateway misbehaves: the whole way from the commit to the last report, over SMPP, against
 * a gateway this project did not write. Each row is a fault, with nothing beside the faulty gateway or with a spare one.
 */
class FaultTableTest {
    private static final SmppPeer PEER = new SmppPeer();
    private static final SmppPeer SPARE = new SmppPeer();
    private static final long ANSWER_MILLIS = 1500;

    /** What goes wrong and what is true in the end; {@code gateway} is where the last attempt went. */
    record Row(
            String fault,
            boolean spare,
            Consumer<FaultTableTest> happens,
            MessageState end,
            boolean possibleDouble,
            String gateway) {
        /** The text may have come twice, and that is recorded. */
        Row twice() {
            return new Row(fault, spare, happens, end, true, gateway);
        }

        @Override
        public String toString() {
            return fault + (spare ? ", a spare beside it" : "");
        }
    }

    @TempDir
    Path directory;

    private final UUID id = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private NotifyFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private List<SmsGateway> gateways;

    @SuppressWarnings("NullAway.Init")
    private OutboxWorker worker;

    @SuppressWarnings("NullAway.Init")
    private Signals signals;

    static Stream<Row> rows() {
        return Stream.of(
                alone("none", _ -> {}, DELIVERED),
                alone("dead", FaultTableTest::dead, QUEUED, ""),
                spare("dead", FaultTableTest::dead, DELIVERED, "smpp-2"),
                alone("restarts", FaultTableTest::restarts, DELIVERED),
                alone("refuses the bind for a while", FaultTableTest::refusesBind, DELIVERED),
                spare("refuses the bind", row -> row.rebind("refuseBind"), DELIVERED, "smpp-2"),
                spare("leaves the bind without answer", row -> row.rebind("muteBind"), DELIVERED, "smpp-2"),
                alone("slow", FaultTableTest::slow, DELIVERED),
                alone("busy once", tell("status", 0x08, "count", 1), DELIVERED),
                spare("busy", tell("status", 0x08, "count", 99), DELIVERED, "smpp-2"),
                alone("refuses the sender", tell("status", 0x0A, "count", 99), FAILED),
                spare("refuses the sender", tell("status", 0x0A, "count", 99), DELIVERED, "smpp-2"),
                alone("refuses with a status no book knows", tell("status", 0x4A1, "count", 99), FAILED),
                spare("refuses the number", tell("status", 0x0B, "count", 99), FAILED, "smpp-1"),
                alone("throttles once", tell("status", 0x58, "count", 1), DELIVERED),
                spare("throttles", tell("status", 0x58, "count", 99), DELIVERED, "smpp-2"),
                alone("queue full once", tell("status", 0x14, "count", 1), DELIVERED),
                alone("accepts and never reports", row -> row.tellPeer("deliverAfterMs", null), ACCEPTED),
                alone("leaves one without answer", tell("silent", 1), DELIVERED).twice(),
                spare("leaves all without answer", tell("silent", 99), DELIVERED, "smpp-2")
                        .twice(),
                alone("leaves all without answer", tell("silent", 99), FAILED).twice(),
                alone("reports without an answer", tell("early", true, "silent", 1), DELIVERED),
                alone("reports before the answer", tell("early", true), DELIVERED),
                alone("reports twice", tell("times", 2), DELIVERED),
                alone("reports twice and before the answer", tell("early", true, "times", 2), DELIVERED),
                alone("reports in the reverse order", FaultTableTest::reversed, DELIVERED),
                alone("reports failure after success", row -> row.reports("DELIVRD", "UNDELIV"), DELIVERED),
                alone("reports success after failure", row -> row.reports("UNDELIV", "DELIVRD"), DELIVERED),
                alone("reports the id in decimal", tell("idAs", "decimal"), DELIVERED),
                alone("reports an unknown code", FaultTableTest::unknownCode, ACCEPTED),
                alone("reports that it failed", tell("stat", "UNDELIV", "err", "020"), FAILED),
                alone("reports that it expired", tell("stat", "EXPIRED"), EXPIRED),
                alone("unbinds in the middle", row -> row.inTheMiddle("unbind"), DELIVERED)
                        .twice(),
                spare("unbinds in the middle", row -> row.inTheMiddle("unbind"), DELIVERED, "smpp-2")
                        .twice(),
                alone("drops the connection in the middle", row -> row.inTheMiddle("drop"), DELIVERED)
                        .twice(),
                spare("dies in the middle", row -> row.inTheMiddle("vanish"), DELIVERED, "smpp-2")
                        .twice(),
                alone("sends bytes that are no SMPP", FaultTableTest::garbage, DELIVERED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_fault_ends_as_the_table_says(Row row) {
        open(row.spare());
        row.happens().accept(this);
        enqueueOnce();
        awaitState(row.end());
        assertThat(fixture.row(id).getBoolean("possible_double")).isEqualTo(row.possibleDouble());
        List<Attempt> attempts = fixture.attempts();
        assertThat(attempts.isEmpty() ? "" : attempts.getLast().gateway()).isEqualTo(row.gateway());
        assertThat(fixture.told.stream().filter(row.end()::equals).count())
                .as("the guardian hears of it once")
                .isEqualTo(row.end() == QUEUED ? 0 : 1);
        if (!row.possibleDouble()) {
            assertThat(PEER.to("31612345678") + SPARE.to("31612345678"))
                    .as("no text twice, whatever was refused")
                    .isLessThanOrEqualTo(attempts.size());
        }
    }

    @AfterEach
    void close() {
        await(worker.stop());
        await(signals.close());
        gateways.forEach(gateway -> await(gateway.close()));
        fixture.close();
        PEER.reset();
        SPARE.reset();
    }

    @AfterAll
    static void stop() {
        PEER.close();
        SPARE.close();
    }

    private void open(boolean spare) {
        fixture = new NotifyFixture(directory, Clock.systemUTC().instant());
        gateways = Stream.of(PEER, SPARE)
                .limit(spare ? 2 : 1)
                .<SmsGateway>map(peer -> new SmppGateway(
                        fixture.vertx,
                        NotifyFixture.smpp(peer == PEER ? "smpp-1" : "smpp-2", peer.port()),
                        fixture.clock,
                        ANSWER_MILLIS))
                .toList();
        signals = new Signals(fixture.vertx, fixture.testDatabase.options());
        worker = fixture.worker(gateways, "node-1");
        gateways.forEach(gateway -> await(gateway.start()));
        await(worker.start(signals));
        await(signals.start());
    }

    private static Row alone(String fault, Consumer<FaultTableTest> happens, MessageState end) {
        return alone(fault, happens, end, "smpp-1");
    }

    private static Row alone(String fault, Consumer<FaultTableTest> happens, MessageState end, String gateway) {
        return new Row(fault, false, happens, end, false, gateway);
    }

    private static Row spare(String fault, Consumer<FaultTableTest> happens, MessageState end, String gateway) {
        return new Row(fault, true, happens, end, false, gateway);
    }

    private static Consumer<FaultTableTest> tell(Object... keysAndValues) {
        return _ -> {
            JsonObject command = new JsonObject();
            for (int i = 0; i < keysAndValues.length; i += 2) {
                command.put((String) keysAndValues[i], keysAndValues[i + 1]);
            }
            PEER.tell(command);
        };
    }

    private void tellPeer(String key, @Nullable Object value) {
        PEER.tell(new JsonObject().put(key, value));
    }

    private void dead() {
        tellPeer("vanish", true);
        awaitUp(false);
    }

    private void restarts() {
        dead();
        enqueueOnce();
        tellPeer("return", true);
    }

    private void rebind(String how) {
        PEER.tell(new JsonObject().put(how, true).put("drop", true));
        awaitUp(false);
    }

    private void refusesBind() {
        rebind("refuseBind");
        enqueueOnce();
        tellPeer("refuseBind", false);
    }

    private void slow() {
        tellPeer("hold", true);
        enqueueOnce();
        PEER.await("held");
        tellPeer("hold", false);
    }

    /** The gateway falls away when it has the text and did not answer. */
    private void inTheMiddle(String how) {
        tellPeer("silent", 1);
        enqueueOnce();
        PEER.await("submit");
        tellPeer(how, true);
    }

    private void reversed() {
        reports("DELIVRD", "ACCEPTD", "ENROUTE");
    }

    private void reports(String... states) {
        tellPeer("deliverAfterMs", null);
        enqueueOnce();
        JsonObject submit = PEER.await("submit");
        awaitState(ACCEPTED);
        for (String stat : states) {
            PEER.tell(new JsonObject()
                    .put("stat", stat)
                    .put(
                            "report",
                            new JsonObject().put("id", submit.getString("id")).put("to", "31612345678")));
            PEER.await("reported");
        }
    }

    private void unknownCode() {
        tellPeer("stat", "WHATEVR");
        enqueueOnce();
        assertThat(PEER.await("reported").getInteger("status")).as("kept").isZero();
        assertThat(fixture.count("message_report WHERE state = 'UNKNOWN'")).isEqualTo(1);
    }

    private void garbage() {
        tellPeer("garbage", "0000000500000000000000ff");
        PEER.await("bind");
        PEER.await("bind");
    }

    private void enqueueOnce() {
        if (fixture.count("outbox") == 0) {
            Message message = fixture.message();
            fixture.enqueue(new Message(
                    id,
                    message.caseId(),
                    message.callbackKey(),
                    message.number(),
                    message.text(),
                    message.priority(),
                    message.expiresAt()));
        }
    }

    private void awaitUp(boolean up) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .until(() -> gateways.getFirst().health().up() == up);
    }

    /** A doubt is waited out by moving the clock. */
    private void awaitState(MessageState state) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    MessageState now = fixture.state(id);
                    if (now == IN_DOUBT) {
                        fixture.clock.advance(RetrySchedule.DOUBT);
                        await(fixture.database.inTransaction(tx -> tx.signal(Outbox.TOPIC, "look again")));
                    }
                    return now == state;
                });
    }
}
