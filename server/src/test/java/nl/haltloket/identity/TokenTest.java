package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final TestApp APP = new TestApp();
    private static final String EXPIRED = "401 access.expired";

    private final TestDevice tablet = TestDevice.enrolled(APP, Profile.LOKET);

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_token_is_good_for_a_quarter_of_an_hour() {
        APP.clock().advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(tablet.get("/board").status()).isEqualTo(200);
        APP.clock().advance(Duration.ofSeconds(1));
        assertThat(tablet.get("/board").outcome()).isEqualTo(EXPIRED);
    }

    @Test
    void a_device_renews_an_expired_token_with_its_key() {
        APP.clock().advance(Duration.ofDays(1));
        assertThat(tablet.renew().status()).isEqualTo(201);
        assertThat(tablet.get("/board").status()).isEqualTo(200);
    }

    @Test
    void a_challenge_is_good_for_two_minutes() {
        String challenge = tablet.challenge();
        String signature = signed(tablet, challenge);
        APP.clock().advance(Duration.ofMinutes(2));
        assertThat(tablet.renew(challenge, signature).status()).isEqualTo(201);
        APP.clock().advance(Duration.ofMillis(1));
        assertThat(tablet.renew(challenge, signature).outcome()).isEqualTo("401 challenge.invalid");
    }

    @Test
    void a_challenge_for_another_device_is_refused() {
        String challenge = TestDevice.enrolled(APP, Profile.LOKET).challenge();
        assertThat(tablet.renew(challenge, signed(tablet, challenge)).outcome()).isEqualTo("401 challenge.invalid");
    }

    @Test
    void a_signature_by_another_key_is_refused() {
        String challenge = tablet.challenge();
        String message = "halt-loket/token/1|" + tablet.id() + "|" + challenge;
        assertThat(tablet.renew(challenge, new TestDevice(APP).sign(message)).outcome())
                .isEqualTo("401 challenge.signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "AA", "AAAA"})
    void a_signature_that_is_none_is_refused(String signature) {
        assertThat(tablet.renew(tablet.challenge(), signature).outcome()).isEqualTo("401 challenge.signature");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAA", "geen opgave", "!"})
    void a_challenge_that_is_none_is_refused(String challenge) {
        assertThat(tablet.renew(challenge, signed(tablet, challenge)).outcome()).isEqualTo("401 challenge.invalid");
    }

    @Test
    void an_unknown_device_gets_no_token() {
        TestDevice stranger = new TestDevice(APP);
        String challenge = stranger.challenge();
        assertThat(stranger.renew(challenge, signed(stranger, challenge)).outcome())
                .isEqualTo("401 device.unknown");
    }

    @Test
    void a_revoked_device_can_do_nothing_at_once() {
        TestDevice laptop = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        laptop.delete("/devices/" + tablet.id()).expect(204);
        assertThat(tablet.get("/board").outcome()).isEqualTo("401 device.revoked");
        assertThat(tablet.renew().outcome()).isEqualTo("401 device.revoked");
        assertThat(laptop.delete("/devices/" + tablet.id()).outcome()).isEqualTo("404 device.unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJIUzI1NiJ9..", "null"})
    void a_token_that_is_none_is_refused(String token) {
        tablet.use(token);
        assertThat(tablet.get("/board").status()).isEqualTo(401);
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = String.valueOf(tablet.token()).split("\\.", -1);
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        tablet.use(parts[0] + "." + encode(claims.put("exp", Long.MAX_VALUE).encode()) + "." + parts[2]);
        assertThat(tablet.get("/board").outcome()).isEqualTo(EXPIRED);
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        tablet.use(encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encode(claims(audience())) + ".");
        assertThat(tablet.get("/board").outcome()).isEqualTo(EXPIRED);
    }

    @Test
    void a_token_for_another_event_is_refused() {
        tablet.use(forged(audience(), APP.keys().tokenSecret()));
        assertThat(tablet.get("/board").status()).as("ours").isEqualTo(200);
        tablet.use(forged("halt-loket:elders", APP.keys().tokenSecret()));
        assertThat(tablet.get("/board").outcome()).isEqualTo(EXPIRED);
    }

    @Test
    void a_token_under_another_secret_is_refused() {
        tablet.use(forged(audience(), new byte[32]));
        assertThat(tablet.get("/board").outcome()).isEqualTo(EXPIRED);
    }

    private String forged(String audience, byte[] secret) {
        String head = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims(audience));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = Base64.getEncoder().encodeToString(secret).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = mac.doFinal(head.getBytes(StandardCharsets.UTF_8));
            return head + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String claims(String audience) {
        return new JsonObject()
                .put("sub", tablet.id().toString())
                .put("aud", new JsonArray().add(audience))
                .put("exp", APP.clock().instant().plusSeconds(60).getEpochSecond())
                .encode();
    }

    private static String audience() {
        return "halt-loket:" + APP.app().event().id();
    }

    private static String signed(TestDevice device, String challenge) {
        return device.sign("halt-loket/token/1|" + device.id() + "|" + challenge);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
