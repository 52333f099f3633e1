package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.CLAIMED;
import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.MessageState.FAILED;
import static nl.haltloket.notify.MessageState.IN_DOUBT;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Signals;
import org.junit.jupiter.api.Test;

class OutboxDoubtTest extends OutboxTestBase {
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
    void a_report_that_came_while_the_lease_was_being_lost_takes_the_doubt_away() {
        UUID id = claimAndDie("node-2");
        report("never-seen", DeliveryReport.State.DELIVERED);
        assertThat(fixture.state(id)).isEqualTo(CLAIMED);
        fixture.clock.advance(Duration.ofSeconds(10));
        assertThat(round()).isZero();
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(round()).isZero();
        assertThat(gateway.sent).isEmpty();
        assertThat(fixture.row(id).getBoolean("possible_double")).isFalse();
    }

    @Test
    void a_report_that_came_before_the_process_was_back_takes_the_doubt_away() {
        UUID id = claimAndDie("node-1");
        report("never-seen", DeliveryReport.State.DELIVERED);
        OutboxWorker reborn = fixture.worker(gateway, "node-1");
        await(reborn.start(new Signals(fixture.vertx, fixture.testDatabase.options())));
        assertThat(fixture.state(id)).isEqualTo(DELIVERED);
        await(reborn.stop());
        assertThat(gateway.sent).isEmpty();
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
}
