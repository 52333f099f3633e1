package nl.haltloket.notify.http;

import static nl.haltloket.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.DeliveryReport.State;
import nl.haltloket.notify.Inbound;
import nl.haltloket.notify.SendFailure;
import nl.haltloket.notify.Sms;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.testing.HttpFault;
import nl.haltloket.testing.NotifyPeer;
import nl.haltloket.testing.SettableClock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a peer that holds every request against the published rules of the Notify API. */
class NotifyGatewayTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration NEVER = Duration.ofDays(1);

    private final Vertx vertx = Vertx.vertx();
    private final SettableClock theirs = new SettableClock(NOW);
    private final SettableClock ours = new SettableClock(NOW);
    private final NotifyPeer peer = new NotifyPeer(vertx, theirs);
    private final List<DeliveryReport> reports = new CopyOnWriteArrayList<>();
    private final List<Inbound> texts = new CopyOnWriteArrayList<>();
    private NotifyGateway gateway;

    @BeforeEach
    void start() {
        gateway = open(new NotifyGateway(vertx, peer.settings(), ours, PATIENCE, NEVER));
    }

    private NotifyGateway open(NotifyGateway fresh) {
        fresh.onReport(report -> {
            reports.add(report);
            return Future.succeededFuture();
        });
        fresh.onInbound(text -> {
            texts.add(text);
            return Future.succeededFuture();
        });
        await(fresh.start());
        return fresh;
    }

    @AfterEach
    void stop() {
        await(gateway.close());
        await(vertx.close());
    }

    private static Sms sms() {
        return sms("+31612345678");
    }

    private static Sms sms(String number) {
        return new Sms(UUID.randomUUID(), number, "Halt: uw kind is bij ons. € [é]", true, NOW.plusSeconds(7200));
    }

    private SendFailure refused(Sms sms) {
        try {
            await(gateway.send(sms));
        } catch (Exception e) {
            if (e instanceof SendFailure failure) {
                return failure;
            }
            throw e;
        }
        throw new AssertionError("It was taken");
    }

    @Test
    void a_text_goes_whole_into_the_one_placeholder_under_our_id() {
        Sms sms = sms();
        List<String> ids = await(gateway.send(sms));
        assertThat(ids).isEqualTo(peer.idsOf(sms.id())).hasSize(1);
        assertThat(peer.posted())
                .containsExactly(new JsonObject()
                        .put("phone_number", sms.number())
                        .put("template_id", NotifyPeer.TEMPLATE)
                        .put("personalisation", new JsonObject().put("tekst", sms.text()))
                        .put("reference", sms.id().toString()));
        assertThat(gateway.health().up()).isTrue();
    }

    @Test
    void every_try_is_signed_anew() {
        await(gateway.send(sms()));
        ours.advance(Duration.ofMinutes(1));
        theirs.advance(Duration.ofMinutes(1));
        await(gateway.send(sms()));
        assertThat(peer.authorizations()).hasSize(3).allMatch(each -> each.startsWith("Bearer "));
        assertThat(peer.authorizations().get(2))
                .isNotEqualTo(peer.authorizations().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMIT, Throttled, notify-429-RateLimitError",
        "DAY_LIMIT, Retryable, notify-429-TooManyRequestsError",
        "FAULT, Retryable, notify-500-Exception",
        "TRIAL_MODE, Refused, notify-400-BadRequestError",
        "SILENT, Unanswered, notify-no-answer",
        "GARBAGE, Unanswered, notify-unreadable"
    })
    void a_refusal_means_what_the_documentation_says(HttpFault fault, String kind, String code) {
        peer.next(fault);
        SendFailure failure = refused(sms());
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.code()).isEqualTo(code);
        assertThat(gateway.health().up()).isTrue();
        assertThat(await(gateway.send(sms()))).hasSize(1);
    }

    @Test
    void a_number_that_is_none_is_refused_for_good() {
        SendFailure failure = refused(sms("+99912345678"));
        assertThat(failure).isInstanceOf(SendFailure.Permanent.class);
        assertThat(failure.code()).isEqualTo("notify-400-ValidationError");
    }

    @ParameterizedTest
    @CsvSource({"TAKES_SILENTLY", "TAKES_AND_BREAKS", "TAKES_AND_FAULTS"})
    void what_was_taken_without_an_answer_is_found_and_not_sent_again(HttpFault fault) {
        Sms sms = sms();
        peer.next(fault);
        assertThat(await(gateway.send(sms))).isEqualTo(peer.idsOf(sms.id()));
        assertThat(peer.posted()).hasSize(1);
        assertThat(await(gateway.find(sms))).hasSize(1);
    }

    @Test
    void what_it_never_got_is_not_found() {
        assertThat(await(gateway.find(sms()))).isEmpty();
    }

    @Test
    void a_clock_that_is_off_is_said_in_so_many_words_and_can_be_mended() {
        ours.advance(Duration.ofSeconds(45));
        SendFailure failure = refused(sms());
        assertThat(failure).isInstanceOf(SendFailure.Retryable.class);
        assertThat(failure.code()).isEqualTo("notify-403-AuthError");
        assertThat(gateway.health().up()).isFalse();
        assertThat(gateway.health().sentence())
                .isEqualTo("Notify weigert: de klok van deze computer loopt 45 seconden voor. Zet de klok gelijk.");
        theirs.advance(Duration.ofSeconds(45));
        await(gateway.look());
        assertThat(gateway.health().up()).isTrue();
    }

    @Test
    void a_key_that_is_not_ours_is_refused() {
        await(gateway.close());
        String wrong = "loket-" + NotifyPeer.SERVICE + "-" + UUID.randomUUID();
        gateway = open(new NotifyGateway(vertx, peer.settings(wrong), ours, PATIENCE, NEVER));
        assertThat(gateway.health().sentence()).isEqualTo("Notify weigert de API-sleutel.");
        assertThat(refused(sms())).isInstanceOf(SendFailure.Retryable.class);
        assertThat(peer.posted()).isEmpty();
    }

    @Test
    void what_is_no_key_stops_the_start() {
        assertThatThrownBy(() -> new NotifyGateway(vertx, peer.settings("geheim"), ours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sms.1.key");
    }

    @Test
    void a_peer_that_died_is_down_until_it_is_back() {
        peer.die();
        // A connection that was kept for later may only now be seen to be gone, and that is a doubt.
        Awaitility.await()
                .until(() -> refused(sms()) instanceof SendFailure.Retryable gone
                        && gone.code().equals("notify-unreachable"));
        assertThat(gateway.health().sentence()).isEqualTo("Notify is niet bereikbaar.");
        peer.rise();
        await(gateway.look());
        assertThat(gateway.health().up()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "created, ACCEPTED",
        "sending, ACCEPTED",
        "pending, ACCEPTED",
        "sent, ACCEPTED",
        "delivered, DELIVERED",
        "permanent-failure, FAILED",
        "technical-failure, FAILED",
        "temporary-failure, EXPIRED",
        "eaten-by-the-dog, UNKNOWN"
    })
    void a_receipt_says_what_its_status_means(String status, State state) {
        Sms sms = sms();
        String id = await(gateway.send(sms)).getFirst();
        peer.becomes(id, status);
        await(gateway.reported(peer.receipt(id)));
        assertThat(reports).containsExactly(new DeliveryReport(id, state, status, "31612345678", NOW, sms.id()));
    }

    @Test
    void a_message_that_no_callback_tells_of_is_asked_for() {
        Sms sms = sms();
        String id = await(gateway.send(sms)).getFirst();
        peer.becomes(id, "delivered");
        await(gateway.look());
        assertThat(reports).isEmpty();
        ours.advance(Duration.ofSeconds(10));
        await(gateway.look());
        assertThat(reports)
                .containsExactly(
                        new DeliveryReport(id, State.DELIVERED, "delivered", "", NOW.plusSeconds(10), sms.id()));
        ours.advance(Duration.ofHours(1));
        await(gateway.look());
        assertThat(reports).hasSize(1);
    }

    @Test
    void what_was_delivered_while_the_desk_was_off_is_read_at_its_start() {
        Sms sms = sms();
        String id = await(gateway.send(sms)).getFirst();
        peer.becomes(id, "permanent-failure");
        await(gateway.close());
        gateway = open(new NotifyGateway(vertx, peer.settings(), ours, PATIENCE, NEVER));
        assertThat(reports).extracting(DeliveryReport::state).containsExactly(State.FAILED);
    }

    @Test
    void a_receipt_without_a_message_is_refused() {
        assertThatThrownBy(() -> gateway.reported(new JsonObject().put("status", "delivered")))
                .isInstanceOf(Refusal.class);
        assertThat(reports).isEmpty();
    }

    @Test
    void a_text_that_comes_in_is_handed_on_with_its_id() {
        await(gateway.received(new JsonObject()
                .put("id", "3dd18f6c-5d5f-4d58-9b3a-6e5c7d7f9d10")
                .put("source_number", "31612345678")
                .put("destination_number", "3197010240000")
                .put("message", "Ik kom eraan")
                .put("date_received", "2026-11-22T20:00:00.000000Z")));
        assertThat(texts)
                .containsExactly(new Inbound(
                        "notify-1", "3dd18f6c-5d5f-4d58-9b3a-6e5c7d7f9d10", "31612345678", "Ik kom eraan", NOW));
    }
}
