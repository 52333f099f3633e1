package nl.haltloket.opening;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.audit.AuditVerification;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk after a crash and after a power loss. */
class LockedKioskTest {
    private static final String PASSPHRASE = "tulp kraan zebra maan viool kaas";
    private static final TestApp APP = TestApp.protectedBy(PASSPHRASE);
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestDevice TABLET = TestDevice.signedIn(APP, Profile.LOKET, "fatima");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void open() {
        if (APP.kiosk().app().isEmpty()) {
            APP.clock().advance(Duration.ofMinutes(2));
            tryPassphrase(PASSPHRASE).expect(200);
        }
        PHONE.device().renew().expect(201);
    }

    @Test
    void after_a_crash_it_goes_on_by_itself_and_reads_what_was_encrypted_before() {
        UUID id = PHONE.handOver();
        APP.restart();
        assertThat(APP.kiosk().app()).isPresent();
        assertThat(opening()).isEqualTo(new JsonObject("{\"locked\":false,\"waitSeconds\":0,\"drill\":true}"));
        assertReadable(id);
    }

    @Test
    void after_a_power_loss_everything_but_handovers_waits_for_the_passphrase() {
        APP.losePower();
        assertThat(APP.kiosk().app()).isEmpty();
        for (ContractCheck.Operation operation : ContractCheck.operations()) {
            if (!List.of("getOpening", "openDesk", "submitHandover").contains(operation.id())) {
                String path = operation
                        .path()
                        .replaceAll("\\{\\w+}", TestDevice.newId().toString());
                Reply reply = TestApp.await(TABLET.send(operation.method(), path, Map.of(), null));
                assertThat(reply.outcome()).as(operation.id()).isEqualTo("503 loket.locked");
                assertThat(reply.json().getString("title"))
                        .isEqualTo("Het loket is op slot. De coördinator opent het met de wachtzin.");
                assertThat(reply.headers().get("Retry-After")).isEqualTo("5");
            }
        }
        assertThat(get("/loket").status()).isNotEqualTo(503);
        assertThat(ready()).isEqualTo("503 Het loket is op slot. De coördinator opent het met de wachtzin.");
        tryPassphrase(PASSPHRASE).expect(200);
        assertThat(ready()).startsWith("200");
        assertThat(opening().getBoolean("locked")).isFalse();
    }

    @Test
    void a_handover_that_is_sent_twice_while_it_is_locked_is_there_once_after_opening() {
        UUID before = PHONE.handOver();
        TestEnvelope envelope = PHONE.envelope();
        byte[] sealed = PHONE.seal(envelope);
        APP.losePower();
        PHONE.device().use(null);
        for (int i = 0; i < 2; i++) {
            Reply kept = PHONE.submit(sealed);
            assertThat(kept.expect(202).getString("code")).isEqualTo("handover.parked");
            assertThat(kept.json().getString("title")).startsWith("Bewaard bij het loket, nog niet gelezen");
        }
        assertThat(APP.count("parked_handover WHERE refused_at IS NULL")).isOne();
        assertThat(APP.count("handover WHERE id = $1", envelope.id())).isZero();
        tryPassphrase(PASSPHRASE).expect(200);
        taken();
        assertThat(APP.count("handover WHERE id = $1", envelope.id())).isOne();
        PHONE.device().renew().expect(201);
        assertThat(PHONE.submit(sealed).expect(200).getString("id"))
                .isEqualTo(envelope.id().toString());
        assertReadable(before);
        assertReadable(envelope.id());
    }

    @Test
    void a_crash_between_taking_in_and_deleting_takes_nothing_in_twice() {
        TestEnvelope envelope = PHONE.envelope();
        byte[] sealed = PHONE.seal(envelope);
        PHONE.submit(sealed).expect(201);
        var _ = APP.rows(
                "INSERT INTO parked_handover (event_id, sealed, sealed_hash, parked_at) VALUES ($1, $2, $2, now())",
                APP.app().event().id(),
                Buffer.buffer(sealed));
        APP.restart();
        taken();
        assertThat(APP.count("handover WHERE id = $1", envelope.id())).isOne();
        assertThat(APP.count("audit_entry WHERE subject = $1", "handover:" + envelope.id()))
                .isOne();
    }

    @Test
    void what_cannot_be_taken_in_stays_with_its_reason_where_the_coordinator_sees_it() {
        TestDevice laptop = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        TestPhone revoked = new TestPhone(APP);
        byte[] sealed = revoked.seal(revoked.envelope());
        laptop.delete("/devices/" + revoked.device().id()).expect(204);
        APP.losePower();
        PHONE.submit(new byte[100]).expect(202);
        revoked.submit(sealed).expect(202);
        tryPassphrase(PASSPHRASE).expect(200);
        taken();
        JsonObject list = laptop.get("/parked-handovers").expect(200);
        assertThat(list.getJsonArray("refused").stream().map(one -> ((JsonObject) one).getString("code")))
                .startsWith("handover.signer-revoked", "handover.seal");
        assertThat(list.getJsonArray("refused").getJsonObject(0).getString("reason"))
                .isEqualTo("Deze overdracht is getekend door een toestel dat is ingetrokken.");
        assertThat(APP.count("audit_entry WHERE subject LIKE 'parked:%' AND facts = 'handover.signer-revoked'"))
                .isOne();
        TABLET.signIn("fatima").expect(201);
        assertThat(TABLET.get("/parked-handovers").status()).isEqualTo(403);
    }

    /** Five bytes that promise two thousand million more. */
    @Test
    void a_sealed_lie_about_its_length_is_refused_at_opening_and_holds_up_nobody() {
        byte[] lie = HexFormat.of().parseHex("5a7fffffff");
        TestEnvelope honest = PHONE.envelope();
        APP.losePower();
        PHONE.submit(TestEnvelope.seal(lie, PHONE.sealKey())).expect(202);
        PHONE.submit(PHONE.seal(honest)).expect(202);
        tryPassphrase(PASSPHRASE).expect(200);
        taken();
        assertThat(state(honest.id())).isEqualTo("SUBMITTED");
        TestDevice laptop = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        assertThat(laptop.get("/parked-handovers").expect(200).getJsonArray("refused").stream()
                        .map(one -> ((JsonObject) one).getString("code")))
                .contains("handover.form");
    }

    @Test
    void a_correction_that_is_parked_too_replaces_what_it_corrects() {
        TestEnvelope first = PHONE.envelope();
        TestEnvelope second = PHONE.envelope().replacing(first.id());
        APP.losePower();
        PHONE.submit(PHONE.seal(first)).expect(202);
        PHONE.submit(PHONE.seal(second)).expect(202);
        tryPassphrase(PASSPHRASE).expect(200);
        taken();
        assertThat(state(first.id())).isEqualTo("WITHDRAWN");
        assertThat(state(second.id())).isEqualTo("SUBMITTED");
    }

    @Test
    void nobody_can_fill_the_disk_of_a_locked_desk() {
        APP.losePower();
        assertThat(PHONE.submit(new byte[751]).outcome()).isEqualTo("422 handover.too-large");
        assertThat(PHONE.submit(new byte[0]).status()).isBetween(400, 422);
        for (int i = 0; i < 59; i++) {
            PHONE.submit(new byte[10]).expect(202);
        }
        Reply tooMany = PHONE.submit(new byte[11]);
        assertThat(tooMany.outcome()).isEqualTo("429 handover.pace");
        assertThat(tooMany.headers().get("Retry-After")).isEqualTo("60");
        APP.clock().advance(Duration.ofMinutes(1));
        var _ = APP.rows("""
                INSERT INTO parked_handover (event_id, sealed, sealed_hash, parked_at, refused_at)
                SELECT id, '', int4send(n), now(), now() FROM pop_up_event, generate_series(1, 500) n""");
        assertThat(PHONE.submit(new byte[12]).outcome()).isEqualTo("503 handover.parked-full");
        var _ = APP.rows("DELETE FROM parked_handover");
    }

    @Test
    void guessing_slows_down_for_everybody_and_never_locks_out_for_ever() {
        APP.losePower();
        for (int i = 0; i < 3; i++) {
            assertThat(tryPassphrase("geen idee").outcome()).isEqualTo("403 opening.wrong-passphrase");
        }
        long waited = 0;
        for (int i = 3; i < 10; i++) {
            long seconds = opening().getLong("waitSeconds");
            Reply early = tryPassphrase(PASSPHRASE);
            assertThat(early.outcome()).isEqualTo("429 opening.wait");
            assertThat(early.headers().get("Retry-After")).isEqualTo(String.valueOf(seconds));
            assertThat(early.json().getString("title"))
                    .contains(seconds == 1 ? "nog 1 seconde." : "nog " + seconds + " seconden.");
            APP.clock().advance(Duration.ofSeconds(seconds));
            waited += seconds;
            assertThat(tryPassphrase("geen idee").outcome()).isEqualTo("403 opening.wrong-passphrase");
        }
        assertThat(waited).isEqualTo(1 + 2 + 4 + 8 + 16 + 32 + 60);
        assertThat(APP.count("audit_entry WHERE facts LIKE 'wrong-passphrase:%'"))
                .isEqualTo(10);
        APP.clock().advance(Duration.ofSeconds(60));
        assertThat(tryPassphrase("Tulp kraan-zebra MAAN viool  kaas").status()).isEqualTo(200);
        assertThat(APP.count("audit_entry WHERE facts = 'opened;wrapped-by:start;wrong:10'"))
                .isOne();
        assertThat(TestApp.await(APP.database().inTransaction(AuditVerification::verify)))
                .allMatch(AuditVerification.Finding::holds);
    }

    @Test
    void two_tries_are_never_looked_at_at_the_same_time() {
        APP.losePower();
        var first = post(PASSPHRASE);
        var second = post(PASSPHRASE);
        assertThat(List.of(TestApp.await(first).status(), TestApp.await(second).status()))
                .containsAnyOf(200)
                .isSubsetOf(200, 429);
        assertThat(APP.kiosk().app()).isPresent();
    }

    @Test
    void who_guesses_from_elsewhere_does_not_keep_the_coordinator_out() {
        APP.losePower();
        WebClient stranger = WebClient.create(APP.vertx(), new WebClientOptions().setLocalAddress("127.0.0.2"));
        int status = 0;
        for (int i = 0; i < 4; i++) {
            status = TestApp.await(stranger.post(APP.kiosk().servers().localPort(), "127.0.0.1", "/api/v1/opening")
                            .sendJsonObject(new JsonObject().put("passphrase", "geen idee")))
                    .statusCode();
        }
        assertThat(status).isEqualTo(429);
        tryPassphrase(PASSPHRASE).expect(200);
    }

    private static Reply tryPassphrase(String passphrase) {
        return TestApp.await(post(passphrase));
    }

    private static Future<Reply> post(String passphrase) {
        return APP.send(
                HttpMethod.POST,
                "/api/v1/opening",
                Map.of("Content-Type", "application/json"),
                new JsonObject().put("passphrase", passphrase).toBuffer());
    }

    private static JsonObject opening() {
        return get("/api/v1/opening").expect(200);
    }

    private static Reply get(String path) {
        return TestApp.await(APP.send(HttpMethod.GET, path, Map.of(), null));
    }

    private static String ready() {
        var response = TestApp.await(WebClient.create(APP.vertx())
                .get(APP.kiosk().management().port(), "127.0.0.1", "/health/ready")
                .send());
        return response.statusCode() + " "
                + Objects.requireNonNull(response.bodyAsJsonObject())
                        .getJsonObject("checks")
                        .getJsonArray("opening")
                        .getJsonObject(0)
                        .getString("output");
    }

    private static void taken() {
        await().atMost(20, SECONDS).until(() -> APP.count("parked_handover WHERE refused_at IS NULL") == 0);
    }

    private static void assertReadable(UUID id) {
        TABLET.renew().expect(201);
        TABLET.signIn("fatima").expect(201);
        assertThat(TABLET.get("/handovers/" + id + "/content")
                        .expect(200)
                        .getJsonObject("juvenile")
                        .getString("familyName"))
                .isNotBlank();
    }

    private static String state(UUID id) {
        List<Row> rows = APP.rows("SELECT state FROM handover WHERE id = $1", id);
        return rows.getFirst().getString("state");
    }
}
