package nl.haltloket.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.testing.SettableClock;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T20:00:00Z"));
    private final CircuitBreaker breaker = new CircuitBreaker(clock);

    @Test
    void three_different_messages_in_a_row_open_it() {
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
        assertThat(breaker.most()).isEqualTo(Integer.MAX_VALUE);
        assertThat(breaker.failed(UUID.randomUUID())).isTrue();
        assertThat(breaker.most()).isZero();
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void one_message_that_keeps_failing_says_nothing_about_the_gateway() {
        UUID one = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            assertThat(breaker.failed(one)).isFalse();
        }
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void a_good_answer_in_between_starts_the_count_again() {
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
    }

    @Test
    void after_a_while_one_message_goes_on_trial_and_its_answer_closes_it() {
        open();
        clock.advance(CircuitBreaker.OPEN_MIN.minusMillis(1));
        assertThat(breaker.most()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(breaker.most()).isEqualTo(1);
        assertThat(breaker.succeeded()).as("told").isTrue();
        assertThat(breaker.most()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void each_trial_that_fails_doubles_the_wait_up_to_half_a_minute() {
        open();
        for (int seconds : new int[] {5, 10, 20, 30, 30}) {
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(breaker.most()).as("just before %d s", seconds).isZero();
            clock.advance(Duration.ofMillis(1));
            assertThat(breaker.most()).isEqualTo(1);
            assertThat(breaker.failed(UUID.randomUUID())).isFalse();
            assertThat(breaker.most()).isZero();
        }
    }

    @Test
    void what_was_under_way_when_it_opened_does_not_lengthen_the_wait() {
        open();
        assertThat(breaker.failed(UUID.randomUUID())).isFalse();
        clock.advance(CircuitBreaker.OPEN_MIN);
        assertThat(breaker.most()).isEqualTo(1);
    }

    private void open() {
        for (int i = 1; i <= CircuitBreaker.FAILURES; i++) {
            assertThat(breaker.failed(UUID.randomUUID())).isEqualTo(i == CircuitBreaker.FAILURES);
        }
        assertThat(breaker.isOpen()).isTrue();
    }
}
