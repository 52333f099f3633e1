package nl.haltloket.juvenile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.testing.ContractCheck;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tablet in a juvenile's hands: one case, what is meant for the juvenile, and back by a worker's secret only. */
class JuvenileScreenTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final String PIN = "58371";

    private final UUID caseId = PHONE.handOver();
    private final UUID otherCase = PHONE.handOver();
    private final TestDevice tablet = TestDevice.enrolled(APP, Profile.LOKET);

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void both_are_received_by_fatima() {
        APP.clock().advance(Duration.ofSeconds(61));
        APP.forgetPins();
        tablet.signIn("fatima").expect(201);
        TestApp.await(tablet.send(
                        HttpMethod.PUT, "/sessions/current/secrets", Map.of(), new JsonObject().put("pin", PIN)))
                .expect(200);
        for (UUID id : List.of(caseId, otherCase)) {
            tablet.command("/cases", TestTablet.receipt(id, TestTablet.guardian()))
                    .expect(201);
        }
    }

    @Test
    void the_juvenile_sees_what_is_meant_for_them() {
        JsonObject token = tablet.giveToJuvenile(caseId).expect(200);
        assertThat(token.getString("juvenileCase")).isEqualTo(caseId.toString());
        assertThat(token.containsKey("worker")).isFalse();
        JsonObject seen = own(caseId).expect(200);
        assertThat(seen.getString("ageGroup")).isEqualTo("UNDER_16");
        assertThat(seen.getString("state")).isEqualTo("OPENED");
        assertThat(seen.encode()).doesNotContain("Voorbeeld").doesNotContain("Noor");
    }

    @Test
    void a_case_of_somebody_else_is_refused() {
        tablet.giveToJuvenile(caseId).expect(200);
        assertThat(own(otherCase).outcome()).isEqualTo("403 juvenile.other-case");
    }

    @Test
    void everything_that_is_not_for_juveniles_is_refused() {
        tablet.giveToJuvenile(caseId).expect(200);
        assertThat(ContractCheck.operations().stream()
                        .filter(operation -> operation.access().stream()
                                .noneMatch(List.of("juvenile", "public", "gateway")::contains))
                        .map(operation -> TestApp.await(
                                        tablet.send(operation.method(), ofOwn(operation), Map.of(), null))
                                .outcome()))
                .isNotEmpty()
                .containsOnly("403 access.denied");
    }

    @Test
    void what_the_worker_had_open_before_gives_nothing_any_more() {
        String worker = tablet.token();
        tablet.giveToJuvenile(caseId).expect(200);
        tablet.use(worker);
        assertThat(tablet.get("/cases/" + caseId).outcome()).isEqualTo("401 session.locked");
        assertThat(tablet.get("/board").outcome()).isEqualTo("401 session.locked");
    }

    @Test
    void a_token_of_the_tablet_alone_is_not_a_way_round() {
        String alone = tablet.post("/sessions/current/lock", null).expect(200).getString("accessToken");
        tablet.use(alone);
        unlocked(PIN).expect(200);
        tablet.giveToJuvenile(caseId).expect(200);
        tablet.use(alone);
        assertThat(tablet.get("/board").outcome()).isEqualTo("401 session.handed");
    }

    @Test
    void it_survives_a_reload_and_a_restart_of_the_server() {
        tablet.giveToJuvenile(caseId).expect(200);
        assertThat(tablet.renew().expect(201).getString("juvenileCase")).isEqualTo(caseId.toString());
        APP.restart();
        assertThat(own(caseId).status()).isEqualTo(200);
        assertThat(tablet.renew().expect(201).getString("juvenileCase")).isEqualTo(caseId.toString());
        assertThat(tablet.get("/board").outcome()).isEqualTo("403 access.denied");
    }

    @Test
    void only_the_pin_brings_the_worker_back() {
        tablet.giveToJuvenile(caseId).expect(200);
        String juvenile = tablet.token();
        assertThat(tablet.delete("/sessions/current").outcome()).isEqualTo("403 access.denied");
        assertThat(unlock("3817").outcome()).isEqualTo("403 session.wrong-pin");
        JsonObject back = unlocked(PIN).expect(200);
        assertThat(back.containsKey("juvenileCase")).isFalse();
        assertThat(tablet.get("/cases/" + caseId).status()).isEqualTo(200);
        tablet.use(juvenile);
        assertThat(own(caseId).outcome()).isEqualTo("401 session.handed");
    }

    @Test
    void after_five_wrong_pins_the_password_is_asked_and_helps() {
        tablet.giveToJuvenile(caseId).expect(200);
        assertThat(IntStream.range(0, 4).mapToObj(_ -> unlock("3817").outcome()))
                .containsOnly("403 session.wrong-pin");
        assertThat(unlock("3817").outcome()).isEqualTo("409 session.password-needed");
        assertThat(own(caseId).status()).as("the juvenile goes on").isEqualTo(200);
        tablet.signIn("fatima").expect(201);
        assertThat(tablet.get("/board").status()).isEqualTo(200);
    }

    @Test
    void a_case_that_ended_is_not_given_away() {
        tablet.command(
                        "/cases/" + caseId + "/transitions",
                        new JsonObject().put("to", "LEFT").put("reason", "PICKED_UP"))
                .expect(200);
        assertThat(tablet.giveToJuvenile(caseId).outcome()).isEqualTo("409 juvenile.not-here");
        assertThat(tablet.giveToJuvenile(TestDevice.newId()).outcome()).isEqualTo("404 case.unknown");
    }

    @Test
    void the_log_says_who_gave_it_and_that_the_juvenile_looked() {
        tablet.giveToJuvenile(caseId).expect(200);
        own(caseId).expect(200);
        assertThat(APP
                        .rows(
                                "SELECT actor, facts FROM audit_entry WHERE subject = $1 ORDER BY seq DESC LIMIT 2",
                                "case:" + caseId)
                        .stream()
                        .map(row -> row.getString(0).replaceAll("[0-9a-f-]{36}", "*") + " " + row.getString(1)))
                .containsExactly("juvenile with worker:*@* case", "worker:*@* screen given to the juvenile");
    }

    private Reply own(UUID id) {
        return tablet.get("/cases/" + id + "/juvenile");
    }

    private String ofOwn(ContractCheck.Operation operation) {
        return operation
                .path()
                .replace("{caseId}", caseId.toString())
                .replace("{code}", "1234567C")
                .replace("{section}", "identity")
                .replaceAll("\\{\\w+}", TestDevice.newId().toString());
    }

    @CanIgnoreReturnValue
    private Reply unlocked(String pin) {
        Reply reply = unlock(pin);
        tablet.use(reply.expect(200).getString("accessToken"));
        return reply;
    }

    private Reply unlock(String pin) {
        JsonObject session =
                tablet.get("/sessions").expect(200).getJsonArray("sessions").getJsonObject(0);
        return tablet.post("/sessions/" + session.getString("id") + "/unlock", new JsonObject().put("pin", pin));
    }
}
