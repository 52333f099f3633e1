package nl.haltloket.notify;

import static nl.haltloket.notify.MessageState.ACCEPTED;
import static nl.haltloket.notify.MessageState.CLAIMED;
import static nl.haltloket.notify.MessageState.DELIVERED;
import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxReportTest extends OutboxTestBase {
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
    void a_report_waits_for_the_answer_on_its_own_message_and_for_no_other() {
        DeliveryReport.State delivered = DeliveryReport.State.DELIVERED;
        UUID own = fixture.enqueueTo(1);
        UUID other = fixture.enqueueTo(2);
        assertThat(round()).isEqualTo(2);
        Promise<Void> written = Promise.promise();
        ReportRepository.About about = new ReportRepository.About("scripted", List.of("id-1"), null, own);
        Promise<Void> held = Promise.promise();
        Future<Void> answer = fixture.database.inTransaction(tx -> new ReportRepository()
                .lock(tx, about)
                .onSuccess(held::tryComplete)
                .compose(_ -> written.future()));
        await(held.future());
        Future<Void> mine = keep("id-1", delivered);
        report("id-2", delivered);
        assertThat(fixture.state(other)).isEqualTo(DELIVERED);
        assertThat(mine.isComplete()).isFalse();
        written.complete();
        await(answer);
        await(mine);
        assertThat(fixture.state(own)).isEqualTo(DELIVERED);
    }
}
