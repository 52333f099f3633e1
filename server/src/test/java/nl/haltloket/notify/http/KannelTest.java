package nl.haltloket.notify.http;

import static nl.haltloket.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.notify.DeliveryReport;
import nl.haltloket.notify.DeliveryReport.State;
import nl.haltloket.notify.Inbound;
import nl.haltloket.notify.SendFailure;
import nl.haltloket.notify.Sms;
import nl.haltloket.testing.KannelPeer;
import nl.haltloket.web.GatewayDoor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP gateway with Debian's Kannel behind it, and our contract as what Kannel calls back. */
class KannelTest {
    private static final String TOKEN = "wachtwoord-van-kannel";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration NEVER = Duration.ofDays(1);

    private static final Vertx VERTX = Vertx.vertx();
    private static final List<DeliveryReport> REPORTS = new CopyOnWriteArrayList<>();
    private static final List<Inbound> TEXTS = new CopyOnWriteArrayList<>();
    private static final ReportSeal SEAL = new ReportSeal(keys());

    private static KannelPeer kannel;
    private static HttpServer door;
    private static HttpGateway gateway;

    @TempDir
    static Path directory;

    @BeforeAll
    static void start() {
        // Kannel's own configuration names this port, and the gateway needs Kannel's: the routes find it when called.
        HttpGateway[] later = new HttpGateway[1];
        door = await(GatewayDoor.open(VERTX, api -> new GatewayRoutes(() -> List.of(later[0])).on(api)));
        kannel = new KannelPeer(directory, door.actualPort(), TOKEN);
        gateway = open("geheim");
        later[0] = gateway;
        kannel.startNetwork("31612345678 13013 text Ik kom eraan");
    }

    @AfterAll
    static void stop() {
        await(gateway.close());
        kannel.close();
        await(VERTX.close());
    }

    private static EventKeys keys() {
        try {
            return EventKeys.of(EventKeys.generate(new SecureRandom()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpGateway open(String password) {
        HttpGateway fresh = new HttpGateway(
                VERTX,
                kannel.settings(password, TOKEN),
                SEAL,
                () -> "http://127.0.0.1:" + door.actualPort(),
                Clock.systemUTC(),
                PATIENCE,
                NEVER);
        fresh.onReport(report -> {
            REPORTS.add(report);
            return Future.succeededFuture();
        });
        fresh.onInbound(text -> {
            TEXTS.add(text);
            return Future.succeededFuture();
        });
        await(fresh.start());
        return fresh;
    }

    private static Sms sms(String number, String text) {
        return new Sms(
                UUID.randomUUID(),
                number,
                text,
                true,
                Clock.systemUTC().instant().plusSeconds(7200));
    }

    private static void awaitReports(Sms sms, State... states) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(REPORTS)
                .filteredOn(report -> sms.id().equals(report.messageId()))
                .extracting(DeliveryReport::state)
                .containsExactlyInAnyOrder(states));
    }

    private static void awaitGot(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> kannel.got()
                .contains(text));
    }

    @Test
    void a_text_is_handed_over_and_reported_delivered() {
        Sms sms = sms("+31612345678", "Halt: uw kind is bij ons. € [é]");
        assertThat(await(gateway.send(sms))).containsExactly(sms.id().toString());
        awaitGot("Halt +31612345678 text Halt: uw kind is bij ons. € [é]");
        awaitReports(sms, State.ACCEPTED, State.DELIVERED);
        assertThat(gateway.health().up()).isTrue();
    }

    @Test
    void an_arabic_text_arrives_as_it_was_written() {
        String words = "طفلك معنا وهو بخير";
        Sms sms = sms("+31612345670", words);
        await(gateway.send(sms));
        awaitReports(sms, State.ACCEPTED, State.DELIVERED);
        String start = "Halt +31612345670 ucs-2 ";
        String line = kannel.got().stream()
                .filter(got -> got.startsWith(start))
                .findFirst()
                .orElseThrow();
        byte[] octets = URLDecoder.decode(line.substring(start.length()), StandardCharsets.ISO_8859_1)
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(new String(octets, StandardCharsets.UTF_16BE)).isEqualTo(words);
    }

    @Test
    void a_long_text_goes_in_parts_and_is_reported_once() {
        Sms sms = sms(
                "+31612345671",
                "Uw kind is bij ons op het loket en is veilig. ".repeat(8).strip());
        assertThat(await(gateway.send(sms))).hasSize(1);
        awaitReports(sms, State.ACCEPTED, State.DELIVERED);
        assertThat(kannel.got())
                .filteredOn(got -> got.startsWith("Halt +31612345671 udh "))
                .hasSize(3);
    }

    @Test
    void a_text_that_comes_in_reaches_us_and_a_copy_of_it_has_the_same_id() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !TEXTS.isEmpty());
        assertThat(TEXTS.stream().map(Inbound::providerId).distinct()).hasSize(1);
        Inbound text = TEXTS.getFirst();
        assertThat(text.gateway()).isEqualTo("http-2");
        assertThat(text.from()).isEqualTo("31612345678");
        assertThat(text.text()).isEqualTo("Ik kom eraan");
        assertThat(text.providerId()).hasSize(43);
    }

    @Test
    void a_number_that_kannel_refuses_is_refused_for_good() {
        assertThatThrownBy(() -> await(gateway.send(sms("geen-nummer", "Hallo"))))
                .isInstanceOf(SendFailure.Permanent.class)
                .hasMessage("http-400");
        assertThat(gateway.health().up()).isTrue();
    }

    @Test
    void a_wrong_password_is_the_gateways_fault_and_not_the_messages() {
        HttpGateway stranger = open("fout");
        assertThat(stranger.health().sentence()).isEqualTo("De http-gateway weigert de aanmelding.");
        assertThatThrownBy(() -> await(stranger.send(sms("+31612345672", "Hallo"))))
                .isInstanceOf(SendFailure.Retryable.class)
                .hasMessage("http-403");
        await(stranger.close());
    }

    @Test
    void without_its_smsbox_kannel_is_down_until_it_is_back() {
        kannel.stopSmsbox();
        assertThatThrownBy(() -> await(gateway.send(sms("+31612345673", "Hallo"))))
                .isInstanceOf(SendFailure.class);
        await(gateway.look());
        assertThat(gateway.health().sentence()).isEqualTo("De http-gateway is niet bereikbaar.");
        kannel.startSmsbox();
        await(gateway.look());
        assertThat(gateway.health().up()).isTrue();
        Sms sms = sms("+31612345674", "Hallo");
        await(gateway.send(sms));
        awaitReports(sms, State.ACCEPTED, State.DELIVERED);
    }
}
