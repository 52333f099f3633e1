package nl.haltloket.notify.http;

import static nl.haltloket.testing.TestApp.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.config.Secret;
import nl.haltloket.notify.GatewaySettings;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.testing.HttpFault;
import nl.haltloket.testing.NotifyPeer;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.SettableClock;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole desk with Notify as its gateway, and a second one that Kannel would call back for. */
class GatewayRoutesTest {
    private static final String REPORTS = "/api/v1/gateways/notify-1/reports";
    private static final String TEXTS = "/api/v1/gateways/http-2/plain-texts";
    private static final String KANNEL_TOKEN = "wachtwoord-van-kannel";
    private static final Vertx VERTX = Vertx.vertx();
    private static final NotifyPeer NOTIFY = new NotifyPeer(VERTX, new SettableClock(TestApp.START));
    private static final TestApp APP = TestApp.texting(new SmsSettings(
            List.of(
                    NOTIFY.settings(),
                    new GatewaySettings.Http(
                            2,
                            URI.create("http://127.0.0.1:1/cgi-bin/sendsms"),
                            "loket",
                            new Secret("geheim"),
                            "Halt",
                            Optional.empty(),
                            new Secret(KANNEL_TOKEN),
                            10)),
            Duration.ofHours(2)));
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");

    @AfterAll
    static void stop() {
        APP.close();
        NOTIFY.close();
        await(VERTX.close());
    }

    private static Reply post(String path, String authorization, Buffer body, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put("Authorization", authorization);
        headers.putAll(more);
        return await(APP.send(HttpMethod.POST, path, headers, body));
    }

    private static Reply report(JsonObject receipt) {
        return post(REPORTS, "Bearer " + NotifyPeer.CALLBACK_TOKEN, receipt.toBuffer(), Map.of());
    }

    private static JsonObject receipt() {
        return new JsonObject().put("id", UUID.randomUUID().toString()).put("status", "delivered");
    }

    private static UUID received() {
        UUID handover = PHONE.handOver();
        TABLET.receive(handover, TestTablet.guardian()).expect(201);
        return handover;
    }

    @Test
    void every_attempt_stands_on_the_case() {
        NOTIFY.next(HttpFault.UNAVAILABLE);
        int before = NOTIFY.posted().size();
        UUID handover = received();
        var _ = taken(before + 2);
        assertThat(TABLET
                        .device()
                        .get("/cases/" + handover)
                        .expect(200)
                        .getJsonArray("guardians")
                        .getJsonObject(0)
                        .getJsonObject("followUp")
                        .getJsonArray("texts")
                        .getJsonObject(0)
                        .getJsonArray("attempts")
                        .stream()
                        .map(JsonObject.class::cast))
                .extracting(
                        attempt -> attempt.getInteger("number"),
                        attempt -> attempt.getString("gateway"),
                        attempt -> attempt.getString("outcome"),
                        attempt -> attempt.getString("code"))
                .containsExactly(tuple(1, "notify-1", "FAILED", "notify-503"), tuple(2, "notify-1", "ACCEPTED", null));
    }

    private static String taken(int nth) {
        Awaitility.await().until(() -> NOTIFY.posted().size() >= nth);
        UUID message = UUID.fromString(NOTIFY.posted().get(nth - 1).getString("reference"));
        awaitState(message, "ACCEPTED");
        return NOTIFY.idsOf(message).getFirst();
    }

    private static void awaitState(UUID message, String state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> APP.count("outbox WHERE id = $1 AND state = $2", message, state) == 1);
    }

    @Test
    void a_receipt_makes_a_text_delivered_once_however_often_it_comes() {
        int before = NOTIFY.posted().size();
        var _ = received();
        String id = taken(before + 1);
        UUID message = UUID.fromString(NOTIFY.receipt(id).getString("reference"));
        NOTIFY.becomes(id, "delivered");
        assertThat(report(NOTIFY.receipt(id)).status()).isEqualTo(204);
        awaitState(message, "DELIVERED");
        assertThat(report(NOTIFY.receipt(id)).status()).isEqualTo(204);
        NOTIFY.becomes(id, "permanent-failure");
        assertThat(report(NOTIFY.receipt(id)).status()).isEqualTo(204);
        NOTIFY.becomes(id, "a-word-of-next-year");
        assertThat(report(NOTIFY.receipt(id)).status()).isEqualTo(204);
        awaitState(message, "DELIVERED");
        assertThat(APP.count("message_report WHERE provider_id = $1", id)).isEqualTo(3);
    }

    @Test
    void a_receipt_of_a_message_that_is_not_ours_is_kept_and_changes_nothing() {
        JsonObject stranger = receipt();
        assertThat(report(stranger).status()).isEqualTo(204);
        assertThat(APP.count("message_report WHERE provider_id = $1 AND part_id IS NULL", stranger.getString("id")))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Bearer fout",
        "Bearer",
        "Basic Zm91dDpmb3V0",
        "Basic ####",
        "Bearer wachtwoord-van-kannel",
        "Bearer wachtwoord-van-notify-en-meer"
    })
    void who_does_not_carry_the_secret_is_refused_and_counted(String authorization) {
        double before = refused();
        Reply reply = post(REPORTS, authorization, receipt().toBuffer(), Map.of());
        assertThat(reply.outcome()).isEqualTo("401 gateway.not-known");
        assertThat(refused()).isEqualTo(before + 1);
    }

    private static double refused() {
        return APP.manage("/metrics")
                .body()
                .toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("haltloket_refusals_total{code=\"gateway.not-known\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(0);
    }

    @Test
    void a_gateway_that_is_not_there_is_not_found() {
        assertThat(post(
                                "/api/v1/gateways/notify-9/reports",
                                "Bearer x",
                                receipt().toBuffer(),
                                Map.of())
                        .outcome())
                .isEqualTo("404 gateway.unknown");
        assertThat(post("/api/v1/gateways/http-2/reports", "Bearer x", receipt().toBuffer(), Map.of())
                        .outcome())
                .isEqualTo("404 gateway.unknown");
    }

    @Test
    void what_is_no_receipt_is_refused() {
        String bearer = "Bearer " + NotifyPeer.CALLBACK_TOKEN;
        assertThat(post(REPORTS, bearer, Buffer.buffer("geen json"), Map.of()).status())
                .isEqualTo(400);
        assertThat(report(new JsonObject().put("status", "delivered")).status()).isEqualTo(400);
        assertThat(report(receipt().put("status", 7)).status()).isEqualTo(400);
        assertThat(post(REPORTS, bearer, Buffer.buffer("x".repeat(70_000)), Map.of())
                        .status())
                .isEqualTo(413);
        assertThat(post(REPORTS, bearer, receipt().toBuffer(), Map.of("Content-Type", "text/html"))
                        .status())
                .isEqualTo(415);
    }

    private static Reply kannel(UUID message, String seal, String type) {
        return await(APP.send(
                HttpMethod.GET,
                "/api/v1/gateways/http-2/reports/%s/%s?type=%s".formatted(message, seal, type),
                Map.of(),
                null));
    }

    @Test
    void a_seal_opens_the_reports_of_its_own_message_only() {
        ReportSeal seal = new ReportSeal(APP.keys());
        UUID message = UUID.randomUUID();
        String good = seal.of("http-2", message);
        assertThat(kannel(message, good, "8").status()).isEqualTo(204);
        assertThat(kannel(message, good, "8").status()).isEqualTo(204);
        assertThat(kannel(message, good, "777").status()).isEqualTo(204);
        assertThat(APP.count("message_report WHERE provider_id = $1", message.toString()))
                .isEqualTo(2);
        assertThat(kannel(UUID.randomUUID(), good, "1").outcome()).isEqualTo("401 gateway.not-known");
        assertThat(kannel(message, seal.of("http-1", message), "1").outcome()).isEqualTo("401 gateway.not-known");
        assertThat(kannel(message, good, "veel").status()).isEqualTo(400);
    }

    @Test
    void a_text_needs_the_password_and_a_sender() {
        Map<String, String> plain = Map.of("Content-Type", "text/plain; charset=\"UTF-8\"");
        Buffer text = Buffer.buffer("Ik kom eraan");
        assertThat(post(TEXTS, basic("fout"), text, plain).outcome()).isEqualTo("401 gateway.not-known");
        assertThat(post(TEXTS, basic(KANNEL_TOKEN), text, plain).outcome()).isEqualTo("422 gateway.text-invalid");
    }

    @Test
    void a_text_without_words_is_a_sign_of_life_from_either_gateway() {
        Map<String, String> plain =
                Map.of("Content-Type", "text/plain; charset=\"UTF-8\"", "X-Kannel-From", "31612340001");
        assertThat(post(TEXTS, basic(KANNEL_TOKEN), Buffer.buffer(), plain).status())
                .isEqualTo(204);
        JsonObject empty = new JsonObject().put("source_number", "31612340002").put("message", "");
        assertThat(post(
                                "/api/v1/gateways/notify-1/texts",
                                "Bearer " + NotifyPeer.CALLBACK_TOKEN,
                                empty.toBuffer(),
                                Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("loket:" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Notify is asked by our id before anything is sent again, and so there is no double. */
    @Test
    void a_text_in_doubt_is_asked_after_and_not_sent_twice() {
        int before = NOTIFY.posted().size();
        NOTIFY.next(HttpFault.TAKES_SILENTLY);
        NOTIFY.hideNext(1);
        var _ = received();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> NOTIFY.posted().size() == before + 1);
        UUID message = UUID.fromString(NOTIFY.posted().get(before).getString("reference"));
        awaitState(message, "IN_DOUBT");
        APP.clock().advance(Duration.ofSeconds(6));
        awaitState(message, "ACCEPTED");
        assertThat(NOTIFY.posted()).hasSize(before + 1);
        assertThat(APP.count("outbox WHERE id = $1 AND possible_double", message))
                .isZero();
        assertThat(APP.count("message_attempt WHERE message_id = $1 AND code = 'found'", message))
                .isEqualTo(2);
    }
}
