package nl.haltloket.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final TestApp app = TestApp.withoutGateway();
    private final TestPhone phone = new TestPhone(app);
    private final TestTablet fatima = new TestTablet(app, "fatima");
    private final TestDevice anneke = TestDevice.signedIn(app, Profile.BEHEER, "anneke");
    private final CareFixture care = new CareFixture(phone, fatima);

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void fewer_than_five_answers_are_not_shown_and_the_fifth_shows_them() {
        answer(4);
        assertThat(question("PLACE").containsKey("yes")).isFalse();
        answer(1);
        assertThat(question("PLACE").getLong("yes")).isEqualTo(5);
        assertThat(question("PLACE").containsKey("no")).isFalse();
        assertThat(question("HEARD").containsKey("yes")).isFalse();
        assertThat(fatima.device().get("/reports/experiences").status()).isEqualTo(403);
    }

    @Test
    void a_juvenile_is_counted_once_and_nothing_leads_back() {
        UUID id = care.informed(CareFixture.FIFTEEN);
        JsonObject body = new JsonObject().put("language", "nl").put("answers", new JsonObject().put("PLACE", "NO"));
        UUID command = TestDevice.newId();
        String path = "/cases/" + id + "/experience";
        for (int time = 0; time < 2; time++) {
            TestApp.await(fatima.device().command(HttpMethod.POST, path, command, body))
                    .expect(201);
        }
        assertThat(care.experience(id, new JsonObject().put("PLACE", "YES")).outcome())
                .isEqualTo("409 experience.given");
        List<Row> counts = app.rows("SELECT * FROM experience_count");
        assertThat(counts).hasSize(1);
        assertThat(counts.getFirst().getInteger("given")).isOne();
        assertThat(counts.getFirst().toJson().encode()).doesNotContain(id.toString());
        assertThat(counts.getFirst().getOffsetDateTime("hour").getMinute()).isZero();
        assertThat(app.count("experience_given g, experience_count c WHERE g.xmin = c.xmin AND g.case_id = $1", id))
                .isZero();
        assertThat(app.count("audit_entry WHERE purpose LIKE 'Kwaliteit%' AND subject LIKE 'case:%'"))
                .isZero();
    }

    @Test
    void the_minutes_of_a_step_are_kept_without_the_case() {
        List<UUID> ids = IntStream.range(0, 5).mapToObj(_ -> receive()).toList();
        app.clock().advance(Duration.ofMinutes(8));
        ids.subList(0, 4).forEach(fatima::beginIntake);
        assertThat(step("OPENED").containsKey("left")).isFalse();
        app.clock().advance(Duration.ofMinutes(5));
        fatima.beginIntake(ids.getLast());
        assertThat(step("OPENED").getInteger("left")).isEqualTo(5);
        assertThat(step("OPENED").getInteger("medianMinutes")).isEqualTo(8);
        assertThat(step("OPENED").getInteger("mostMinutes")).isEqualTo(11);
        assertThat(step("INTAKE").containsKey("left")).isFalse();
        assertThat(app.rows("SELECT * FROM step_time LIMIT 1")
                        .getFirst()
                        .toJson()
                        .fieldNames())
                .containsExactlyInAnyOrder("event_id", "state", "seconds", "hour");
        assertThat(fatima.device().get("/reports/steps").status()).isEqualTo(403);
    }

    @Test
    void the_board_says_since_when_a_juvenile_is_in_its_state() {
        UUID id = receive();
        app.clock().advance(Duration.ofMinutes(12));
        fatima.beginIntake(id);
        JsonObject row =
                fatima.device().get("/board").expect(200).getJsonArray("rows").getJsonObject(0);
        assertThat(row.getInstant("stateSince")).isEqualTo(TestApp.START.plus(Duration.ofMinutes(12)));
        assertThat(row.getInstant("since")).isEqualTo(TestApp.START);
    }

    private UUID receive() {
        UUID id = phone.handOver();
        fatima.receive(id, TestTablet.guardian()).expect(201);
        return id;
    }

    private void answer(int times) {
        for (int time = 0; time < times; time++) {
            care.experience(care.informed(CareFixture.FIFTEEN), new JsonObject().put("PLACE", "YES"))
                    .expect(201);
        }
    }

    private JsonObject question(String name) {
        return row("/reports/experiences", "questions", "question", name);
    }

    private JsonObject step(String name) {
        return row("/reports/steps", "steps", "state", name);
    }

    private JsonObject row(String path, String list, String key, String name) {
        return anneke.get(path).expect(200).getJsonArray(list).stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString(key).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
