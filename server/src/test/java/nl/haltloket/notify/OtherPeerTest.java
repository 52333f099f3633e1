package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.haltloket.db.Signals;
import nl.haltloket.testing.PerlSmppPeer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
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

    private final PerlSmppPeer peer = new PerlSmppPeer();
    private final BlockingQueue<Inbound> fromPhones = new LinkedBlockingQueue<>();
    private final List<SmppGateway> gateways = new ArrayList<>();
    private NotifyFixture fixture;
    private Signals signals;
    private @Nullable OutboxWorker worker;

    @BeforeEach
    void open(@TempDir Path directory) {
        fixture = new NotifyFixture(directory, Clock.systemUTC().instant());
        signals = new Signals(fixture.vertx, fixture.testDatabase.options());
    }

    @AfterEach
    void close() {
        await(Objects.requireNonNull(worker).stop());
        await(signals.close());
        gateways.forEach(gateway -> await(gateway.close()));
        fixture.close();
        peer.close();
    }

    @Test
    void it_is_bound_outward_as_transceiver_and_goes_with_a_goodbye() {
        start(peer);
        JsonObject bind = peer.await("bind");
        assertThat(bind.getString("systemId")).isEqualTo("halt");
        assertThat(bind.getInteger("version")).isEqualTo(0x34);
        await(gateways.getFirst().close());
        peer.await("unbind");
        peer.await("closed");
        assertThat(peer.unread("strange")).isZero();
    }

    @Test
    void the_basic_alphabet_goes_as_it_is_with_the_euro_and_the_brackets() {
        start(peer);
        String text = "Halt: één € bij [u], {~} ÄÖÑÜ§ à Ç | ^ \\ @";
        UUID id = enqueue(text);
        JsonObject submit = peer.await("submit");
        assertThat(submit.getString("text")).isEqualTo(text);
        assertThat(submit.getInteger("coding")).isZero();
        assertThat(submit.getInteger("octets")).as("two for each of € [ ] { ~ } | ^ \\").isEqualTo(text.length() + 9);
        assertThat(submit.getString("from")).isEqualTo("Halt");
        assertThat(submit.getInteger("fromTon")).as("alphanumeric").isEqualTo(5);
        assertThat(submit.getString("to")).isEqualTo("31612345678");
        assertThat(submit.getInteger("toTon")).as("international").isEqualTo(1);
        assertThat(submit.getInteger("registered")).isEqualTo(1);
        assertThat(submit.getString("validity")).matches("0000\\d{8}000R");
        awaitState(id, DELIVERED);
        assertThat(peer.await("reported").getInteger("status")).isZero();
    }

    @Test
    void arabic_goes_as_ucs_2() {
        start(peer);
        String text = "هالت: طفلك معنا وهو بخير. 030 123 4567";
        UUID id = enqueue(text);
        JsonObject submit = peer.await("submit");
        assertThat(submit.getString("text")).isEqualTo(text);
        assertThat(submit.getInteger("coding")).isEqualTo(8);
        awaitState(id, DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Halt: [€] ", "هالت: بخير "})
    void a_long_text_goes_in_parts_that_can_each_be_read(String words) {
        start(peer);
        String text = words.repeat(20);
        UUID id = enqueue(text);
        StringBuilder joined = new StringBuilder();
        JsonObject first = peer.await("submit");
        int total = Integer.parseInt(first.getString("udh").substring(8, 10), 16);
        assertThat(total).isGreaterThan(1);
        String reference = first.getString("udh").substring(0, 10);
        JsonObject part = first;
        for (int number = 1; number <= total; number++) {
            assertThat(part.getString("udh")).isEqualTo(reference + "%02x".formatted(number));
            assertThat(part.getInteger("octets")).isLessThanOrEqualTo(part.getInteger("coding") == 8 ? 140 : 160);
            joined.append(part.getString("text"));
            part = number < total ? peer.await("submit") : part;
        }
        assertThat(joined).hasToString(text);
        assertThat(reference).startsWith("050003");
        awaitState(id, DELIVERED);
        assertThat(peer.unread("submit")).isZero();
    }

    @ParameterizedTest(name = "answered {0}, reported {1} as {2}")
    @CsvSource({
        "1a2b3c4d, 439041101, DELIVRD",
        "1a2b3c4d, 439041101, UNDELIV",
        "439041101, 1A2B3C4D, DELIVRD",
        "439041101, 1A2B3C4D, UNDELIV",
        "0000000012, 0000000012, DELIVRD",
        "12345678901234567890123456789012, 12345678901234567890123456789012, DELIVRD",
        "kpn-7/x.Y_9, kpn-7/x.Y_9, DELIVRD",
        "kpn-7/x.Y_9, kpn-7/x.Y_9, REJECTD",
    })
    void a_report_finds_its_message_however_the_id_is_written(String answered, String reported, String stat) {
        start(peer);
        peer.tell(new JsonObject().put("id", answered).put("reportId", reported).put("stat", stat));
        UUID id = enqueue(NotifyFixture.TEXT);
        awaitState(id, stat.equals("DELIVRD") ? DELIVERED : FAILED);
        assertThat(peer.await("reported").getInteger("status")).isZero();
        assertThat(fixture.row(id).getBoolean("possible_double")).isFalse();
    }

    @Test
    void a_report_before_the_answer_is_not_lost() {
        start(peer);
        peer.tell(new JsonObject().put("early", true));
        awaitState(enqueue(NotifyFixture.TEXT), DELIVERED);
        assertThat(peer.texts()).containsExactly(NotifyFixture.TEXT);
    }

    @Test
    void a_refusal_with_an_empty_id_behind_it_is_a_refusal() {
        start(peer);
        peer.tell(new JsonObject().put("status", 0x0B));
        UUID id = enqueue(NotifyFixture.TEXT);
        awaitState(id, FAILED);
        assertThat(fixture.row(id).getString("code")).isEqualTo("smpp-0x0B");
        assertThat(peer.texts()).hasSize(1);
    }

    @Test
    void a_reply_from_a_phone_comes_in_whatever_its_alphabet_and_in_parts() throws InterruptedException {
        start(peer);
        peer.await("bind");
        bring("Oké, ik kom met €5 [nu]", 0, "");
        Inbound reply = next();
        assertThat(reply.text()).isEqualTo("Oké, ik kom met €5 [nu]");
        assertThat(reply.from()).isEqualTo("+31612345678");
        bring("أنا قادم", 8, "");
        assertThat(next().text()).isEqualTo("أنا قادم");
        bring("en de rest 🙂", 8, "050003070202");
        bring("het begin ", 8, "050003070201");
        assertThat(next().text()).isEqualTo("het begin en de rest 🙂");
        for (int texts = 0; texts < 4; texts++) {
            assertThat(peer.await("mo").getInteger("status")).isZero();
        }
        assertThat(fromPhones).isEmpty();
    }

    @Test
    void each_side_asks_whether_the_other_is_there_and_is_answered() {
        start(peer);
        peer.await("bind");
        peer.tell(new JsonObject().put("ask", true));
        assertThat(peer.await("enquire_link_resp").getInteger("status")).isZero();
        for (int asked = 0; asked < 3; asked++) {
            peer.await("enquire_link");
        }
        assertThat(gateways.getFirst().health().up()).isTrue();
        assertThat(peer.unread("bind") + peer.unread("closed")).isZero();
    }

    @Test
    void a_goodbye_of_the_gateway_is_answered_and_it_is_bound_again() {
        start(peer);
        peer.await("bind");
        peer.tell(new JsonObject().put("unbind", true));
        assertThat(peer.await("unbind_resp").getInteger("status")).isZero();
        peer.await("closed");
        peer.await("bind");
        awaitState(enqueue(NotifyFixture.TEXT), DELIVERED);
        assertThat(peer.texts()).hasSize(1);
    }

    @Test
    void what_a_gateway_took_and_died_of_is_in_doubt_and_goes_by_the_other_once() {
        try (PerlSmppPeer spare = new PerlSmppPeer()) {
            start(peer, spare);
            peer.tell(new JsonObject().put("silent", true));
            UUID id = enqueue(NotifyFixture.TEXT);
            peer.await("submit");
            peer.kill();
            awaitState(id, IN_DOUBT);
            fixture.clock.advance(RetrySchedule.DOUBT.minusMillis(1));
            lookAgain();
            fixture.clock.advance(Duration.ofMillis(1));
            lookAgain();
            awaitState(id, DELIVERED);
            assertThat(fixture.row(id).getBoolean("possible_double")).isTrue();
            assertThat(peer.texts()).hasSize(1);
            assertThat(spare.texts()).hasSize(1);
            assertThat(fixture.attempts())
                    .extracting(Attempt::gateway)
                    .containsExactly("smpp-1", "smpp-2");
            assertThat(gateways.getFirst().health().up()).isFalse();
        }
    }

    private void start(PerlSmppPeer... peers) {
        for (PerlSmppPeer one : peers) {
            SmppConfig config = NotifyFixture.smpp("smpp-" + (gateways.size() + 1), one.port());
            gateways.add(new SmppGateway(fixture.vertx, config, fixture.clock, ANSWER_MILLIS, IDLE_MILLIS));
        }
        OutboxWorker made = fixture.worker(List.copyOf(gateways), "node-1");
        worker = made;
        gateways.forEach(gateway -> gateway.onInbound(this::keep));
        gateways.forEach(gateway -> await(gateway.start()));
        await(made.start(signals));
        await(signals.start());
    }

    private UUID enqueue(String text) {
        return fixture.enqueue(fixture.message(text, 0, Duration.ofHours(2)));
    }

    private void lookAgain() {
        await(fixture.database.inTransaction(tx -> tx.signal(Outbox.TOPIC, "look again")));
    }

    private void bring(String text, int coding, String udh) {
        peer.tell(new JsonObject()
                .put(
                        "mo",
                        new JsonObject()
                                .put("from", "31612345678")
                                .put("to", "3197001")
                                .put("text", text)
                                .put("coding", coding)
                                .put("udh", udh)));
    }

    private Future<Void> keep(Inbound text) {
        fromPhones.add(text);
        return Future.succeededFuture();
    }

    private Inbound next() throws InterruptedException {
        Inbound text = fromPhones.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(text).isNotNull();
        return text;
    }

    private void awaitState(UUID id, MessageState state) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> fixture.state(id) == state);
    }
}
