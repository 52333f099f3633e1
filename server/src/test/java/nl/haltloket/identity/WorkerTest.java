package nl.haltloket.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password forgotten and a worker sent away, in the middle of the night. */
class WorkerTest {
    private static final TestApp APP = new TestApp();
    private static final String CASE = "/cases/" + new UUID(0, 1);
    private static final String OWN = "vlieger boven zee";

    private TestDevice laptop;
    private TestDevice tablet;

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void everybodyHasThePasswordOfTheTest() {
        APP.clock().advance(Duration.ofSeconds(61));
        APP.seedWorkers();
        APP.forgetPins();
        laptop = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        tablet = TestDevice.enrolled(APP, Profile.LOKET);
    }

    @Test
    void a_one_time_password_ends_every_session_and_lets_its_worker_choose() {
        TestDevice other = TestDevice.signedIn(APP, Profile.LOKET, "fatima");
        tablet.signIn("fatima").expect(201);
        String password = give("fatima").expect(201).getString("password");
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.ended");
        assertThat(other.get(CASE).outcome()).isEqualTo("401 session.ended");
        assertThat(signIn("fatima", TestApp.PASSWORD).outcome()).isEqualTo("403 session.wrong-password");
        JsonObject token = signIn("fatima", password).expect(201);
        assertThat(token.getJsonObject("worker").getJsonArray("choose")).containsExactly("PASSWORD", "PIN");
        tablet.use(token.getString("accessToken"));
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.none");
        assertThat(choose(new JsonObject().put("pin", "58371")).outcome()).isEqualTo("422 password.missing");
        tablet.use(choose(new JsonObject().put("pin", "58371").put("password", OWN))
                .expect(200)
                .getString("accessToken"));
        assertThat(tablet.get(CASE).outcome()).isEqualTo("404 case.unknown");
        assertThat(signIn("fatima", password).outcome()).isEqualTo("403 session.wrong-password");
        assertThat(signIn("fatima", OWN).status()).isEqualTo(201);
    }

    @Test
    void the_chain_says_who_gave_it() {
        give("joris").expect(201);
        assertThat(APP.count(
                        "audit_entry WHERE subject = $1 AND actor = $2 AND facts = 'one-time password'",
                        "worker:" + id("joris"),
                        "worker:" + id("anneke") + "@" + laptop.id()))
                .isEqualTo(1);
    }

    @Test
    void an_own_password_is_not_short_not_the_name_and_not_the_one_that_was_given() {
        String password = give("fatima").expect(201).getString("password");
        tablet.use(signIn("fatima", password).expect(201).getString("accessToken"));
        assertThat(choose(new JsonObject().put("password", "kort")).outcome()).isEqualTo("422 password.short");
        assertThat(choose(new JsonObject().put("password", "Fatima-2026!")).outcome())
                .isEqualTo("422 password.easy");
        assertThat(choose(new JsonObject().put("password", password)).outcome()).isEqualTo("422 password.easy");
    }

    @Test
    void a_password_cannot_be_changed_by_who_finds_the_screen_open() {
        tablet.signIn("fatima").expect(201);
        assertThat(choose(new JsonObject().put("password", OWN)).outcome()).isEqualTo("409 password.not-now");
    }

    @Test
    void a_coordinator_asks_another_or_the_machine() {
        assertThat(give("anneke").outcome()).isEqualTo("409 worker.self");
        assertThat(block("anneke").outcome()).isEqualTo("409 worker.self");
        var given = TestApp.await(APP.app().identity().workers().givePasswordAtMachine("anneke"));
        assertThat(laptop.get("/workers").outcome()).isEqualTo("401 session.ended");
        assertThat(signIn("anneke", given.password()).status()).isEqualTo(201);
        assertThat(APP.count("audit_entry WHERE actor = 'machine' AND subject = $1", "worker:" + id("anneke")))
                .isEqualTo(1);
    }

    @Test
    void the_machine_knows_only_who_works_here() {
        var given = APP.app().identity().workers().givePasswordAtMachine("niemand");
        assertThatThrownBy(() -> TestApp.await(given)).hasMessage("Deze medewerker is er niet.");
    }

    @Test
    void a_blocked_worker_is_out_at_once_and_stays_out_after_a_restart() {
        tablet.signIn("joris").expect(201);
        assertThat(block("joris").status()).isEqualTo(204);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.ended");
        APP.seedWorkers();
        assertThat(signIn("joris", "geraden").outcome()).isEqualTo("403 session.wrong-password");
        assertThat(signIn("joris", TestApp.PASSWORD).outcome()).isEqualTo("403 worker.blocked");
        assertThat(laptop.delete("/workers/" + id("joris") + "/block").status()).isEqualTo(204);
        assertThat(signIn("joris", TestApp.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void only_a_coordinator_on_the_laptop_sees_the_workers() {
        tablet.signIn("fatima").expect(201);
        assertThat(tablet.get("/workers").outcome()).isEqualTo("403 access.denied");
        assertThat(laptop.get("/workers").expect(200).getJsonArray("workers")).hasSize(3);
        assertThat(laptop.post("/workers/" + new UUID(0, 1) + "/password", null).outcome())
                .isEqualTo("404 worker.unknown");
    }

    private Reply give(String login) {
        return laptop.post("/workers/" + id(login) + "/password", null);
    }

    private Reply block(String login) {
        return TestApp.await(laptop.send(HttpMethod.PUT, "/workers/" + id(login) + "/block", Map.of(), null));
    }

    private Reply signIn(String login, String password) {
        tablet.renew().expect(201);
        return tablet.post("/sessions", new JsonObject().put("login", login).put("password", password));
    }

    private Reply choose(JsonObject secrets) {
        return TestApp.await(tablet.send(HttpMethod.PUT, "/sessions/current/secrets", Map.of(), secrets));
    }

    private static UUID id(String login) {
        return APP.rows("SELECT id FROM worker WHERE login = $1", login)
                .getFirst()
                .getUUID(0);
    }
}
