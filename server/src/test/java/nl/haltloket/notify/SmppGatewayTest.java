package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import nl.haltloket.notify.DeliveryReport.State;
import nl.haltloket.testing.SmppPeer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmppGatewayTest {
    private static final long ANSWER_MILLIS = 1500;

    private final Vertx vertx = Vertx.vertx();
    private final BlockingQueue<DeliveryReport> reports = new LinkedBlockingQueue<>();
    private final SmppPeer peer = new SmppPeer();
    private SmppGateway gateway;

    @BeforeEach
    void open() {
        gateway = gateway(peer.port());
    }

    @AfterEach
    void close() {
        await(gateway.close());
        await(vertx.close());
        peer.close();
    }

    @Test
    void a_text_is_submitted_and_reported() throws InterruptedException {
        await(gateway.start());
        assertThat(gateway.health().up()).isTrue();
        assertThat(peer.await("bind").getInteger("version")).isEqualTo(0x34);
        List<String> ids = await(gateway.send(sms("Halt: één € bij [u]")));
        JsonObject submit = peer.await("submit");
        assertThat(submit.getString("text")).isEqualTo("Halt: één € bij [u]");
        assertThat(submit.getInteger("coding")).isZero();
        assertThat(submit.getString("from")).isEqualTo("Halt");
        assertThat(submit.getInteger("fromTon")).isEqualTo(5);
        assertThat(submit.getString("to")).isEqualTo("31612345678");
        assertThat(submit.getInteger("registered")).isEqualTo(1);
        DeliveryReport report = report();
        assertThat(report.providerId()).isEqualTo(ids.getFirst());
        assertThat(report.state()).isEqualTo(State.DELIVERED);
        assertThat(report.code()).isEqualTo("DELIVRD/000");
        assertThat(report.number()).isEqualTo("31612345678");
    }

    @Test
    void another_script_goes_as_ucs_2() {
        await(gateway.start());
        await(gateway.send(sms("Halt: Zoë, أهلا 🙂")));
        JsonObject submit = peer.await("submit");
        assertThat(submit.getString("text")).isEqualTo("Halt: Zoë, أهلا 🙂");
        assertThat(submit.getInteger("coding")).isEqualTo(8);
    }

    @Test
    void a_long_text_goes_in_parts_with_one_reference() {
        await(gateway.start());
        String text = "Halt: " + "lang ".repeat(60);
        assertThat(await(gateway.send(sms(text)))).hasSize(2);
        JsonObject one = peer.await("submit");
        JsonObject two = peer.await("submit");
        assertThat(one.getString("text") + two.getString("text")).isEqualTo(text);
        assertThat(one.getString("udh")).endsWith("0201").startsWith("0003");
        assertThat(two.getString("udh")).isEqualTo(one.getString("udh").replaceAll("01$", "02"));
    }

    @Test
    void a_report_before_the_answer_and_twice_comes_through_twice() throws InterruptedException {
        peer.tell(new JsonObject().put("early", true).put("times", 2).put("idAs", "decimal"));
        await(gateway.start());
        Future<List<String>> sent = gateway.send(sms("Halt: vroeg"));
        DeliveryReport first = report();
        assertThat(report().providerId()).isEqualTo(first.providerId());
        assertThat(ProviderIds.spellings(first.providerId()))
                .contains(await(sent).getFirst());
    }

    @Test
    void failing_and_unknown_codes_are_reports_and_not_exceptions() throws InterruptedException {
        await(gateway.start());
        peer.tell(new JsonObject().put("stat", "UNDELIV").put("err", "020"));
        await(gateway.send(sms("Halt: een")));
        DeliveryReport failed = report();
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.code()).isEqualTo("UNDELIV/020");
        peer.tell(new JsonObject().put("stat", "WHATEVR"));
        await(gateway.send(sms("Halt: twee")));
        assertThat(report().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_report_that_is_not_kept_is_refused_so_that_it_comes_again() {
        gateway.onReport(report -> Future.failedFuture("the database is away"));
        await(gateway.start());
        await(gateway.send(sms("Halt: een")));
        assertThat(peer.await("reported").getInteger("status")).isNotZero();
    }

    @Test
    void throttling_keeps_a_place_and_a_bad_number_is_not() {
        await(gateway.start());
        peer.tell(new JsonObject().put("status", 0x58).put("count", 1));
        assertThat(failure(gateway.send(sms("Halt: een"))))
                .isInstanceOf(SendFailure.Throttled.class)
                .hasMessage("smpp-0x58");
        peer.tell(new JsonObject().put("status", 0x0B).put("count", 1));
        assertThat(failure(gateway.send(sms("Halt: een"))))
                .isInstanceOf(SendFailure.Permanent.class)
                .hasMessage("smpp-0x0B");
    }

    @Test
    void silence_is_not_an_answer() {
        await(gateway.start());
        peer.tell(new JsonObject().put("silent", 1));
        assertThat(failure(gateway.send(sms("Halt: een")))).isInstanceOf(SendFailure.Unanswered.class);
        assertThat(await(gateway.send(sms("Halt: twee")))).hasSize(1);
    }

    @Test
    void a_dropped_connection_leaves_doubt_and_is_bound_again() {
        await(gateway.start());
        peer.await("bind");
        peer.tell(new JsonObject().put("silent", 1));
        Future<List<String>> sent = gateway.send(sms("Halt: een"));
        peer.await("submit");
        peer.tell(new JsonObject().put("drop", true));
        assertThat(failure(sent)).isInstanceOf(SendFailure.Unanswered.class);
        peer.await("bind");
        awaitUp(true);
        assertThat(await(gateway.send(sms("Halt: twee")))).hasSize(1);
    }

    @Test
    void a_refused_bind_keeps_health_down_until_it_is_accepted() {
        peer.tell(new JsonObject().put("refuseBind", true));
        await(gateway.start());
        assertThat(gateway.health().up()).isFalse();
        assertThat(gateway.health().sentence()).isEqualTo("De sms-gateway weigert de aanmelding.");
        assertThat(failure(gateway.send(sms("Halt: een")))).isInstanceOf(SendFailure.Retryable.class);
        peer.tell(new JsonObject().put("refuseBind", false));
        awaitUp(true);
    }

    @Test
    void a_bind_without_an_answer_does_not_stop_the_start_and_is_tried_again() {
        peer.tell(new JsonObject().put("muteBind", true));
        await(gateway.start());
        assertThat(gateway.health().up()).isFalse();
        assertThat(gateway.health().sentence()).isEqualTo("De sms-gateway is niet bereikbaar.");
        peer.tell(new JsonObject().put("muteBind", false));
        awaitUp(true);
    }

    @Test
    void a_gateway_that_goes_and_comes_back_is_bound_again_and_each_change_is_told() {
        BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
        gateway.onHealth(() -> changes.add(gateway.health().up()));
        await(gateway.start());
        peer.tell(new JsonObject().put("vanish", true));
        awaitUp(false);
        assertThat(failure(gateway.send(sms("Halt: een")))).isInstanceOf(SendFailure.Retryable.class);
        peer.tell(new JsonObject().put("return", true));
        awaitUp(true);
        assertThat(await(gateway.send(sms("Halt: twee")))).hasSize(1);
        assertThat(changes).startsWith(true, false).endsWith(true);
    }

    @Test
    void bytes_that_are_no_smpp_end_the_connection_and_it_is_bound_again() {
        await(gateway.start());
        peer.await("bind");
        peer.tell(new JsonObject().put("garbage", "0000000500000000000000ff"));
        peer.await("bind");
        awaitUp(true);
        assertThat(await(gateway.send(sms("Halt: een")))).hasSize(1);
    }

    @Test
    void a_status_that_no_book_knows_is_for_good_here_and_may_go_elsewhere() {
        await(gateway.start());
        peer.tell(new JsonObject().put("status", 0x4A1).put("count", 1));
        assertThat(failure(gateway.send(sms("Halt: een"))))
                .isInstanceOf(SendFailure.Refused.class)
                .hasMessage("smpp-0x4A1");
    }

    @Test
    void an_absent_gateway_does_not_stop_the_start() {
        peer.close();
        await(gateway.start());
        assertThat(gateway.health().up()).isFalse();
        assertThat(gateway.health().sentence()).isEqualTo("De sms-gateway is niet bereikbaar.");
    }

    @Test
    void closing_says_goodbye() {
        await(gateway.start());
        await(gateway.close());
        assertThat(peer.await("unbind")).isNotNull();
    }

    private SmppGateway gateway(int port) {
        SmppConfig config = NotifyFixture.smpp("smpp-1", port);
        SmppGateway made = new SmppGateway(vertx, config, Clock.systemUTC(), ANSWER_MILLIS);
        made.onReport(report -> {
            reports.add(report);
            return Future.succeededFuture();
        });
        return made;
    }

    private DeliveryReport report() throws InterruptedException {
        DeliveryReport report = reports.poll(5, TimeUnit.SECONDS);
        assertThat(report).isNotNull();
        return report;
    }

    private void awaitUp(boolean up) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> gateway.health().up() == up);
    }

    private static Throwable failure(Future<?> future) {
        assertThatThrownBy(() -> await(future)).isInstanceOf(Exception.class);
        return future.cause();
    }

    private static Sms sms(String text) {
        return new Sms(
                UUID.randomUUID(), "+31612345678", text, true, Instant.now().plusSeconds(7200));
    }
}
