package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.haltloket.crypto.CheckedCode;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnrolmentTest {
    private static final TestApp APP = new TestApp();

    private final TestDevice device = new TestDevice(APP);

    @AfterAll
    static void stop() {
        APP.close();
    }

    /** So that the failures of one test do not slow down the next. */
    @BeforeEach
    void waitAMinute() {
        APP.clock().advance(Duration.ofSeconds(61));
    }

    @Test
    void a_code_that_was_never_given_is_refused() {
        String code = new CheckedCode(10).generate(new SecureRandom());
        assertThat(device.enrol(device.enrolment(code)).outcome()).isEqualTo("404 enrolment.token-wrong");
    }

    @Test
    void a_code_with_a_typing_error_is_refused() {
        String code = APP.invite(Profile.LOKET);
        String typed = (code.charAt(0) == '7' ? "8" : "7") + code.substring(1);
        assertThat(device.enrol(device.enrolment(typed)).outcome()).isEqualTo("404 enrolment.token-wrong");
    }

    @Test
    void a_code_lets_one_device_in() {
        String code = APP.invite(Profile.LOKET);
        assertThat(device.enrol(device.enrolment(code)).status()).isEqualTo(201);
        TestDevice second = new TestDevice(APP);
        assertThat(second.enrol(second.enrolment(code)).outcome()).isEqualTo("409 enrolment.token-used");
    }

    @Test
    void of_two_devices_at_once_with_one_code_one_wins() {
        String code = APP.invite(Profile.LOKET);
        List<Future<Reply>> both = Stream.generate(() -> new TestDevice(APP))
                .limit(2)
                .map(one -> one.send(HttpMethod.POST, "/devices", Map.of(), one.enrolment(code)))
                .toList();
        TestApp.await(Future.join(both));
        assertThat(both.stream().map(reply -> reply.result().outcome()))
                .containsExactlyInAnyOrder("201", "409 enrolment.token-used");
    }

    @Test
    void a_code_is_good_for_ten_minutes() {
        String last = APP.invite(Profile.LOKET);
        String late = APP.invite(Profile.LOKET);
        APP.clock().advance(Duration.ofMinutes(10));
        assertThat(device.enrol(device.enrolment(last)).status()).isEqualTo(201);
        APP.clock().advance(Duration.ofSeconds(1));
        TestDevice second = new TestDevice(APP);
        assertThat(second.enrol(second.enrolment(late)).outcome()).isEqualTo("409 enrolment.token-expired");
    }

    @Test
    void a_code_may_be_typed_in_groups_and_small_letters_when_the_proof_is_over_its_plain_form() {
        String code = APP.invite(Profile.LOKET);
        JsonObject typed = device.enrolment(code)
                .put("token", code.substring(0, 5).toLowerCase(Locale.ROOT) + "-" + code.substring(5));
        assertThat(device.enrol(typed).status()).isEqualTo(201);
    }

    @Test
    void a_proof_by_another_key_is_refused_and_leaves_the_code_unused() {
        String code = APP.invite(Profile.LOKET);
        JsonObject enrolment = device.enrolment(code);
        JsonObject stolen = enrolment.copy().put("publicKey", new TestDevice(APP).publicKey());
        assertThat(device.enrol(stolen).outcome()).isEqualTo("422 enrolment.proof-invalid");
        assertThat(device.enrol(enrolment).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "BBBB", "BAAA"})
    void a_key_that_is_no_point_is_refused(String key) {
        JsonObject enrolment = device.enrolment(APP.invite(Profile.LOKET)).put("publicKey", key);
        assertThat(device.enrol(enrolment).outcome()).isEqualTo("422 enrolment.key-invalid");
    }

    @Test
    void a_key_beside_the_curve_is_refused() {
        byte[] point = Base64.getUrlDecoder().decode(device.publicKey());
        point[64] ^= 1;
        JsonObject enrolment = device.enrolment(APP.invite(Profile.LOKET))
                .put("publicKey", Base64.getUrlEncoder().withoutPadding().encodeToString(point));
        assertThat(device.enrol(enrolment).outcome()).isEqualTo("422 enrolment.key-invalid");
    }

    @Test
    void a_drill_must_be_confirmed() {
        JsonObject enrolment = device.enrolment(APP.invite(Profile.LOKET));
        assertThat(device.enrol(enrolment.copy().put("drillConfirmed", false)).outcome())
                .isEqualTo("422 enrolment.drill-not-confirmed");
        assertThat(device.enrol(enrolment).status()).isEqualTo(201);
    }

    @Test
    void a_device_enrols_once_and_the_second_code_stays_unused() {
        device.enrol(device.enrolment(APP.invite(Profile.LOKET))).expect(201);
        String second = APP.invite(Profile.LOKET);
        assertThat(device.enrol(device.enrolment(second)).outcome()).isEqualTo("409 enrolment.id-used");
        TestDevice other = new TestDevice(APP);
        assertThat(other.enrol(other.enrolment(second)).status()).isEqualTo(201);
    }

    @Test
    void a_worker_cannot_enrol_a_laptop() {
        assertThat(device.enrol(device.enrolmentByPassword("fatima", TestApp.PASSWORD))
                        .outcome())
                .isEqualTo("403 enrolment.not-coordinator");
    }

    @Test
    void a_wrong_password_enrols_nothing() {
        assertThat(device.enrol(device.enrolmentByPassword("anneke", "geraden")).outcome())
                .isEqualTo("403 session.wrong-password");
        assertThat(APP.count("device WHERE id = $1", device.id())).isZero();
    }

    @Test
    void a_coordinator_enrols_a_laptop() {
        JsonObject token = device.enrol(device.enrolmentByPassword("anneke", TestApp.PASSWORD))
                .expect(201)
                .getJsonObject("token");
        assertThat(token.getString("profile")).isEqualTo("beheer");
        assertThat(token.containsKey("worker")).isFalse();
    }

    @Test
    void a_phone_is_given_its_own_referrer_and_a_tablet_all() {
        assertThat(TestDevice.enrolled(APP, Profile.VERWIJZER).mandate().getJsonArray("referrers"))
                .hasSize(1);
        assertThat(TestDevice.enrolled(APP, Profile.LOKET).mandate().getJsonArray("referrers"))
                .hasSize(3);
    }

    @Test
    void after_twenty_failures_one_address_must_wait_a_minute() {
        JsonObject wrong = device.enrolment(new CheckedCode(10).generate(new SecureRandom()));
        assertThat(IntStream.range(0, 20).mapToObj(_ -> device.enrol(wrong).status()))
                .containsOnly(404);
        JsonObject right = device.enrolment(APP.invite(Profile.LOKET));
        assertThat(device.enrol(right).outcome()).isEqualTo("429 attempts.limit");
        APP.clock().advance(Duration.ofSeconds(61));
        assertThat(device.enrol(right).status()).isEqualTo(201);
    }

    @Test
    void an_invitation_for_a_phone_needs_a_referrer() {
        TestDevice laptop = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        JsonObject body = new JsonObject().put("profile", "verwijzer");
        assertThat(laptop.post("/invitations", body).outcome()).isEqualTo("422 invitation.referrer-missing");
        assertThat(laptop.post("/invitations", body.put("referrerId", "niemand"))
                        .outcome())
                .isEqualTo("422 invitation.referrer-missing");
        assertThat(laptop.post("/invitations", body.put("referrerId", "boa-4711"))
                        .expect(201)
                        .getString("join"))
                .startsWith("HALTJOIN:1:loket.test");
    }
}
