package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that this server did not give, or not to this device. */
class ForgedTokenTest {
    private static final TestApp APP = new TestApp();
    private static final String INVALID = "401 access.invalid";

    private final TestDevice tablet = TestDevice.enrolled(APP, Profile.LOKET);

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "a.b.c", "eyJhbGciOiJIUzI1NiJ9..", "null"})
    void a_token_that_is_none_is_refused(String token) {
        tablet.use(token);
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_changed_token_is_refused() {
        String[] parts = String.valueOf(tablet.token()).split("\\.", -1);
        JsonObject claims = new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        tablet.use(parts[0] + "." + encode(claims.put("exp", Long.MAX_VALUE).encode()) + "." + parts[2]);
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        tablet.use(encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encode(claims().encode()) + ".");
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_token_for_another_event_is_refused() {
        tablet.use(forged(claims(), APP.keys().tokenSecret()));
        assertThat(tablet.get("/board").status()).as("ours").isEqualTo(200);
        tablet.use(forged(claims().put("aud", new JsonArray().add("halt-loket:elders")), secret()));
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_token_by_another_issuer_is_refused() {
        tablet.use(forged(claims().put("iss", "iemand-anders"), secret()));
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aud", "iss", "sub"})
    void a_token_that_leaves_something_out_is_refused(String claim) {
        JsonObject claims = claims();
        claims.remove(claim);
        tablet.use(forged(claims, secret()));
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_token_without_an_end_is_over() {
        JsonObject claims = claims();
        claims.remove("exp");
        tablet.use(forged(claims, secret()));
        assertThat(tablet.get("/board").outcome()).isEqualTo("401 access.expired");
    }

    @Test
    void an_expired_token_of_somebody_else_is_not_called_expired() {
        tablet.use(forged(claims().put("exp", 0), new byte[32]));
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_token_under_another_secret_is_refused() {
        tablet.use(forged(claims(), new byte[32]));
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
    }

    @Test
    void a_token_of_a_session_that_ended_is_refused() {
        TestDevice worked = TestDevice.signedIn(APP, Profile.LOKET, "fatima");
        String before = worked.token();
        worked.delete("/sessions/current").expect(200);
        worked.use(before);
        assertThat(worked.get("/board").outcome()).isEqualTo("401 session.ended");
    }

    @Test
    void the_token_of_one_event_is_no_token_at_another() {
        try (TestApp elsewhere = new TestApp()) {
            tablet.use(TestDevice.enrolled(elsewhere, Profile.LOKET).token());
            assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
        }
    }

    @Test
    void a_long_token_is_refused_and_one_that_is_far_too_long_not_even_read() {
        tablet.use("a".repeat(4_000));
        assertThat(tablet.get("/board").outcome()).isEqualTo(INVALID);
        tablet.use("a".repeat(100_000));
        assertThat(tablet.get("/board").outcome()).isEqualTo("431 headers.too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eA==", "Bearer", "Bearer ", "token"})
    void another_header_than_a_bearer_is_no_token(String header) {
        Reply reply = TestApp.await(APP.send(HttpMethod.GET, "/api/v1/board", Map.of("Authorization", header), null));
        assertThat(reply.outcome()).isEqualTo("401 access.unknown");
    }

    private static byte[] secret() {
        return APP.keys().tokenSecret();
    }

    private static String forged(JsonObject claims, byte[] secret) {
        String head = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + encode(claims.encode());
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

    private JsonObject claims() {
        return new JsonObject()
                .put("sub", tablet.id().toString())
                .put("iss", "halt-loket")
                .put(
                        "aud",
                        new JsonArray().add("halt-loket:" + APP.app().event().id()))
                .put("exp", APP.clock().instant().plusSeconds(60).getEpochSecond());
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
