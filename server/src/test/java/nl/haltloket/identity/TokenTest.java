package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.haltloket.testing.Reply;
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
        assertThat(stranger.post("/devices/" + stranger.id() + "/challenges", null)
                        .outcome())
                .isEqualTo("401 device.unknown");
        assertThat(stranger.renew("AAAA", stranger.sign("AAAA")).outcome()).isEqualTo("401 challenge.invalid");
    }

    @Test
    void a_challenge_gives_one_token() {
        String challenge = tablet.challenge();
        assertThat(tablet.renew(challenge, signed(tablet, challenge)).status()).isEqualTo(201);
        assertThat(tablet.renew(challenge, signed(tablet, challenge)).outcome()).isEqualTo("401 challenge.used");
        assertThat(tablet.renew().status()).as("another one").isEqualTo(201);
    }

    @Test
    void of_two_answers_to_one_challenge_at_once_one_gives_a_token() {
        String challenge = tablet.challenge();
        JsonObject answer = new JsonObject().put("challenge", challenge).put("signature", signed(tablet, challenge));
        String path = "/devices/" + tablet.id() + "/tokens";
        List<Future<Reply>> both = Stream.generate(() -> tablet.send(HttpMethod.POST, path, Map.of(), answer))
                .limit(2)
                .toList();
        TestApp.await(Future.join(both));
        assertThat(both.stream().map(reply -> reply.result().outcome()))
                .containsExactlyInAnyOrder("201", "401 challenge.used");
    }

    @Test
    void a_wrong_signature_does_not_use_the_challenge_up() {
        String challenge = tablet.challenge();
        assertThat(tablet.renew(challenge, "AAAA").outcome()).isEqualTo("401 challenge.signature");
        assertThat(tablet.renew(challenge, signed(tablet, challenge)).status()).isEqualTo(201);
    }

    @Test
    void used_challenges_are_forgotten_once_nobody_can_use_them() {
        tablet.renew().expect(201);
        APP.clock().advance(Duration.ofHours(2));
        tablet.renew().expect(201);
        assertThat(APP.count("challenge_use")).isOne();
    }

    private static String signed(TestDevice device, String challenge) {
        return device.sign("halt-loket/token/1|" + device.id() + "|" + challenge);
    }
}
