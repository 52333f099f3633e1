package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.haltloket.db.Signals;
import nl.haltloket.testing.PerlSmppPeer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole way, from the commit to the last report and from a phone to us, with one more gateway that this project did
 * not write: what only one reading of SMPP 3.4 forgives comes out with a second.
 */
class OtherPeerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ANSWER_MILLIS = 20_000;
    private static final int IDLE_MILLIS = 200;

    private static final PerlSmppPeer PEER = new PerlSmppPeer();

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Line line;

    /** A database, a worker, and a gateway to each of these peers. */
    private static final class Line implements AutoCloseable {
        final NotifyFixture fixture =
                new NotifyFixture(directory, Clock.systemUTC().instant());
        final BlockingQueue<Inbound> fromPhones = new LinkedBlockingQueue<>();
        final List<SmppGateway> gateways = new ArrayList<>();
        private final Signals signals = new Signals(fixture.vertx, fixture.testDatabase.options());
        private final OutboxWorker worker;

        Line(PerlSmppPeer... peers) {
            for (PerlSmppPeer peer : peers) {
                SmppConfig config = NotifyFixture.smpp("smpp-" + (gateways.size() + 1), peer.port());
                gateways.add(new SmppGateway(fixture.vertx, config, fixture.clock, ANSWER_MILLIS, IDLE_MILLIS));
            }
            worker = fixture.worker(List.copyOf(gateways), "node-1");
            gateways.forEach(gateway -> gateway.onInbound(this::keep));
            gateways.forEach(gateway -> await(gateway.start()));
            await(worker.start(signals));
            await(signals.start());
        }

        UUID enqueue(String text) {
            return fixture.enqueue(fixture.message(text, 0, Duration.ofHours(2)));
        }

        void awaitState(UUID id, MessageState state) {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .atMost(PATIENCE)
                    .until(() -> fixture.state(id) == state);
        }

        private Future<Void> keep(Inbound text) {
            fromPhones.add(text);
            return Future.succeededFuture();
        }

        @Override
        public void close() {
            await(worker.stop());
            await(signals.close());
            gateways.forEach(gateway -> await(gateway.close()));
            fixture.close();
        }
    }

    @BeforeAll
    static void open() {
        line = new Line(PEER);
        PEER.await("bind");
    }

    @BeforeEach
    void begin() {
        PEER.reset();
    }

    @AfterAll
    static void close() {
        line.close();
        PEER.close();
    }

    @Test
    void it_is_bound_outward_as_transceiver_and_goes_with_a_goodbye() {
        try (PerlSmppPeer peer = new PerlSmppPeer()) {
            try (Line own = new Line(peer)) {
                assertThat(own.gateways.getFirst().health().up()).isTrue();
                JsonObject bind = peer.await("bind");
                assertThat(bind.getString("systemId")).isEqualTo("halt");
                assertThat(bind.getInteger("version")).isEqualTo(0x34);
            }
            peer.await("unbind");
            peer.await("closed");
            assertThat(peer.unread("strange")).isZero();
        }
    }

    @Test
    void the_basic_alphabet_goes_as_it_is_with_the_euro_and_the_brackets() {
        String text = "Halt: één € bij [u], {~} ÄÖÑÜ§ à Ç | ^ \\ @";
        UUID id = line.enqueue(text);
        JsonObject submit = PEER.await("submit");
        assertThat(submit.getString("text")).isEqualTo(text);
        assertThat(submit.getInteger("coding")).isZero();
        assertThat(submit.getInteger("octets"))
                .as("two for each of € [ ] { ~ } | ^ \\")
                .isEqualTo(text.length() + 9);
        assertThat(submit.getString("from")).isEqualTo("Halt");
        assertThat(submit.getInteger("fromTon")).as("alphanumeric").isEqualTo(5);
        assertThat(submit.getString("to")).isEqualTo("31612345678");
        assertThat(submit.getInteger("toTon")).as("international").isEqualTo(1);
        assertThat(submit.getInteger("registered")).isEqualTo(1);
        assertThat(submit.getString("validity")).matches("0000\\d{8}000R");
        sent(id, DELIVERED);
    }

    @Test
    void arabic_goes_as_ucs_2() {
        String text = "هالت: طفلك معنا وهو بخير. 030 123 4567";
        UUID id = line.enqueue(text);
        JsonObject submit = PEER.await("submit");
        assertThat(submit.getString("text")).isEqualTo(text);
        assertThat(submit.getInteger("coding")).isEqualTo(8);
        sent(id, DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Halt: [€] ", "هالت: بخير "})
    void a_long_text_goes_in_parts_that_can_each_be_read(String words) {
        String text = words.repeat(20);
        UUID id = line.enqueue(text);
        StringBuilder joined = new StringBuilder();
        JsonObject first = PEER.await("submit");
        int total = Integer.parseInt(first.getString("udh").substring(8, 10), 16);
        assertThat(total).isGreaterThan(1);
        String reference = first.getString("udh").substring(0, 10);
        JsonObject part = first;
        for (int number = 1; number <= total; number++) {
            assertThat(part.getString("udh")).isEqualTo(reference + "%02x".formatted(number));
            assertThat(part.getInteger("octets")).isLessThanOrEqualTo(part.getInteger("coding") == 8 ? 140 : 160);
            joined.append(part.getString("text"));
            part = number < total ? PEER.await("submit") : part;
        }
        assertThat(joined).hasToString(text);
        assertThat(reference).startsWith("050003");
        sent(id, DELIVERED);
        for (int more = 1; more < total; more++) {
            PEER.await("reported");
        }
        assertThat(PEER.unread("submit")).isZero();
    }

    @ParameterizedTest(name = "answered {0}, reported {1} as {2}")
    @CsvSource({
        "1a2b3c4d, 439041101, DELIVRD",
        "1a2b3c4e, 439041102, UNDELIV",
        "439041103, 1A2B3C4F, DELIVRD",
        "439041104, 1A2B3C50, UNDELIV",
        "0000000012, 0000000012, DELIVRD",
        "12345678901234567890123456789012, 12345678901234567890123456789012, DELIVRD",
        "kpn-7/x.Y_9, kpn-7/x.Y_9, DELIVRD",
        "kpn-7/x.Y_8, kpn-7/x.Y_8, REJECTD",
    })
    void a_report_finds_its_message_however_the_id_is_written(String answered, String reported, String stat) {
        PEER.tell(new JsonObject().put("id", answered).put("reportId", reported).put("stat", stat));
        UUID id = line.enqueue(NotifyFixture.TEXT);
        sent(id, stat.equals("DELIVRD") ? DELIVERED : FAILED);
        assertThat(line.fixture.row(id).getBoolean("possible_double")).isFalse();
    }

    @ParameterizedTest(name = "{1}, its id {0}")
    @CsvSource({"ended, DELIVRD", "ended, UNDELIV", "bare, DELIVRD", "bare, UNDELIV"})
    void a_report_may_be_in_optional_parameters_alone(String parameters, String stat) {
        PEER.tell(new JsonObject().put("parameters", parameters).put("stat", stat));
        UUID id = line.enqueue(NotifyFixture.TEXT);
        sent(id, stat.equals("DELIVRD") ? DELIVERED : FAILED);
    }

    @Test
    void a_report_before_the_answer_is_not_lost() {
        PEER.tell(new JsonObject().put("early", true));
        sent(line.enqueue(NotifyFixture.TEXT), DELIVERED);
        assertThat(PEER.texts()).containsExactly(NotifyFixture.TEXT);
    }

    @Test
    void a_refusal_with_an_empty_id_behind_it_is_a_refusal() {
        PEER.tell(new JsonObject().put("status", 0x0B));
        UUID id = line.enqueue(NotifyFixture.TEXT);
        line.awaitState(id, FAILED);
        assertThat(line.fixture.row(id).getString("code")).isEqualTo("smpp-0x0B");
        assertThat(PEER.texts()).hasSize(1);
    }

    @Test
    void a_reply_from_a_phone_comes_in_whatever_its_alphabet_and_in_parts() throws InterruptedException {
        bring(fromPhone("Oké, ik kom met €5 [nu]", 0, ""));
        Inbound reply = next();
        assertThat(reply.text()).isEqualTo("Oké, ik kom met €5 [nu]");
        assertThat(reply.from()).isEqualTo("+31612345678");
        bring(fromPhone("أنا قادم", 8, ""));
        assertThat(next().text()).isEqualTo("أنا قادم");
        bring(fromPhone("en de rest 🙂", 8, "050003070202"), fromPhone("het begin ", 8, "050003070201"));
        assertThat(next().text()).isEqualTo("het begin en de rest 🙂");
        for (int texts = 0; texts < 4; texts++) {
            assertThat(PEER.await("mo").getInteger("status")).isZero();
        }
        assertThat(line.fromPhones).isEmpty();
    }

    @Test
    void each_side_asks_whether_the_other_is_there_and_is_answered() {
        PEER.tell(new JsonObject().put("ask", true));
        assertThat(PEER.await("enquire_link_resp").getInteger("status")).isZero();
        for (int asked = 0; asked < 3; asked++) {
            PEER.await("enquire_link");
        }
        assertThat(line.gateways.getFirst().health().up()).isTrue();
        assertThat(PEER.unread("bind") + PEER.unread("closed")).isZero();
    }

    @Test
    void a_goodbye_of_the_gateway_is_answered_and_it_is_bound_again() {
        PEER.tell(new JsonObject().put("unbind", true));
        assertThat(PEER.await("unbind_resp").getInteger("status")).isZero();
        PEER.await("closed");
        PEER.await("bind");
        sent(line.enqueue(NotifyFixture.TEXT), DELIVERED);
        assertThat(PEER.texts()).hasSize(1);
    }

    @Test
    void what_a_gateway_took_and_died_of_is_in_doubt_and_goes_by_the_other_once() {
        try (PerlSmppPeer mortal = new PerlSmppPeer();
                PerlSmppPeer spare = new PerlSmppPeer();
                Line own = new Line(mortal, spare)) {
            mortal.tell(new JsonObject().put("silent", true));
            UUID id = own.enqueue(NotifyFixture.TEXT);
            mortal.await("submit");
            mortal.kill();
            own.awaitState(id, IN_DOUBT);
            assertThat(spare.unread("submit")).isZero();
            own.fixture.clock.advance(RetrySchedule.DOUBT);
            await(own.fixture.database.inTransaction(tx -> tx.signal(Outbox.TOPIC, "look again")));
            own.awaitState(id, DELIVERED);
            assertThat(own.fixture.row(id).getBoolean("possible_double")).isTrue();
            assertThat(mortal.texts()).hasSize(1);
            assertThat(spare.texts()).hasSize(1);
            assertThat(own.fixture.attempts()).extracting(Attempt::gateway).containsExactly("smpp-1", "smpp-2");
            assertThat(own.gateways.getFirst().health().up()).isFalse();
        }
    }

    /** Accepted and reported: the end of its way, and the peer knows. */
    private static void sent(UUID id, MessageState state) {
        line.awaitState(id, state);
        assertThat(PEER.await("reported").getInteger("status")).isZero();
    }

    private static void bring(JsonObject... texts) {
        PEER.tell(new JsonObject().put("mo", new JsonArray(List.of(texts))));
    }

    private static JsonObject fromPhone(String text, int coding, String udh) {
        return new JsonObject()
                .put("from", "31612345678")
                .put("to", "3197001")
                .put("text", text)
                .put("coding", coding)
                .put("udh", udh);
    }

    private static Inbound next() throws InterruptedException {
        Inbound text = line.fromPhones.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        return text;
    }
}
