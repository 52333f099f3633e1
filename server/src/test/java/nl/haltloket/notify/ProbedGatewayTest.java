package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbedGatewayTest {
    private static final String NUMBER = "+31612340000";
    private static final Instant START = Instant.parse("2026-11-22T20:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final ScriptedGateway road = new ScriptedGateway();
    private final List<String> results = new ArrayList<>();
    private final List<DeliveryReport> forTheOutbox = new ArrayList<>();
    private final List<Inbound> forPeople = new ArrayList<>();
    private int healthChanges;
    private boolean open = true;
    private Optional<String> signed = Optional.of("Halt: proef van het loket. U hoeft niets te doen.");
    private final Texting ears = new Texting(road);
    private final ProbedGateway gateway = new ProbedGateway(
            ears,
            new ProbedGateway.Plan(
                    NUMBER,
                    () -> Future.succeededFuture(signed),
                    () -> open,
                    UUID::randomUUID,
                    (name, delivered, took) -> results.add(name + " " + delivered + " " + took.toSeconds())),
            clock);

    /** The scripted gateway with ears for texts that come in. */
    private static final class Texting implements SmsGateway {
        private final ScriptedGateway inner;
        private Function<Inbound, Future<Void>> keeper = _ -> Future.succeededFuture();

        private Texting(ScriptedGateway inner) {
            this.inner = inner;
        }

        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public int window() {
            return inner.window();
        }

        @Override
        public Future<Void> start() {
            return inner.start();
        }

        @Override
        public Future<List<String>> send(Sms sms) {
            return inner.send(sms);
        }

        @Override
        public void onReport(Function<DeliveryReport, Future<Void>> reports) {
            inner.onReport(reports);
        }

        @Override
        public void onInbound(Function<Inbound, Future<Void>> texts) {
            keeper = texts;
        }

        @Override
        public Health health() {
            return inner.health();
        }

        @Override
        public Future<Void> close() {
            return inner.close();
        }
    }

    @BeforeEach
    void listen() {
        gateway.onReport(report -> {
            forTheOutbox.add(report);
            return Future.succeededFuture();
        });
        gateway.onInbound(text -> {
            forPeople.add(text);
            return Future.succeededFuture();
        });
        gateway.onHealth(() -> healthChanges++);
    }

    private void tick() {
        await(gateway.tick());
    }

    private void pass(Duration time) {
        clock.advance(time);
        tick();
    }

    private void report(String providerId, DeliveryReport.State state) {
        DeliveryReport report = new DeliveryReport(providerId, state, state.name(), "31612340000", clock.instant());
        await(Objects.requireNonNull(road.keeper).apply(report));
    }

    @Test
    void it_sends_itself_a_text_every_five_minutes() {
        tick();
        assertThat(road.sent).hasSize(1);
        assertThat(road.sent.getFirst().number()).isEqualTo(NUMBER);
        SmsText.check(road.sent.getFirst().text(), "nl");
        assertThat(SmsText.parts(road.sent.getFirst().text())).isEqualTo(1);
        report("id-1", DeliveryReport.State.DELIVERED);
        pass(Duration.ofSeconds(299));
        assertThat(road.sent).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(road.sent).hasSize(2);
        assertThat(road.sent.get(1).text()).isNotEqualTo(road.sent.getFirst().text());
    }

    @Test
    void it_sends_the_text_that_was_signed_and_none_when_none_was() {
        tick();
        assertThat(road.sent.getFirst().text())
                .matches("Halt: proef van het loket. U hoeft niets te doen. [0-9a-f]{6}");
        signed = Optional.empty();
        pass(Duration.ofMinutes(5));
        assertThat(road.sent).hasSize(1);
        pass(Duration.ofSeconds(55));
        assertThat(results).hasSize(1);
    }

    @Test
    void a_closed_desk_sends_nothing() {
        open = false;
        tick();
        pass(Duration.ofHours(1));
        assertThat(road.sent).isEmpty();
        open = true;
        tick();
        assertThat(road.sent).hasSize(1);
    }

    @Test
    void a_report_of_delivery_is_a_proof_and_no_business_of_the_outbox() {
        tick();
        clock.advance(Duration.ofSeconds(4));
        report("id-1", DeliveryReport.State.ACCEPTED);
        report("id-1", DeliveryReport.State.DELIVERED);
        report("id-1", DeliveryReport.State.DELIVERED);
        assertThat(results).containsExactly("scripted true 4");
        assertThat(forTheOutbox).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(gateway.shown().up()).isTrue();
    }

    @Test
    void without_a_report_it_is_red_within_a_minute_and_still_sends() {
        tick();
        pass(Duration.ofSeconds(54));
        assertThat(gateway.shown().up()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(gateway.shown().up()).isFalse();
        assertThat(gateway.shown().sentence()).isEqualTo("De proef-sms via scripted kwam niet aan.");
        assertThat(gateway.shown().since()).isEqualTo(START.plusSeconds(55));
        assertThat(gateway.health().up()).isTrue();
        assertThat(healthChanges).isEqualTo(1);
        assertThat(results).containsExactly("scripted false 55");
    }

    @Test
    void it_is_red_until_the_next_proof_goes_well() {
        tick();
        pass(Duration.ofSeconds(55));
        report("id-1", DeliveryReport.State.DELIVERED);
        assertThat(gateway.shown().up()).isFalse();
        pass(Duration.ofSeconds(245));
        assertThat(gateway.shown().up()).isFalse();
        report("id-2", DeliveryReport.State.DELIVERED);
        assertThat(gateway.shown().up()).isTrue();
        assertThat(healthChanges).isEqualTo(2);
        assertThat(results).containsExactly("scripted false 55", "scripted true 0");
    }

    @Test
    void a_refused_text_is_red_at_once() {
        road.answers.add(Future.failedFuture(SendFailure.retryable("http-503")));
        tick();
        assertThat(gateway.shown().up()).isFalse();
    }

    @Test
    void a_report_of_failure_is_red_at_once() {
        tick();
        report("id-1", DeliveryReport.State.FAILED);
        assertThat(gateway.shown().up()).isFalse();
        assertThat(forTheOutbox).isEmpty();
    }

    @Test
    void a_report_that_overtakes_the_answer_counts() {
        Promise<List<String>> answer = Promise.promise();
        road.answers.add(answer.future());
        Future<Void> sending = gateway.tick();
        report("id-9", DeliveryReport.State.DELIVERED);
        assertThat(results).isEmpty();
        answer.complete(List.of("id-9"));
        await(sending);
        assertThat(results).containsExactly("scripted true 0");
    }

    @Test
    void the_text_itself_coming_in_is_a_proof_and_reaches_nobody() {
        tick();
        String text = road.sent.getFirst().text();
        await(ears.keeper.apply(new Inbound("scripted", "7", "31612340000", text, clock.instant())));
        assertThat(results).containsExactly("scripted true 0");
        assertThat(forPeople).isEmpty();
    }

    @Test
    void what_is_not_its_own_goes_on() {
        tick();
        report("id-of-another", DeliveryReport.State.DELIVERED);
        await(ears.keeper.apply(new Inbound("scripted", "8", "31612345678", "Wie is dit?", clock.instant())));
        assertThat(forTheOutbox).extracting(DeliveryReport::providerId).containsExactly("id-of-another");
        assertThat(forPeople).hasSize(1);
        assertThat(results).isEmpty();
    }

    @Test
    void a_gateway_that_is_down_shows_its_own_reason() {
        tick();
        pass(Duration.ofSeconds(55));
        road.up = false;
        assertThat(gateway.shown().sentence()).isEmpty();
    }
}
