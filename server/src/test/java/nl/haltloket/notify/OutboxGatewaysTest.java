package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.MessageState.QUEUED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two gateways behind one outbox. */
class OutboxGatewaysTest extends OutboxTestBase {
    private final ScriptedGateway second = new ScriptedGateway("second");
    private GatewaySet set;

    @BeforeEach
    void add() {
        worker = fixture.worker(List.of(gateway, second), "node-1");
        set = new GatewaySet(fixture.vertx, List.of(gateway, second), fixture.clock);
    }

    @Test
    void a_failed_attempt_goes_to_the_other_gateway_at_once() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.retryable("smpp-0x08")));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(QUEUED);
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(gateway.sent).hasSize(1);
        assertThat(second.sent).hasSize(1);
        assertThat(fixture.attempts())
                .extracting(Attempt::gateway, Attempt::outcome, Attempt::code)
                .containsExactly(
                        tuple("scripted", Attempt.Outcome.FAILED, "smpp-0x08"),
                        tuple("second", Attempt.Outcome.ACCEPTED, null));
    }

    @Test
    void the_schedule_goes_on_across_both() {
        fixture.enqueue();
        List<Integer> turns = new ArrayList<>();
        for (int seconds : List.of(0, 0, 1, 3, 8, 20, 60, 60)) {
            fixture.clock.advance(Duration.ofSeconds(seconds));
            gateway.answers.add(Future.failedFuture(SendFailure.retryable("a")));
            second.answers.add(Future.failedFuture(SendFailure.retryable("b")));
            assertThat(round()).isEqualTo(1);
            turns.add(gateway.sent.size() - second.sent.size());
        }
        assertThat(turns).containsExactly(1, 0, 1, 0, 1, 0, 1, 0);
    }

    @Test
    void a_doubt_is_sent_again_through_the_other_and_counted() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.unanswered("smpp-no-answer")));
        assertThat(round()).isEqualTo(1);
        fixture.clock.advance(Duration.ofSeconds(5));
        assertThat(round()).isEqualTo(1);
        assertThat(second.sent).hasSize(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(fixture.row(id).getBoolean("possible_double")).isTrue();
        assertThat(fixture.count("outbox WHERE possible_double")).isEqualTo(1);
    }

    @Test
    void a_report_of_another_gateway_does_not_take_a_doubt_away() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.unanswered("smpp-no-answer")));
        assertThat(round()).isEqualTo(1);
        DeliveryReport report = new DeliveryReport(
                "strange", DeliveryReport.State.DELIVERED, "DELIVRD", "31612345678", fixture.clock.instant());
        await(Objects.requireNonNull(second.keeper).apply(report));
        assertThat(fixture.state(id)).isEqualTo(IN_DOUBT);
        await(Objects.requireNonNull(gateway.keeper).apply(report));
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
    }

    @Test
    void a_refused_sender_tries_the_other_and_each_only_once() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.refused("smpp-0x0A")));
        second.answers.add(Future.failedFuture(SendFailure.refused("notify-400")));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(QUEUED);
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(FAILED);
        assertThat(fixture.row(id).getString("code")).isEqualTo("notify-400");
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(round()).isZero();
    }

    @Test
    void what_one_refused_waits_for_the_other_and_holds_up_nobody() {
        UUID id = fixture.enqueueTo(1);
        gateway.answers.add(Future.failedFuture(SendFailure.refused("smpp-0x0A")));
        second.up = false;
        assertThat(round()).isEqualTo(1);
        UUID other = fixture.enqueueTo(2);
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(other)).isEqualTo(ACCEPTED);
        assertThat(fixture.state(id)).isEqualTo(QUEUED);
        assertThat(fixture.row(id).getInteger("attempts")).isEqualTo(1);
        second.up = true;
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
    }

    @Test
    void a_wrong_number_is_wrong_for_all() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.permanent("smpp-0x0B")));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(FAILED);
        assertThat(second.sent).isEmpty();
    }

    @Test
    void a_throttled_message_goes_through_the_other_at_once() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.throttled("smpp-0x58")));
        assertThat(round()).isEqualTo(1);
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(second.sent).hasSize(1);
    }

    @Test
    void a_gateway_that_fails_three_times_is_left_alone_and_tried_with_one() {
        for (int i = 0; i < 3; i++) {
            gateway.answers.add(Future.failedFuture(SendFailure.retryable("down")));
            fixture.enqueueTo(i);
        }
        assertThat(round()).isEqualTo(3);
        assertThat(round()).isEqualTo(3);
        assertThat(second.sent).hasSize(3);
        for (int i = 3; i < 8; i++) {
            fixture.enqueueTo(i);
        }
        assertThat(round()).isEqualTo(5);
        assertThat(second.sent).as("none is spent on the broken one").hasSize(8);
        fixture.clock.advance(CircuitBreaker.OPEN_MIN);
        gateway.answers.add(Future.failedFuture(SendFailure.retryable("still down")));
        fixture.enqueueTo(8);
        fixture.enqueueTo(9);
        assertThat(round()).isEqualTo(2);
        assertThat(gateway.sent).as("one on trial").hasSize(4);
        fixture.clock.advance(CircuitBreaker.OPEN_MIN.multipliedBy(2));
        assertThat(round()).isEqualTo(1);
        fixture.enqueueTo(10);
        assertThat(round()).isEqualTo(1);
        assertThat(gateway.sent).as("the trial").hasSize(5);
        fixture.enqueueTo(11);
        fixture.enqueueTo(12);
        assertThat(round()).isEqualTo(2);
        assertThat(gateway.sent).as("trusted again").hasSize(7);
        assertThat(fixture.count("outbox WHERE state <> 'ACCEPTED'")).isZero();
    }

    @Test
    void a_number_that_hangs_delays_no_other_and_gets_one_at_a_time() {
        gateway.answers.add(Promise.<List<String>>promise().future());
        UUID hangs = fixture.enqueueTo(1);
        Future<Integer> never = worker.runOnce();
        awaitClaim(hangs);
        UUID same = fixture.enqueueTo(1);
        List<UUID> others = new ArrayList<>();
        for (int i = 2; i < 12; i++) {
            others.add(fixture.enqueueTo(i));
        }
        assertThat(round()).isEqualTo(10);
        assertThat(others).allMatch(id -> fixture.state(id) == ACCEPTED);
        assertThat(fixture.state(same)).isEqualTo(QUEUED);
        assertThat(round()).isZero();
        assertThat(never.isComplete()).isFalse();
    }

    @Test
    void several_to_one_number_go_one_after_the_other_in_order() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(fixture.enqueueTo(1));
            fixture.clock.advance(Duration.ofMillis(1));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(round()).isEqualTo(1);
        }
        assertThat(gateway.sent).extracting(Sms::id).containsExactlyElementsOf(all);
    }

    @Test
    void another_text_to_a_number_in_doubt_waits_until_the_doubt_is_over() {
        gateway.answers.add(Future.failedFuture(SendFailure.unanswered("smpp-no-answer")));
        fixture.enqueueTo(1);
        assertThat(round()).isEqualTo(1);
        UUID next = fixture.enqueueTo(1);
        assertThat(round()).isZero();
        fixture.clock.advance(Duration.ofSeconds(5));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(next)).isEqualTo(QUEUED);
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(next)).isEqualTo(ACCEPTED);
    }

    @Test
    void the_health_says_which_way_texts_go() {
        assertThat(set.health().up()).isTrue();
        assertThat(set.statuses()).extracting(GatewayStatus::used).containsExactly(true, false);
        gateway.up = false;
        assertThat(set.health().up()).isTrue();
        assertThat(set.health().sentence()).startsWith("Sms gaat via second in plaats van scripted");
        assertThat(set.statuses()).extracting(GatewayStatus::used).containsExactly(false, true);
        second.up = false;
        assertThat(set.health().up()).isFalse();
        assertThat(set.health().sentence()).isEqualTo("Geen van de sms-gateways werkt.");
        assertThat(set.statuses()).extracting(GatewayStatus::used).containsExactly(false, false);
    }
}
