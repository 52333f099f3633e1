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

class SessionTest {
    private static final TestApp APP = new TestApp();
    private static final String CASE = "/cases/" + new UUID(0, 1);

    private final TestDevice tablet = TestDevice.enrolled(APP, Profile.LOKET);

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
    void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        assertThat(signIn("fatima", "geraden").outcome()).isEqualTo("403 session.wrong-password");
        assertThat(signIn("niemand", "geraden").outcome()).isEqualTo("403 session.wrong-password");
    }

    @Test
    void after_five_failures_even_the_right_password_must_wait_a_minute() {
        assertThat(IntStream.range(0, 5)
                        .mapToObj(_ -> signIn("joris", "geraden").status()))
                .containsOnly(403);
        assertThat(signIn("joris", TestApp.PASSWORD).outcome()).isEqualTo("429 attempts.limit");
        assertThat(signIn("fatima", TestApp.PASSWORD).status()).isEqualTo(201);
        APP.clock().advance(Duration.ofSeconds(61));
        assertThat(signIn("joris", TestApp.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void guesses_that_come_all_at_once_are_counted_too() {
        JsonObject guess = new JsonObject().put("login", "anneke").put("password", "geraden");
        List<Future<Reply>> guesses = IntStream.range(0, 12)
                .mapToObj(_ -> tablet.send(HttpMethod.POST, "/sessions", Map.of(), guess))
                .toList();
        TestApp.await(Future.join(guesses));
        assertThat(guesses.stream().filter(reply -> reply.result().status() == 403))
                .hasSize(5);
        assertThat(guesses.stream().filter(reply -> reply.result().status() == 429))
                .hasSize(7);
    }

    @Test
    void a_right_password_wipes_the_failures_before_it() {
        assertThat(IntStream.range(0, 4)
                        .mapToObj(_ -> signIn("fatima", "geraden").status()))
                .containsOnly(403);
        assertThat(signIn("fatima", TestApp.PASSWORD).status()).isEqualTo(201);
        assertThat(IntStream.range(0, 4)
                        .mapToObj(_ -> signIn("fatima", "geraden").status()))
                .containsOnly(403);
        assertThat(signIn("fatima", TestApp.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void the_next_worker_on_a_tablet_locks_the_session_before() {
        tablet.signIn("fatima").expect(201);
        String before = tablet.token();
        tablet.signIn("joris").expect(201);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("404 case.unknown");
        tablet.use(before);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.locked");
    }

    @Test
    void a_worker_may_be_signed_in_on_two_tablets() {
        TestDevice other = TestDevice.signedIn(APP, Profile.LOKET, "fatima");
        tablet.signIn("fatima").expect(201);
        assertThat(other.get(CASE).outcome()).isEqualTo("404 case.unknown");
    }

    @Test
    void signing_out_leaves_the_tablet_its_board_only() {
        tablet.signIn("fatima").expect(201);
        String before = tablet.token();
        tablet.use(tablet.delete("/sessions/current").expect(200).getString("accessToken"));
        assertThat(tablet.get("/board").status()).isEqualTo(200);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.none");
        tablet.use(before);
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.ended");
    }

    @Test
    void a_renewed_token_keeps_the_session_until_the_shift_is_over() {
        tablet.signIn("fatima").expect(201);
        APP.clock().advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(tablet.renew().expect(201).getJsonObject("worker").getString("name"))
                .isEqualTo("Fatima Oefenaar");
        assertThat(tablet.get(CASE).outcome()).isEqualTo("404 case.unknown");
        APP.clock().advance(Duration.ofSeconds(1));
        assertThat(tablet.get(CASE).outcome()).isEqualTo("401 session.ended");
        assertThat(tablet.renew().expect(201).containsKey("worker")).isFalse();
    }

    private Reply signIn(String login, String password) {
        return tablet.post("/sessions", new JsonObject().put("login", login).put("password", password));
    }
}
