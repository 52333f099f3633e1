package nl.haltloket.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which text a guardian gets and in which language, or why none; with a gateway that is down. */
class GuardianTextsTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestDevice LAPTOP = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
    private static final AtomicInteger NUMBERS = new AtomicInteger(11110000);

    private final UUID id = PHONE.handOver();
    private final JsonObject guardian = TestTablet.guardian();
    private final String guardianId = guardian.getString("id");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void anotherNumber() {
        guardian.put("number", "06 " + NUMBERS.incrementAndGet());
    }

    @Test
    void a_guardian_is_told_in_dutch_as_long_as_nobody_signed_the_own_language() {
        TABLET.receive(id, guardian.put("language", "tr")).expect(201);
        JsonObject text = texts().getJsonObject(0);
        assertThat(text.getJsonObject("source").getString("language")).isEqualTo("nl");
        assertThat(text.getString("text")).startsWith("Halt: uw kind").contains("code " + code());
        sign("BRIDGE", "tr");
        UUID other = PHONE.handOver();
        JsonObject again = TestTablet.guardian().put("language", "tr").put("number", "06 " + NUMBERS.incrementAndGet());
        TABLET.receive(other, again).expect(201);
        JsonObject turkish = texts(other).getJsonObject(0);
        assertThat(turkish.getJsonObject("source").getString("language")).isEqualTo("tr");
        assertThat(turkish.getString("text")).contains("güvende");
    }

    @Test
    void german_and_french_can_be_noted() {
        JsonObject father = TestTablet.guardian()
                .put("language", "fr")
                .put("relation", "FATHER")
                .put("number", "06 " + NUMBERS.incrementAndGet());
        TABLET.receive(id, guardian.put("language", "de"), father).expect(201);
    }

    @Test
    void the_proof_stays_with_the_message_and_says_nothing_of_a_person() {
        TABLET.receive(id, guardian.put("language", "en")).expect(201);
        assertThat(APP.rows("SELECT template, template_language, template_version FROM outbox WHERE case_id = $1", id))
                .extracting(row -> row.getString(0) + " " + row.getString(1) + " " + row.getInteger(2))
                .containsExactly("BRIDGE en 1");
    }

    @Test
    void a_call_that_nobody_took_is_followed_by_one_text_that_goes_no_more_once_spoken() {
        TABLET.receive(id, guardian).expect(201);
        TABLET.contact(id, guardianId, outcome("NOT_REACHED")).expect(200);
        TABLET.contact(id, guardianId, outcome("NOT_REACHED")).expect(200);
        assertThat(templates()).containsExactly("BRIDGE QUEUED", "NOT_REACHED QUEUED");
        assertThat(texts().getJsonObject(1).getString("text")).contains("met code " + code());
        TABLET.contact(
                        id,
                        guardianId,
                        outcome("REACHED").put("spokenWith", "moeder").put("words", "Zij komt."))
                .expect(200);
        assertThat(templates()).containsExactly("BRIDGE CANCELLED", "NOT_REACHED CANCELLED");
    }

    @Test
    void a_wrong_number_gets_no_second_text() {
        TABLET.receive(id, guardian).expect(201);
        TABLET.contact(id, guardianId, outcome("WRONG_NUMBER")).expect(200);
        assertThat(templates()).noneMatch(one -> one.startsWith("NOT_REACHED"));
    }

    @Test
    void an_appointment_is_texted_once_and_again_when_it_changes() {
        TABLET.receive(id, guardian).expect(201);
        TABLET.beginIntake(id);
        save(0, appointment("2026-11-30", "15:45"));
        assertThat(texts().getJsonObject(1).getString("text"))
                .startsWith("Halt: uw afspraak is op maandag 30 november 15:45, Oostdorp, Raadhuisplein 1.");
        var _ = APP.rows("UPDATE outbox SET state = 'ACCEPTED' WHERE case_id = $1 RETURNING id", id);
        save(1, appointment("2026-11-30", "15:45").put("companion", "moeder"));
        assertThat(templates()).containsExactly("BRIDGE ACCEPTED", "APPOINTMENT ACCEPTED");
        save(2, appointment("2026-12-01", "15:45"));
        assertThat(templates()).containsExactly("BRIDGE ACCEPTED", "APPOINTMENT ACCEPTED", "APPOINTMENT QUEUED");
    }

    @Test
    void an_appointment_that_waited_is_replaced_and_goes_also_after_somebody_spoke() {
        TABLET.receive(id, guardian).expect(201);
        TABLET.contact(
                        id,
                        guardianId,
                        outcome("REACHED").put("spokenWith", "moeder").put("words", "Zij komt."))
                .expect(200);
        TABLET.beginIntake(id);
        save(0, appointment("2026-11-30", "15:45"));
        save(1, appointment("2026-12-01", "10:00"));
        assertThat(templates()).containsExactly("BRIDGE CANCELLED", "APPOINTMENT CANCELLED", "APPOINTMENT QUEUED");
    }

    @Test
    void who_must_not_be_contacted_is_told_no_appointment() {
        TABLET.receive(id, guardian.put("doNotContact", true).put("doNotContactReason", "geheim adres"))
                .expect(201);
        TABLET.beginIntake(id);
        save(0, appointment("2026-11-30", "15:45"));
        assertThat(APP.count("outbox WHERE case_id = $1", id)).isZero();
    }

    @Test
    void a_place_that_no_text_should_hold_is_not_sent_and_the_section_is_kept() {
        TABLET.receive(id, guardian).expect(201);
        TABLET.beginIntake(id);
        save(0, appointment("2026-11-30", "15:45").put("office", "politiebureau Oostdorp, bij de politie"));
        assertThat(templates()).containsExactly("BRIDGE QUEUED");
        assertThat(refused()).isEqualTo("sms.not-fit");
        save(1, appointment("2026-11-30", "15:45"));
        assertThat(refused()).isEqualTo("none");
    }

    @Test
    void a_limit_that_is_reached_is_a_call_at_once_with_the_reason() {
        TABLET.receive(id, guardian).expect(201);
        for (int n = 0; n < 2; n++) {
            add().expect(201);
        }
        JsonObject fourth = add().expect(201);
        assertThat(fourth.getString("state")).isEqualTo("CALL_DUE");
        JsonObject last = guardians(id).getJsonObject(3);
        assertThat(last.getJsonObject("textRefused").getString("code")).isEqualTo("sms.cap-case");
        assertThat(last.getJsonObject("textRefused").getString("sentence"))
                .isEqualTo("SMS niet verstuurd: voor deze zaak zijn er al genoeg verstuurd. Bel de ouder.");
        assertThat(last.containsKey("callBefore")).isTrue();
        assertThat(last.getJsonObject("followUp").getJsonArray("texts")).isEmpty();
    }

    @Test
    void a_landline_and_a_number_that_was_told_already_say_so() {
        JsonObject father = TestTablet.guardian().put("relation", "FATHER").put("number", guardian.getString("number"));
        JsonObject aunt = TestTablet.guardian().put("relation", "OTHER").put("number", "030 123 4567");
        TABLET.receive(id, guardian, father, aunt).expect(201);
        assertThat(guardians(id))
                .extracting(one -> ((JsonObject) one)
                        .getJsonObject("textRefused", new JsonObject())
                        .getString("code", "none"))
                .containsExactly("none", "sms.already-told", "sms.no-mobile");
    }

    private nl.haltloket.testing.Reply add() {
        return TABLET.device()
                .command(
                        "/cases/" + id + "/guardians",
                        TestTablet.guardian().put("number", "06 " + NUMBERS.incrementAndGet()));
    }

    private static JsonObject outcome(String what) {
        return new JsonObject().put("outcome", what);
    }

    private static JsonObject appointment(String date, String time) {
        return new JsonObject()
                .put("date", date)
                .put("time", time)
                .put("mode", "OFFICE")
                .put("office", "Oostdorp, Raadhuisplein 1");
    }

    private void save(int version, JsonObject data) {
        TestApp.await(TABLET.save(id, "appointment", version, data)).expect(200);
    }

    private static void sign(String text, String language) {
        LAPTOP.command("/texts/" + text + "/" + language + "/versions/1/signature", null)
                .expect(201);
    }

    private String code() {
        return APP.rows("SELECT code FROM case_code WHERE case_id = $1", id)
                .getFirst()
                .getString("code");
    }

    private String refused() {
        return guardians(id)
                .getJsonObject(0)
                .getJsonObject("textRefused", new JsonObject())
                .getString("code", "none");
    }

    private List<String> templates() {
        return texts().stream()
                .map(JsonObject.class::cast)
                .map(one -> one.getJsonObject("source").getString("template") + " " + one.getString("state"))
                .toList();
    }

    private JsonArray texts() {
        return texts(id);
    }

    private static JsonArray texts(UUID caseId) {
        return guardians(caseId).getJsonObject(0).getJsonObject("followUp").getJsonArray("texts");
    }

    private static JsonArray guardians(UUID caseId) {
        return TABLET.device().get("/cases/" + caseId).expect(200).getJsonArray("guardians");
    }
}
