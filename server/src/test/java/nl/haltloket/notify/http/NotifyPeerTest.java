package nl.haltloket.notify.http;

import static nl.haltloket.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.notify.Sms;
import nl.haltloket.testing.HttpFault;
import nl.haltloket.testing.NotifyPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClient;
import uk.gov.service.notify.NotificationClientException;
import uk.gov.service.notify.SendSmsResponse;

/** Our peer is Notify to Notify's own client, so what our gateway says to it would be right there too. */
class NotifyPeerTest {
    private final Vertx vertx = Vertx.vertx();
    private final NotifyPeer peer = new NotifyPeer(vertx, Clock.systemUTC());

    @AfterEach
    void stop() {
        peer.close();
        await(vertx.close());
    }

    private NotificationClient theirs(String key) {
        return new NotificationClient(key, "http://127.0.0.1:" + peer.port());
    }

    private NotificationClient theirs() {
        return theirs("loket-" + NotifyPeer.SERVICE + "-" + NotifyPeer.SECRET);
    }

    @Test
    void notifys_own_client_sends_a_text_and_finds_it_by_reference() throws NotificationClientException {
        String reference = UUID.randomUUID().toString();
        SendSmsResponse sent =
                theirs().sendSms(NotifyPeer.TEMPLATE, "+31612345678", Map.of("tekst", "Hallo"), reference);
        assertThat(sent.getReference()).contains(reference);
        assertThat(sent.getBody()).isEqualTo("Hallo");
        assertThat(theirs().getNotifications(null, "sms", reference, null).getNotifications())
                .extracting(Notification::getId)
                .containsExactly(sent.getNotificationId());
        peer.becomes(sent.getNotificationId().toString(), "delivered");
        assertThat(theirs().getNotificationById(sent.getNotificationId().toString())
                        .getStatus())
                .isEqualTo("delivered");
    }

    @Test
    void our_gateway_sends_the_same_body_as_notifys_own_client() throws NotificationClientException {
        UUID id = UUID.randomUUID();
        SendSmsResponse _ =
                theirs().sendSms(NotifyPeer.TEMPLATE, "+31612345678", Map.of("tekst", "Hallo"), id.toString());
        NotifyGateway ours =
                new NotifyGateway(vertx, peer.settings(), Clock.systemUTC(), Duration.ofSeconds(5), Duration.ofDays(1));
        await(ours.send(new Sms(
                id, "+31612345678", "Hallo", false, Clock.systemUTC().instant().plusSeconds(60))));
        assertThat(peer.posted().get(1)).isEqualTo(peer.posted().get(0));
        await(ours.close());
    }

    @Test
    void notifys_own_client_is_refused_as_ours_is() {
        assertThatThrownBy(() -> theirs("loket-" + NotifyPeer.SERVICE + "-" + UUID.randomUUID())
                        .sendSms(NotifyPeer.TEMPLATE, "+31612345678", Map.of("tekst", "Hallo"), "x"))
                .isInstanceOfSatisfying(
                        NotificationClientException.class,
                        refused -> assertThat(refused.getHttpResult()).isEqualTo(403));
        peer.next(HttpFault.RATE_LIMIT);
        assertThatThrownBy(() -> theirs().sendSms(NotifyPeer.TEMPLATE, "+31612345678", Map.of("tekst", "Hallo"), "x"))
                .isInstanceOfSatisfying(
                        NotificationClientException.class,
                        refused -> assertThat(refused.getHttpResult()).isEqualTo(429));
    }
}
