package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.CANCELLED;
import static nl.haltloket.notify.MessageState.EXPIRED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.QUEUED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Signals;
import nl.haltloket.refusal.Refusal;
import org.junit.jupiter.api.Test;

class OutboxWorkerTest extends OutboxTestBase {
    @Test
    void a_message_is_sent_and_accepted() {
        UUID id = fixture.enqueue();
        assertThat(round()).isEqualTo(1);
        assertThat(gateway.sent.getFirst().number()).isEqualTo(NotifyFixture.NUMBER);
        assertThat(gateway.sent.getFirst().text()).isEqualTo(NotifyFixture.TEXT);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(fixture.told).containsExactly(ACCEPTED);
        assertThat(round()).isZero();
    }

    @Test
    void number_and_text_are_sealed() {
        String row = fixture.row(fixture.enqueue()).deepToString();
        assertThat(row).doesNotContain("612345678").doesNotContain("Halt-loket");
    }

    @Test
    void a_rollback_leaves_nothing_to_send() {
        Message message = fixture.message();
        Future<Void> undone = fixture.database.inTransaction(tx ->
                fixture.outbox.enqueue(tx, message).compose(done -> Future.<Void>failedFuture("the cause failed")));
        assertThatThrownBy(() -> await(undone)).hasMessageContaining("the cause failed");
        assertThat(fixture.count("outbox")).isZero();
        assertThat(round()).isZero();
    }

    @Test
    void a_text_with_a_link_is_not_enqueued() {
        Message link = fixture.message("Halt: kijk op https://halt.nl/x", 0, Duration.ofHours(1));
        assertThatThrownBy(() -> fixture.enqueue(link)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void retries_follow_the_schedule() {
        UUID id = fixture.enqueue();
        List<Integer> waited = new ArrayList<>();
        for (int seconds : List.of(0, 0, 1, 3, 8, 20, 60, 60)) {
            waited.add(seconds);
            if (seconds > 0) {
                fixture.clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
                assertThat(round()).as("just before %s", waited).isZero();
                fixture.clock.advance(Duration.ofMillis(1));
            }
            gateway.answers.add(Future.failedFuture(SendFailure.retryable("smpp-0x58")));
            assertThat(round()).as("after %s", waited).isEqualTo(1);
            assertThat(fixture.state(id)).isEqualTo(QUEUED);
        }
        assertThat(fixture.told).isEmpty();
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(fixture.row(id).getInteger("attempts")).isEqualTo(9);
        assertThat(fixture.row(id).getBoolean("possible_double")).isFalse();
    }

    @Test
    void expiry_is_looked_at_in_the_last_moment() {
        UUID inside = fixture.enqueue(fixture.message(NotifyFixture.TEXT, 0, Duration.ofSeconds(60)));
        UUID outside = fixture.enqueue(fixture.message(NotifyFixture.TEXT, 0, Duration.ofSeconds(59)));
        fixture.clock.advance(Duration.ofSeconds(59));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(inside)).isEqualTo(ACCEPTED);
        assertThat(fixture.state(outside)).isEqualTo(EXPIRED);
    }

    @Test
    void a_waiting_retry_is_seen_to_expire_on_time() {
        UUID id = fixture.enqueue(fixture.message(NotifyFixture.TEXT, 0, Duration.ofMillis(500)));
        gateway.answers.add(Future.failedFuture(SendFailure.retryable("a")));
        gateway.answers.add(Future.failedFuture(SendFailure.retryable("b")));
        assertThat(round()).isEqualTo(1);
        assertThat(round()).isEqualTo(1);
        fixture.clock.advance(Duration.ofMillis(500));
        assertThat(round()).isZero();
        assertThat(fixture.state(id)).isEqualTo(EXPIRED);
    }

    @Test
    void a_cancelled_message_is_not_sent() {
        UUID id = fixture.enqueue();
        cancel();
        UUID later = fixture.enqueue();
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(CANCELLED);
        assertThat(fixture.state(later)).isEqualTo(ACCEPTED);
    }

    @Test
    void a_message_cancelled_while_it_is_sent_is_not_tried_again() {
        UUID id = fixture.enqueue();
        Promise<List<String>> answer = Promise.promise();
        gateway.answers.add(answer.future());
        Future<Integer> round = worker.runOnce();
        awaitClaim(id);
        cancel();
        answer.fail(SendFailure.retryable("smpp-0x58"));
        assertThat(await(round)).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(CANCELLED);
        assertThat(round()).isZero();
    }

    @Test
    void a_permanent_failure_is_not_tried_again() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.permanent("smpp-0x0B")));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(FAILED);
        assertThat(fixture.row(id).getString("code")).isEqualTo("smpp-0x0B");
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(round()).isZero();
    }

    @Test
    void two_workers_never_send_a_message_twice() {
        int messages = 60;
        for (int i = 0; i < messages; i++) {
            fixture.enqueueTo(i);
        }
        OutboxWorker other = fixture.worker(gateway, "node-2");
        List<Future<Integer>> rounds = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rounds.add(worker.runOnce());
            rounds.add(other.runOnce());
        }
        await(Future.join(rounds));
        while (round() > 0) {
            // What the parallel rounds left, because each takes a bounded batch.
        }
        List<UUID> sent = gateway.sent.stream().map(Sms::id).toList();
        assertThat(new HashSet<>(sent)).hasSize(messages);
        assertThat(sent).hasSize(messages);
    }

    @Test
    void higher_priority_goes_first() {
        gateway.window = 1;
        fixture.enqueue(fixture.message("Halt: een", 0, Duration.ofHours(1)));
        fixture.enqueue(fixture.message("Halt: twee", 5, Duration.ofHours(1)));
        assertThat(round()).isEqualTo(1);
        assertThat(gateway.sent.getFirst().text()).isEqualTo("Halt: twee");
    }

    @Test
    void nothing_is_claimed_while_the_gateway_is_down() {
        UUID id = fixture.enqueue();
        gateway.up = false;
        assertThat(round()).isZero();
        assertThat(fixture.row(id).getInteger("attempts")).isZero();
        gateway.up = true;
        assertThat(round()).isEqualTo(1);
    }

    @Test
    void an_erased_case_takes_its_messages_with_it() {
        UUID id = fixture.enqueue();
        await(fixture.testDatabase
                .pool()
                .preparedQuery("DELETE FROM case_key WHERE case_id = $1")
                .execute(Tuple.of(fixture.caseId)));
        await(fixture.database.inTransaction(tx -> fixture.outbox.forget(tx, fixture.caseId)));
        assertThat(round()).isZero();
        assertThat(fixture.state(id)).isEqualTo(CANCELLED);
        assertThat(fixture.row(id).getBuffer("number_match")).isNull();
    }

    @Test
    void a_committed_message_wakes_the_worker_and_a_stop_waits_for_the_answer() {
        Signals signals = new Signals(fixture.vertx, fixture.testDatabase.options());
        await(worker.start(signals));
        await(signals.start());
        Promise<List<String>> answer = Promise.promise();
        gateway.answers.add(answer.future());
        UUID id = fixture.enqueue();
        awaitClaim(id);
        Future<Void> stopped = worker.stop();
        assertThat(stopped.isComplete()).isFalse();
        answer.complete(List.of("x"));
        await(stopped);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        await(signals.close());
    }
}
