package nl.haltloket.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet FATIMA = new TestTablet(APP, "fatima");
    private static final TestTablet JORIS = new TestTablet(APP, "joris");

    private final UUID id = PHONE.handOver();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void receive() {
        FATIMA.receive(id, TestTablet.guardian()).expect(201);
    }

    @Test
    void an_intake_that_did_not_begin_takes_nothing() {
        assertThat(save("identity", 0, field("city", "Oostdorp")).outcome()).isEqualTo("409 intake.closed");
    }

    @ParameterizedTest
    @CsvSource({"identity, city", "language, language", "contact, school", "pickup, pickedUpBy", "appointment, office"})
    void before_the_rights_card_nothing_is_asked(String section, String field) {
        FATIMA.device()
                .command("/cases/" + id + "/transitions", new JsonObject().put("to", "INTAKE"))
                .expect(200);
        JsonObject data = field(field, field.equals("language") ? "nl" : "De Brug");
        assertThat(save(section, 0, data).outcome()).isEqualTo("409 intake.rights-first");
        FATIMA.showRights(id);
        assertThat(save(section, 0, data).status()).isEqualTo(200);
    }

    @Test
    void of_who_is_not_fit_a_parent_arranges_pickup_and_appointment_without_the_card() {
        FATIMA.move(id, "NOT_FIT_NOW", null).expect(200);
        assertThat(save("pickup", 0, field("pickedUpBy", "moeder")).status()).isEqualTo(200);
        assertThat(save("appointment", 0, field("date", "2026-12-01")).status()).isEqualTo(200);
        assertThat(save("identity", 0, field("city", "Oostdorp")).outcome()).isEqualTo("409 intake.rights-first");
    }

    @Test
    void the_case_says_when_the_card_was_shown_and_how() {
        assertThat(FATIMA.device().get("/cases/" + id).expect(200).containsKey("rights"))
                .isFalse();
        FATIMA.showRights(id);
        FATIMA.device()
                .command(
                        "/cases/" + id + "/rights",
                        TestTablet.rights().put("language", "en").put("readAloud", true))
                .expect(201);
        JsonObject file = JORIS.device().get("/cases/" + id).expect(200);
        JsonObject rights = file.getJsonObject("rights");
        assertThat(rights.getString("language")).isEqualTo("en");
        assertThat(rights.getBoolean("readAloud")).isTrue();
        assertThat(rights.getString("by")).isEqualTo("Fatima Oefenaar");
        assertThat(file.getJsonObject("terms").getString("appointmentBy")).isEqualTo("2026-12-22");
    }

    @Test
    void a_field_of_another_section_is_refused() {
        FATIMA.beginIntake(id);
        assertThat(save("identity", 0, field("school", "De Brug")).outcome()).isEqualTo("422 intake.field-unknown");
        assertThat(save("statement", 0, field("city", "Oostdorp")).status()).isEqualTo(400);
    }

    @Test
    void a_change_that_rests_on_an_older_version_is_refused_and_told_the_newest() {
        FATIMA.beginIntake(id);
        assertThat(save("contact", 1, field("school", "De Brug")).outcome()).isEqualTo("409 intake.changed");
        assertThat(save("contact", 0, field("school", "De Brug")).expect(200).getInteger("version"))
                .isOne();
        assertThat(save("contact", 1, field("school", "De Beuk")).expect(200).getInteger("version"))
                .isEqualTo(2);
        Reply late = save("contact", 1, field("school", "De Berk"));
        assertThat(late.outcome()).isEqualTo("409 intake.changed");
        assertThat(late.json().getString("version")).isEqualTo("2");
        assertThat(section("contact").getJsonObject("data").getString("school")).isEqualTo("De Beuk");
    }

    @Test
    void of_two_changes_at_once_one_is_kept() {
        FATIMA.beginIntake(id);
        List<Future<Reply>> both = Stream.of(FATIMA, JORIS)
                .map(tablet -> tablet.save(id, "pickup", 0, field("pickedUpBy", "moeder")))
                .toList();
        TestApp.await(Future.join(both));
        assertThat(both.stream().map(reply -> reply.result().outcome()))
                .containsExactlyInAnyOrder("200", "409 intake.changed");
    }

    @Test
    void a_section_is_sealed() {
        FATIMA.beginIntake(id);
        save("identity", 0, field("callingName", "Noortje")).expect(200);
        assertThat(APP.rows("SELECT data_sealed FROM intake_section WHERE case_id = $1", id)
                        .getFirst()
                        .getBuffer("data_sealed")
                        .toString())
                .doesNotContain("Noortje");
        assertThat(section("identity").getJsonObject("data").getString("callingName"))
                .isEqualTo("Noortje");
    }

    /** It is Sunday 22 November 2026, 21:00 in Amsterdam. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "2026-11-21, null, 422 intake.appointment-past",
                "2026-11-22, 20:59, 422 intake.appointment-past",
                "2026-11-22, 21:01, 200",
                "2026-11-22, null, 200",
                "2026-12-22, 23:59, 200",
                "2026-12-23, 00:00, 422 intake.appointment-late",
                "2026-11-31, null, 422 intake.appointment-invalid",
                "volgende week, null, 422 intake.appointment-invalid",
                "2026-12-01, 25:00, 422 intake.appointment-invalid",
                "2026-12-01, half drie, 422 intake.appointment-invalid",
                "'', null, 200",
                "null, null, 200",
            })
    void an_appointment_lies_within_thirty_days(String date, String time, String outcome) {
        FATIMA.beginIntake(id);
        assertThat(save("appointment", 0, new JsonObject().put("date", date).put("time", time))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_date_or_time_that_is_no_text_is_refused() {
        FATIMA.beginIntake(id);
        assertThat(save("appointment", 0, new JsonObject().put("date", 20_261_201))
                        .outcome())
                .isEqualTo("422 intake.value");
        assertThat(save("appointment", 0, new JsonObject().put("date", true)).outcome())
                .isEqualTo("422 intake.value");
        assertThat(save(
                                "appointment",
                                0,
                                new JsonObject().put("date", "2026-12-01").put("time", 1430))
                        .outcome())
                .isEqualTo("422 intake.value");
    }

    @ParameterizedTest
    @CsvSource({
        "identity, callingName, 'Noor\u202Eroon', 422 text.hidden",
        "contact, school, 'De\u0007Brug', 422 text.hidden",
        "contact, trustedName, 'عبد الله 🦊', 200",
        "language, language, klingon, 422 language.unknown",
        "language, language, und, 200",
        "language, language, ar, 200",
    })
    void a_value_that_can_not_be_is_refused_in_words(String section, String field, String value, String outcome) {
        FATIMA.beginIntake(id);
        assertThat(save(section, 0, field(field, value)).outcome()).isEqualTo(outcome);
    }

    private Reply save(String section, int version, JsonObject data) {
        return TestApp.await(FATIMA.save(id, section, version, data));
    }

    private JsonObject section(String name) {
        return JORIS.device()
                .get("/cases/" + id)
                .expect(200)
                .getJsonObject("intake")
                .getJsonObject(name);
    }

    private static JsonObject field(String name, String value) {
        return new JsonObject().put(name, value);
    }
}
