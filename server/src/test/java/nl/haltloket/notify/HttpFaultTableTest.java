package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.MessageState.QUEUED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import nl.haltloket.db.Signals;
import nl.haltloket.notify.http.GatewayRoutes;
import nl.haltloket.notify.http.HttpGateway;
import nl.haltloket.notify.http.NotifyGateway;
import nl.haltloket.notify.http.ReportSeal;
import nl.haltloket.testing.HttpFault;
import nl.haltloket.testing.NotifyPeer;
import nl.haltloket.testing.SendsmsPeer;
import nl.haltloket.web.GatewayDoor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of a text when a gateway by HTTP misbehaves: as {@link FaultTableTest}, for Notify and for Kannel's
 * {@code sendsms}. Kannel calls back by the contract; Notify is asked, as by a desk that nobody can call.
 */
class HttpFaultTableTest {
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration ASKED_AFTER = Duration.ofSeconds(10);

    private enum Kind {
        NOTIFY,
        SENDSMS
    }

    /** What goes wrong and what is true in the end; {@code gateway} is where the last attempt went. */
    record Row(
            Kind kind,
            String fault,
            boolean spare,
            Consumer<HttpFaultTableTest> happens,
            MessageState end,
            boolean possibleDouble,
            String gateway) {
        /** The text may have come twice, and that is recorded. */
        Row twice() {
            return new Row(kind, fault, spare, happens, end, true, gateway);
        }

        @Override
        public String toString() {
            return kind + " " + fault + (spare ? ", a spare beside it" : "");
        }
    }

    @TempDir
    Path directory;

    private final UUID id = UUID.randomUUID();

    @SuppressWarnings("NullAway.Init")
    private NotifyFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private NotifyPeer notify;

    @SuppressWarnings("NullAway.Init")
    private SendsmsPeer sendsms;

    @SuppressWarnings("NullAway.Init")
    private SendsmsPeer spare;

    @SuppressWarnings("NullAway.Init")
    private HttpServer door;

    @SuppressWarnings("NullAway.Init")
    private List<SmsGateway> gateways;

    @SuppressWarnings("NullAway.Init")
    private OutboxWorker worker;

    @SuppressWarnings("NullAway.Init")
    private Signals signals;

    static Stream<Row> rows() {
        return Stream.of(Kind.values()).flatMap(HttpFaultTableTest::rows);
    }

    private static Stream<Row> rows(Kind kind) {
        Stream<Row> both = Stream.of(
                alone(kind, "none", _ -> {}, DELIVERED),
                alone(kind, "dead", HttpFaultTableTest::dies, QUEUED, ""),
                spare(kind, "dead", HttpFaultTableTest::dies, DELIVERED),
                alone(kind, "restarts", HttpFaultTableTest::restarts, DELIVERED),
                alone(kind, "429 once", row -> row.next(HttpFault.RATE_LIMIT), DELIVERED),
                spare(kind, "429", row -> row.always(HttpFault.RATE_LIMIT), DELIVERED),
                alone(kind, "503 once", row -> row.next(HttpFault.UNAVAILABLE), DELIVERED),
                spare(kind, "503", row -> row.always(HttpFault.UNAVAILABLE), DELIVERED),
                alone(kind, "504 once, not taken", row -> row.next(HttpFault.TIMEOUT), DELIVERED)
                        .twice(),
                alone(kind, "504 once, taken", row -> row.next(HttpFault.TAKES_AND_TIMEOUT), DELIVERED),
                spare(kind, "504", row -> row.always(HttpFault.TIMEOUT), DELIVERED)
                        .twice(),
                alone(kind, "hangs once, not taken", row -> row.next(HttpFault.SILENT), DELIVERED)
                        .twice(),
                alone(kind, "hangs once, taken", row -> row.next(HttpFault.TAKES_SILENTLY), DELIVERED),
                alone(kind, "hangs", row -> row.always(HttpFault.SILENT), FAILED)
                        .twice(),
                spare(kind, "hangs", row -> row.always(HttpFault.SILENT), DELIVERED)
                        .twice(),
                alone(kind, "takes it and breaks off", row -> row.next(HttpFault.TAKES_AND_BREAKS), DELIVERED),
                alone(kind, "accepts and never reports", HttpFaultTableTest::neverReports, ACCEPTED));
        // Notify is asked what became of it; from Kannel nothing is heard when its report is lost too.
        return kind == Kind.NOTIFY
                ? both
                : Stream.concat(
                        both,
                        Stream.of(alone(
                                        kind,
                                        "takes it, breaks off and is silent",
                                        row -> {
                                            row.sendsms.neverReports();
                                            row.next(HttpFault.TAKES_AND_BREAKS);
                                        },
                                        ACCEPTED)
                                .twice()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_fault_ends_as_the_table_says(Row row) {
        open(row);
        row.happens().accept(this);
        enqueueOnce();
        awaitState(row.end());
        assertThat(fixture.row(id).getBoolean("possible_double")).isEqualTo(row.possibleDouble());
        List<Attempt> attempts = fixture.attempts();
        assertThat(attempts.isEmpty() ? "" : attempts.getLast().gateway()).isEqualTo(row.gateway());
        assertThat(fixture.told.stream().filter(row.end()::equals).count())
                .as("the guardian hears of it once")
                .isEqualTo(row.end() == QUEUED ? 0 : 1);
        if (!row.possibleDouble() && row.end() != QUEUED) {
            assertThat(notify.idsOf(id).size() + sendsms.taken() + spare.taken())
                    .as("to the phone once")
                    .isEqualTo(1);
        }
    }

    @Test
    void who_says_when_to_come_back_is_left_alone_until_then() {
        open(alone(Kind.SENDSMS, "429 once", _ -> {}, DELIVERED));
        sendsms.next(HttpFault.RATE_LIMIT);
        enqueueOnce();
        awaitState(DELIVERED);
        assertThat(sendsms.asked()).hasSize(2);
        assertThat(Duration.ofNanos(sendsms.asked().getLast() - sendsms.asked().getFirst()))
                .isGreaterThan(Duration.ofMillis(950));
    }

    @AfterEach
    void close() {
        await(worker.stop());
        await(signals.close());
        gateways.forEach(gateway -> await(gateway.close()));
        fixture.close();
    }

    private void open(Row row) {
        fixture = new NotifyFixture(directory, Clock.systemUTC().instant());
        notify = new NotifyPeer(fixture.vertx, fixture.clock);
        notify.deliversAtOnce();
        sendsms = new SendsmsPeer(fixture.vertx, 2);
        spare = new SendsmsPeer(fixture.vertx, 3);
        door = await(GatewayDoor.open(fixture.vertx, api -> new GatewayRoutes(() -> gateways).on(api)));
        SmsGateway first = row.kind() == Kind.NOTIFY
                ? new NotifyGateway(fixture.vertx, notify.settings(), fixture.clock, PATIENCE, LOOK)
                : http(sendsms);
        gateways = row.spare() ? List.of(first, http(spare)) : List.of(first);
        signals = new Signals(fixture.vertx, fixture.testDatabase.options());
        worker = fixture.worker(gateways, "node-1");
        gateways.forEach(gateway -> await(gateway.start()));
        await(worker.start(signals));
        await(signals.start());
    }

    private SmsGateway http(SendsmsPeer peer) {
        ReportSeal seal = new ReportSeal(fixture.eventKeys);
        String here = "http://127.0.0.1:" + door.actualPort();
        return new HttpGateway(fixture.vertx, peer.settings(), seal, () -> here, fixture.clock, PATIENCE, LOOK);
    }

    private static Row alone(Kind kind, String fault, Consumer<HttpFaultTableTest> happens, MessageState end) {
        return alone(kind, fault, happens, end, kind == Kind.NOTIFY ? "notify-1" : "http-2");
    }

    private static Row alone(
            Kind kind, String fault, Consumer<HttpFaultTableTest> happens, MessageState end, String gateway) {
        return new Row(kind, fault, false, happens, end, false, gateway);
    }

    private static Row spare(Kind kind, String fault, Consumer<HttpFaultTableTest> happens, MessageState end) {
        return new Row(kind, fault, true, happens, end, false, "http-3");
    }

    /** The one that the row is about; the other hears nothing. */
    private void next(HttpFault fault) {
        notify.next(fault);
        sendsms.next(fault);
    }

    private void always(HttpFault fault) {
        notify.always(fault);
        sendsms.always(fault);
    }

    private void neverReports() {
        notify.deliversNever();
        sendsms.neverReports();
    }

    private void dies() {
        notify.die();
        sendsms.die();
        Sms notice = new Sms(UUID.randomUUID(), NotifyFixture.NUMBER, "?", true, fixture.clock.instant());
        Awaitility.await().until(() -> {
            await(gateways.getFirst().send(notice).otherwise(List.of()));
            return !gateways.getFirst().health().up();
        });
    }

    private void restarts() {
        dies();
        enqueueOnce();
        notify.rise();
        sendsms.rise();
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

    /** A doubt is waited out by moving the clock, and so is the moment that Notify is asked. */
    private void awaitState(MessageState state) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    MessageState now = fixture.state(id);
                    if (now == IN_DOUBT) {
                        fixture.clock.advance(RetrySchedule.DOUBT);
                        await(fixture.database.inTransaction(tx -> tx.signal(Outbox.TOPIC, "look again")));
                    } else if (now == ACCEPTED && state == DELIVERED) {
                        fixture.clock.advance(ASKED_AFTER);
                    }
                    return now == state;
                });
    }
}
