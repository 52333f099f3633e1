package nl.haltloket.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.haltloket.testing.SettableClock;
import org.junit.jupiter.api.Test;

class InboundPartsTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T20:00:00Z"));
    private final List<String> texts = new ArrayList<>();
    private final InboundParts parts = new InboundParts("smpp-1", clock, this::keep);
    private boolean away;

    @Test
    void what_is_not_whole_in_a_minute_goes_on_with_a_gap() {
        Future<Void> first = parts.accept(part(7, 3, 1, "een "));
        Future<Void> third = parts.accept(part(7, 3, 3, " drie"));
        clock.advance(InboundParts.WHOLE_WITHIN.minusMillis(1));
        assertThat(parts.sweep().succeeded()).isTrue();
        assertThat(first.isComplete()).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(parts.sweep().succeeded()).isTrue();
        assertThat(texts).containsExactly("een [...] drie");
        assertThat(first.succeeded()).isTrue();
        assertThat(third.succeeded()).isTrue();
        assertThat(parts.accept(part(7, 3, 1, "een ")).succeeded()).isTrue();
        assertThat(texts).hasSize(1);
    }

    @Test
    void two_senders_with_one_reference_are_not_mixed() {
        Future<Void> one = parts.accept(part("+31611111111", 7, 2, 1, "van een"));
        Future<Void> other = parts.accept(part("+31622222222", 7, 2, 2, " twee"));
        assertThat(one.isComplete()).isFalse();
        assertThat(other.isComplete()).isFalse();
        assertThat(parts.accept(part("+31622222222", 7, 2, 1, "van twee,")).succeeded())
                .isTrue();
        assertThat(texts).containsExactly("van twee, twee");
    }

    @Test
    void a_part_twice_is_one_part_and_a_failed_keeping_lets_all_come_again() {
        away = true;
        Future<Void> first = parts.accept(part(7, 2, 1, "een "));
        Future<Void> again = parts.accept(part(7, 2, 1, "een "));
        Future<Void> second = parts.accept(part(7, 2, 2, "twee"));
        assertThat(List.of(first, again, second)).allMatch(Future::failed);
        away = false;
        Future<Void> retried = parts.accept(part(7, 2, 2, "twee"));
        assertThat(retried.isComplete()).isFalse();
        assertThat(parts.accept(part(7, 2, 1, "een ")).succeeded()).isTrue();
        assertThat(retried.succeeded()).isTrue();
        assertThat(texts).containsExactly("een twee");
    }

    @Test
    void a_reference_that_comes_round_again_later_is_a_new_text() {
        say("een ", "twee");
        clock.advance(InboundParts.REMEMBERED);
        assertThat(parts.sweep().succeeded()).isTrue();
        say("drie ", "vier");
        assertThat(texts).containsExactly("een twee", "drie vier");
    }

    private void say(String first, String second) {
        Future<Void> half = parts.accept(part(7, 2, 1, first));
        assertThat(parts.accept(part(7, 2, 2, second)).succeeded()).isTrue();
        assertThat(half.succeeded()).isTrue();
    }

    private static SmppDelivered part(int reference, int total, int number, String text) {
        return part("+31612345678", reference, total, number, text);
    }

    private static SmppDelivered part(String from, int reference, int total, int number, String text) {
        return new SmppDelivered(
                from,
                "3197001",
                reference,
                total,
                number,
                (byte) 0,
                Buffer.buffer(Gsm7.encode(text)),
                Optional.empty());
    }

    private Future<Void> keep(Inbound inbound) {
        if (away) {
            return Future.failedFuture("the database is away");
        }
        texts.add(inbound.text());
        return Future.succeededFuture();
    }
}
