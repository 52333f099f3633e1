package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import nl.haltloket.config.Secret;
import nl.haltloket.testing.SmppPeer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection itself: how much is under way on it, and how it is noticed that nobody is left at the other end. */
class SmppLinkTest {
    private static final int WINDOW = 3;
    private static final long ANSWER_MILLIS = 1500;
    private static final int IDLE_MILLIS = 150;

    private final Vertx vertx = Vertx.vertx();
    private final SmppPeer peer = new SmppPeer();
    private final BlockingQueue<Boolean> changes = new LinkedBlockingQueue<>();
    private final SmppGateway gateway = new SmppGateway(
            vertx,
            new SmppConfig(
                    "smpp-1", "127.0.0.1", peer.port(), Optional.empty(), "halt", new Secret("geheim"), "Halt", WINDOW),
            Clock.systemUTC(),
            ANSWER_MILLIS,
            IDLE_MILLIS);

    @AfterEach
    void close() {
        await(gateway.close());
        await(vertx.close());
        peer.close();
    }

    @Test
    void no_more_than_the_window_is_ever_unanswered() {
        peer.tell(new JsonObject().put("answerAfterMs", 30));
        await(gateway.start());
        List<Future<List<String>>> sent = IntStream.range(0, 20)
                .mapToObj(nth -> gateway.send(sms(nth % 4 == 0 ? "Halt: " + "lang ".repeat(60) : "Halt: kort")))
                .toList();
        await(Future.all(sent));
        assertThat(peer.texts()).hasSize(25);
        assertThat(peer.mostUnanswered()).isEqualTo(WINDOW);
    }

    @Test
    void an_idle_connection_is_asked_after_and_stays() {
        await(gateway.start());
        peer.await("bind");
        IntStream.range(0, 3).forEach(_ -> peer.await("enquire_link"));
        assertThat(gateway.health().up()).isTrue();
        assertThat(peer.unread("bind")).isZero();
        assertThat(peer.unread("closed")).isZero();
        assertThat(await(gateway.send(sms("Halt: nog steeds")))).hasSize(1);
    }

    @Test
    void a_peer_that_says_nothing_any_more_is_left_and_bound_again() {
        gateway.onHealth(() -> changes.add(gateway.health().up()));
        await(gateway.start());
        peer.await("bind");
        peer.tell(new JsonObject().put("muteLink", true));
        peer.await("enquire_link");
        peer.await("closed");
        peer.tell(new JsonObject().put("muteLink", false));
        peer.await("bind");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> gateway.health()
                .up());
        assertThat(changes).startsWith(true, false).endsWith(true);
        assertThat(await(gateway.send(sms("Halt: weer terug")))).hasSize(1);
    }

    private static Sms sms(String text) {
        return new Sms(
                UUID.randomUUID(), "+31612345678", text, true, Instant.now().plusSeconds(7200));
    }
}
