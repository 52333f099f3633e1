package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.CANCELLED;
import static nl.haltloket.notify.MessageState.CLAIMED;
import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.EXPIRED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.MessageState.QUEUED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.db.Signals;
import nl.haltloket.refusal.Refusal;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxWorkerTest {
    private final ScriptedGateway gateway = new ScriptedGateway();
    private NotifyFixture fixture;
    private OutboxWorker worker;

    @BeforeEach
    void open(@TempDir Path directory) {
        fixture = new NotifyFixture(directory);
        worker = fixture.worker(gateway, "node-1");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

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
    void a_report_makes_it_delivered_and_a_double_report_changes_nothing() {
        UUID id = fixture.enqueue();
        assertThat(round()).isEqualTo(1);
        report("id-1", DeliveryReport.State.DELIVERED);
        report("id-1", DeliveryReport.State.DELIVERED);
        report("id-1", DeliveryReport.State.ACCEPTED);
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
        assertThat(fixture.told).containsExactly(ACCEPTED, DELIVERED);
        assertThat(fixture.count("message_report")).isEqualTo(2);
    }

    @Test
    void an_early_report_is_parked_until_its_id_is_known() {
        UUID id = fixture.enqueue();
        Promise<List<String>> answer = Promise.promise();
        gateway.answers.add(answer.future());
        Future<Integer> round = worker.runOnce();
        awaitClaim(id);
        report("a-1", DeliveryReport.State.DELIVERED);
        assertThat(fixture.state(id)).isEqualTo(CLAIMED);
        answer.complete(List.of("a-1"));
        assertThat(await(round)).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
        assertThat(fixture.told).containsExactly(ACCEPTED, DELIVERED);
    }

    @Test
    void a_report_in_decimal_finds_the_id_in_hexadecimal() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.succeededFuture(List.of("793d87cc")));
        assertThat(round()).isEqualTo(1);
        report("2034075596", DeliveryReport.State.DELIVERED);
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
    }

    @Test
    void an_unknown_report_is_kept_and_changes_nothing() {
        UUID id = fixture.enqueue();
        assertThat(round()).isEqualTo(1);
        report("id-1", DeliveryReport.State.UNKNOWN);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(fixture.count("message_report")).isEqualTo(1);
    }

    @Test
    void all_parts_must_be_reported() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.succeededFuture(List.of("p-1", "p-2")));
        assertThat(round()).isEqualTo(1);
        report("p-2", DeliveryReport.State.DELIVERED);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        report("p-1", DeliveryReport.State.DELIVERED);
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
    }

    @Test
    void an_unanswered_message_is_sent_again_once_and_that_is_recorded() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.unanswered("smpp-no-answer")));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(IN_DOUBT);
        fixture.clock.advance(Duration.ofMillis(4999));
        assertThat(round()).isZero();
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.row(id).getBoolean("possible_double")).isTrue();
        assertThat(fixture.told).containsExactly(IN_DOUBT, ACCEPTED);
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(round()).isZero();
        assertThat(gateway.sent).hasSize(2);
    }

    @Test
    void after_three_doubts_a_person_must_call() {
        UUID id = fixture.enqueue();
        for (int doubts = 1; doubts <= 4; doubts++) {
            assertThat(fixture.told).hasSize(doubts - 1);
            gateway.answers.add(Future.failedFuture(SendFailure.unanswered("smpp-no-answer")));
            assertThat(round()).isEqualTo(1);
            fixture.clock.advance(Duration.ofSeconds(5));
        }
        assertThat(fixture.told).containsExactly(IN_DOUBT, IN_DOUBT, IN_DOUBT, FAILED);
        assertThat(round()).isZero();
        assertThat(fixture.state(id)).isEqualTo(FAILED);
    }

    @Test
    void a_report_on_the_number_takes_the_doubt_away() {
        UUID id = fixture.enqueue();
        gateway.answers.add(Future.failedFuture(SendFailure.unanswered("smpp-no-answer")));
        assertThat(round()).isEqualTo(1);
        report("never-seen", DeliveryReport.State.DELIVERED);
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(round()).isZero();
        assertThat(fixture.row(id).getBoolean("possible_double")).isFalse();
    }

    @Test
    void a_report_that_came_before_the_doubt_takes_it_away_too() {
        UUID id = fixture.enqueue();
        Promise<List<String>> answer = Promise.promise();
        gateway.answers.add(answer.future());
        Future<Integer> round = worker.runOnce();
        awaitClaim(id);
        report("never-seen", DeliveryReport.State.DELIVERED);
        answer.fail(SendFailure.unanswered("smpp-no-answer"));
        assertThat(await(round)).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
    }

    @Test
    void what_a_killed_process_was_sending_is_in_doubt_when_it_comes_back() {
        UUID id = claimAndDie("node-1");
        OutboxWorker reborn = fixture.worker(gateway, "node-1");
        await(reborn.start(new Signals(fixture.vertx, fixture.testDatabase.options())));
        assertThat(fixture.state(id)).isEqualTo(IN_DOUBT);
        await(reborn.stop());
        fixture.clock.advance(Duration.ofSeconds(5));
        assertThat(round()).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
        assertThat(fixture.row(id).getBoolean("possible_double")).isTrue();
    }

    @Test
    void another_node_takes_over_after_the_lease() {
        UUID id = claimAndDie("node-2");
        fixture.clock.advance(Duration.ofMillis(9999));
        assertThat(round()).isZero();
        assertThat(fixture.state(id)).isEqualTo(CLAIMED);
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(round()).isZero();
        assertThat(fixture.state(id)).isEqualTo(IN_DOUBT);
    }

    @Test
    void a_late_answer_ends_the_doubt() {
        UUID id = fixture.enqueue();
        Promise<List<String>> answer = Promise.promise();
        gateway.answers.add(answer.future());
        Future<Integer> round = worker.runOnce();
        awaitClaim(id);
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(await(fixture.worker(new ScriptedGateway(), "node-2").runOnce()))
                .isZero();
        assertThat(fixture.state(id)).isEqualTo(IN_DOUBT);
        answer.complete(List.of("late"));
        assertThat(await(round)).isEqualTo(1);
        assertThat(fixture.state(id)).isEqualTo(ACCEPTED);
    }

    @Test
    void two_workers_never_send_a_message_twice() {
        int messages = 60;
        for (int i = 0; i < messages; i++) {
            fixture.enqueue();
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

    private int round() {
        return await(worker.runOnce());
    }

    private void cancel() {
        await(fixture.database.inTransaction(tx -> fixture.outbox.cancel(tx, NotifyFixture.KEY)));
    }

    private void report(String providerId, DeliveryReport.State state) {
        DeliveryReport report =
                new DeliveryReport(providerId, state, state.name(), "31612345678", fixture.clock.instant());
        await(Objects.requireNonNull(gateway.keeper).apply(report));
    }

    /** A claim of which the answer never comes, and whose process is never heard of again. */
    private UUID claimAndDie(String node) {
        ScriptedGateway silent = new ScriptedGateway();
        silent.answers.add(Promise.<List<String>>promise().future());
        UUID id = fixture.enqueue();
        Future<Integer> never = fixture.worker(silent, node).runOnce();
        awaitClaim(id);
        assertThat(never.isComplete()).isFalse();
        return id;
    }

    private void awaitClaim(UUID id) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(5))
                .until(() -> fixture.state(id) == CLAIMED);
    }
}
