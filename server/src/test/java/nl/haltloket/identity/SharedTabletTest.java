package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several workers, one tablet: each acts under their own name, and comes back by their own PIN. */
class SharedTabletTest {
    private static final TestApp APP = new TestApp();
    private static final String CASE = "/cases/" + new UUID(0, 1);
    private static final String FATIMA = "58371";
    private static final String JORIS = "9042";

    private final TestDevice tablet = TestDevice.enrolled(APP, Profile.LOKET);

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void nobodyHasAPin() {
        APP.clock().advance(Duration.ofSeconds(61));
        APP.forgetPins();
    }

    @Test
    void a_worker_without_a_pin_is_asked_to_choose_one() {
        assertThat(tablet.signIn("fatima").json().getJsonObject("worker").getJsonArray("choose"))
                .containsExactly("PIN");
        Reply chosen = choose(FATIMA);
        assertThat(chosen.expect(200).getJsonObject("worker").getJsonArray("choose"))
                .isEmpty();
        assertThat(choose("7162").outcome()).isEqualTo("409 pin.chosen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "1234", "4321", "2468", "1212", "123123", "1999", "2011", "777777"})
    void a_pin_that_is_guessed_at_once_is_refused(String pin) {
        tablet.signIn("fatima").expect(201);
        assertThat(choose(pin).outcome()).isEqualTo("422 pin.trivial");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "1234567", "12a4", ""})
    void a_pin_is_four_to_six_digits(String pin) {
        tablet.signIn("fatima").expect(201);
        assertThat(choose(pin).status()).isEqualTo(400);
    }

    @Test
    void two_workers_take_turns_by_pin_and_only_the_one_shown_can_act() {
        bothSignIn();
        String joris = tablet.token();
        String fatima = unlock("Fatima Oefenaar", FATIMA).expect(200).getString("accessToken");
        tablet.use(fatima);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("404 case.unknown");
        tablet.use(joris);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.locked");
        tablet.renew().expect(201);
        assertThat(open()).isEqualTo("Fatima Oefenaar");
        assertThat(tablet.get(CASE).outcome()).isEqualTo("404 case.unknown");
        assertThat(APP
                        .rows(
                                "SELECT facts FROM audit_entry WHERE actor LIKE 'worker:%@' || $1 ORDER BY seq",
                                tablet.id().toString())
                        .stream()
                        .map(row -> row.getString(0)))
                .containsExactly("signed in", "chose pin", "signed in", "chose pin", "unlocked");
    }

    @Test
    void a_locked_tablet_has_its_board_and_nothing_else() {
        bothSignIn();
        String before = tablet.token();
        tablet.use(tablet.post("/sessions/current/lock", null).expect(200).getString("accessToken"));
        assertThat(tablet.get("/board").status()).isEqualTo(200);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.none");
        tablet.use(before);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.locked");
        tablet.renew().expect(201);
        assertThat(open()).isEmpty();
        tablet.use(unlock("Joris Voorbeeld", JORIS).expect(200).getString("accessToken"));
        assertThat(tablet.get(CASE).outcome()).isEqualTo("404 case.unknown");
    }

    @Test
    void another_workers_pin_does_not_open_my_session() {
        bothSignIn();
        assertThat(unlock("Fatima Oefenaar", JORIS).outcome()).isEqualTo("403 session.wrong-pin");
        assertThat(open()).isEqualTo("Joris Voorbeeld");
    }

    @Test
    void after_five_wrong_pins_the_password_is_asked_and_a_new_pin_chosen() {
        bothSignIn();
        assertThat(IntStream.range(0, 4)
                        .mapToObj(_ -> unlock("Fatima Oefenaar", "3817").outcome()))
                .containsOnly("403 session.wrong-pin");
        assertThat(unlock("Fatima Oefenaar", "3817").outcome()).isEqualTo("409 session.password-needed");
        assertThat(unlock("Fatima Oefenaar", FATIMA).outcome()).isEqualTo("409 session.password-needed");
        assertThat(tablet.signIn("fatima").expect(201).getJsonObject("worker").getJsonArray("choose"))
                .containsExactly("PIN");
        choose("7162").expect(200);
        assertThat(unlock("Fatima Oefenaar", "7162").status()).isEqualTo(200);
    }

    @Test
    void pins_guessed_all_at_once_are_counted_too() {
        bothSignIn();
        JsonObject guess = new JsonObject().put("pin", "3817");
        String path = "/sessions/" + session("Fatima Oefenaar").getString("id") + "/unlock";
        List<Future<Reply>> guesses = IntStream.range(0, 9)
                .mapToObj(_ -> tablet.send(HttpMethod.POST, path, Map.of(), guess))
                .toList();
        TestApp.await(Future.join(guesses));
        assertThat(guesses.stream().filter(reply -> reply.result().status() == 403))
                .hasSize(4);
    }

    @Test
    void a_pin_opens_a_session_on_its_own_tablet_only() {
        bothSignIn();
        String id = session("Fatima Oefenaar").getString("id");
        TestDevice other = TestDevice.enrolled(APP, Profile.LOKET);
        assertThat(other.post("/sessions/" + id + "/unlock", new JsonObject().put("pin", FATIMA))
                        .outcome())
                .isEqualTo("409 session.password-needed");
    }

    @Test
    void signing_out_leaves_the_colleague_on_the_tablet() {
        bothSignIn();
        tablet.use(tablet.delete("/sessions/current").expect(200).getString("accessToken"));
        assertThat(names()).containsExactly("Fatima Oefenaar");
        assertThat(unlock("Fatima Oefenaar", FATIMA).status()).isEqualTo(200);
    }

    @Test
    void a_phone_has_no_workers() {
        TestDevice phone = TestDevice.enrolled(APP, Profile.VERWIJZER);
        assertThat(phone.get("/sessions").outcome()).isEqualTo("403 access.denied");
    }

    private void bothSignIn() {
        tablet.signIn("fatima").expect(201);
        choose(FATIMA).expect(200);
        tablet.signIn("joris").expect(201);
        choose(JORIS).expect(200);
    }

    private Reply choose(String pin) {
        return TestApp.await(
                tablet.send(HttpMethod.PUT, "/sessions/current/secrets", Map.of(), new JsonObject().put("pin", pin)));
    }

    private Reply unlock(String name, String pin) {
        return tablet.post("/sessions/" + session(name).getString("id") + "/unlock", new JsonObject().put("pin", pin));
    }

    private JsonObject session(String name) {
        return sessions().stream()
                .filter(one -> one.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return sessions().stream().map(one -> one.getString("name")).toList();
    }

    private String open() {
        return sessions().stream()
                .filter(one -> one.getBoolean("open"))
                .map(one -> one.getString("name"))
                .findFirst()
                .orElse("");
    }

    private List<JsonObject> sessions() {
        return tablet.get("/sessions").expect(200).getJsonArray("sessions").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
