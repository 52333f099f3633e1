package nl.haltloket.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet FATIMA = new TestTablet(APP, "fatima");
    private static final CareFixture CARE = new CareFixture(PHONE, FATIMA);

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_signal_is_kept_with_who_said_it_and_without_any_count() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        assertThat(CARE.save(id, "signals", 0, json().put("SOD-05", "gaat al weken niet naar school"))
                        .outcome())
                .isEqualTo("422 care.signal-source");
        JsonObject seen = json().put("SOD-05", "gaat al weken niet naar school")
                .put("SOD-05-by", "de jongere zelf")
                .put("discussed", true);
        CARE.save(id, "signals", 0, seen).expect(200);
        JsonObject saved = CARE.care(id).getJsonObject("parts").getJsonObject("signals");
        assertThat(saved.getJsonObject("data")).isEqualTo(seen);
        assertThat(saved.fieldNames()).containsExactlyInAnyOrder("version", "data", "savedAt", "savedBy");
    }

    @Test
    void care_is_in_no_case_view_and_in_no_dossier() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        CARE.save(id, "signals", 0, json().put("SOD-12", "mes in de tas").put("SOD-12-by", "oom"))
                .expect(200);
        CARE.save(id, "mentor", 0, json().put("name", "Tante Els")).expect(200);
        CARE.save(id, "damage", 0, json().put("estimateCents", 12_500).put("owner", "Bakker de Vries"))
                .expect(200);
        for (String path : List.of("/cases/" + id, "/cases/" + id + "/documents/dossier.json", "/board")) {
            String seen = FATIMA.device().get(path).body().toString();
            assertThat(seen).doesNotContain("mes in de tas", "Tante Els", "Bakker de Vries");
        }
    }

    @Test
    void every_look_and_change_is_recorded_with_care_as_its_purpose() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        CARE.save(id, "meldcode", 0, json().put("step1", "blauwe plek op de arm"))
                .expect(200);
        JsonObject _ = CARE.care(id);
        assertThat(APP
                        .rows(
                                "SELECT action, purpose, facts FROM audit_entry WHERE subject = $1 AND purpose LIKE 'Zorg%'"
                                        + " ORDER BY seq",
                                "case:" + id)
                        .stream()
                        .map(row -> row.getString("action") + " " + row.getString("facts"))
                        .toList())
                .containsExactly("CHANGE care meldcode", "READ care");
    }

    @Test
    void care_is_sealed() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        CARE.save(id, "mentor", 0, json().put("name", "Tante Els")).expect(200);
        assertThat(APP.rows("SELECT data_sealed FROM care_part WHERE case_id = $1", id)
                        .getFirst()
                        .getBuffer("data_sealed")
                        .toString())
                .doesNotContain("Els");
    }

    @Test
    void what_is_asked_waits_for_the_rights_card_and_the_meldcode_never_does() {
        UUID id = CARE.receive(CareFixture.FIFTEEN);
        assertThat(CARE.save(id, "apology", 0, json().put("wish", "LATER")).outcome())
                .isEqualTo("409 intake.rights-first");
        assertThat(CARE.say(id, 0, "Ik wil naar huis.").outcome()).isEqualTo("409 intake.rights-first");
        assertThat(CARE.experience(id, json().put("PLACE", "YES")).outcome()).isEqualTo("409 intake.rights-first");
        assertThat(permit(id).outcome()).isEqualTo("409 intake.rights-first");
        CARE.save(id, "meldcode", 0, json().put("step1", "blauwe plek")).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "2012-11-23, 422 care.scil-age",
        "2012-11-22, 200",
    })
    void a_scil_is_there_from_fourteen_on(String birthDate, String outcome) {
        UUID id = CARE.informed(birthDate);
        JsonObject occasion =
                json().put("occasion", true).put("reason", "READING").put("noticedBy", "WORKER");
        assertThat(CARE.save(id, "scil", 0, occasion).outcome()).isEqualTo(outcome);
        assertThat(CARE.care(id).getBoolean("scilPossible")).isEqualTo(outcome.equals("200"));
    }

    @Test
    void a_scil_needs_a_reason_and_makes_the_screens_plain() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        assertThat(easy(id)).isFalse();
        assertThat(CARE.save(id, "scil", 0, json().put("occasion", true)).outcome())
                .isEqualTo("422 care.scil-reason");
        CARE.save(
                        id,
                        "scil",
                        0,
                        json().put("occasion", true).put("reason", "TOLD").put("noticedBy", "GUARDIAN"))
                .expect(200);
        assertThat(easy(id)).isTrue();
        assertThat(APP.count(
                        "audit_entry WHERE subject = $1 AND action = 'READ' AND purpose LIKE 'Zorg%'", "case:" + id))
                .isZero();
    }

    @Test
    void plain_screens_need_no_scil() {
        UUID id = CARE.informed(CareFixture.THIRTEEN);
        CARE.save(id, "scil", 0, json().put("easyScreens", true)).expect(200);
        assertThat(easy(id)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "scil, item1, 3, 422 care.field-unknown",
        "signals, SOD-14, iets, 422 care.field-unknown",
        "signals, score, 3, 422 care.field-unknown",
        "mentor, number, 0612345678, 422 care.field-unknown",
        "apology, wish, MUST, 422 care.value",
        "damage, estimateCents, veel, 422 care.value",
        "mentor, name, 'El\u202Es', 422 text.hidden",
        "statement, text, iets, 400",
    })
    void what_has_no_place_is_refused(String part, String field, String value, String outcome) {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        Reply reply = CARE.save(id, part, 0, json().put(field, value));
        assertThat(outcome.equals("400") ? String.valueOf(reply.status()) : reply.outcome())
                .isEqualTo(outcome);
    }

    @Test
    void a_change_that_rests_on_an_older_version_is_refused() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        CARE.save(id, "mentor", 0, json().put("name", "Els")).expect(200);
        Reply late = CARE.save(id, "mentor", 0, json().put("name", "Bram"));
        assertThat(late.outcome()).isEqualTo("409 care.changed");
        assertThat(late.json().getString("version")).isEqualTo("1");
    }

    @Test
    void only_a_worker_at_the_desk_sees_care() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        TestDevice beheer = TestDevice.signedIn(APP, Profile.BEHEER, "anneke");
        assertThat(beheer.get("/cases/" + id + "/care").status()).isEqualTo(403);
        assertThat(PHONE.device().get("/cases/" + id + "/care").status()).isEqualTo(403);
    }

    @Test
    void nothing_goes_to_who_helps_without_a_yes_that_was_written_down() {
        UUID id = CARE.informed(CareFixture.SIXTEEN);
        assertThat(permit(id).outcome()).isEqualTo("409 care.juvenile-permission");
        CARE.juvenile(id, "LATER");
        assertThat(permit(id).outcome()).isEqualTo("409 care.juvenile-permission");
        CARE.juvenile(id, "YES");
        CARE.juvenile(id, "NO");
        assertThat(permit(id).outcome()).isEqualTo("409 care.juvenile-permission");
        CARE.juvenile(id, "YES");
        permit(id).expect(201);
        assertThat(CARE.care(id).getJsonArray("warmHandovers").getJsonObject(0).getString("permittedBy"))
                .isEqualTo("JUVENILE");
        assertThat(CARE.care(id).getBoolean("guardianPermits")).isFalse();
    }

    @Test
    void each_warm_handover_is_asked_for_apart() {
        UUID id = CARE.informed(CareFixture.SIXTEEN);
        CARE.juvenile(id, "YES");
        permit(id).expect(201);
        assertThat(permit(id).outcome()).isEqualTo("409 care.juvenile-permission");
        CARE.juvenile(id, "YES");
        permit(id).expect(201);
    }

    @Test
    void under_sixteen_a_guardian_permits_a_warm_handover_as_well() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        assertThat(CARE.care(id).getBoolean("guardianPermits")).isTrue();
        CARE.juvenile(id, "YES");
        assertThat(permit(id).outcome()).isEqualTo("409 care.guardian-permission");
        CARE.guardian(id, "NO");
        assertThat(permit(id).outcome()).isEqualTo("409 care.guardian-permission");
        CARE.guardian(id, "YES");
        permit(id).expect(201);
        assertThat(CARE.care(id).getJsonArray("warmHandovers").getJsonObject(0).getString("permittedBy"))
                .isEqualTo("JUVENILE_AND_GUARDIAN");
    }

    @Test
    void a_permission_says_for_what_and_to_whom_and_can_be_withdrawn() {
        UUID id = CARE.informed(CareFixture.SIXTEEN);
        assertThat(CARE.care(id).getJsonArray("warmHandovers")).isEmpty();
        CARE.juvenile(id, "YES");
        String permission = permit(id).expect(201).getString("id");
        JsonObject given = CARE.care(id).getJsonArray("warmHandovers").getJsonObject(0);
        assertThat(given.getString("receiver")).isEqualTo("Jongerenwerk Oost");
        assertThat(given.getString("givenBy")).startsWith("Fatima");
        assertThat(given.containsKey("withdrawnAt")).isFalse();
        String path = "/cases/" + id + "/warm-handovers/" + permission + "/withdrawal";
        UUID other = CARE.informed(CareFixture.SIXTEEN);
        assertThat(FATIMA.device()
                        .command("/cases/" + other + "/warm-handovers/" + permission + "/withdrawal", json())
                        .outcome())
                .isEqualTo("404 care.permission-unknown");
        FATIMA.device().command(path, json()).expect(200);
        assertThat(CARE.decision(id).containsKey("withdrawnAt")).isTrue();
        assertThat(CARE.care(id).getJsonArray("warmHandovers").getJsonObject(0).getString("withdrawnAt"))
                .isNotNull();
        assertThat(shared(id).warmHandovers()).isEmpty();
        FATIMA.device().command(path, json()).expect(200);
    }

    @Test
    void a_permission_ends_with_the_decision_that_it_rests_on() {
        UUID id = CARE.informed(CareFixture.SIXTEEN);
        CARE.juvenile(id, "YES");
        permit(id).expect(201);
        assertThat(shared(id).warmHandovers()).hasSize(1);
        String decision = CARE.decision(id).getString("id");
        FATIMA.device()
                .command("/cases/" + id + "/decisions/" + decision + "/withdrawal", json())
                .expect(200);
        assertThat(shared(id).warmHandovers()).isEmpty();
        assertThat(CARE.care(id).getJsonArray("warmHandovers").getJsonObject(0).getString("withdrawnBy"))
                .startsWith("Fatima");
    }

    @Test
    void own_words_are_kept_sealed_and_can_be_taken_back() {
        UUID id = CARE.informed(CareFixture.FIFTEEN);
        CARE.say(id, 0, "Ik vond het wachten lang.\nIk wil mijn zus bellen.").expect(200);
        assertThat(ownWords(id).getString("text")).isEqualTo("Ik vond het wachten lang.\nIk wil mijn zus bellen.");
        assertThat(CARE.say(id, 0, "Iets anders").outcome()).isEqualTo("409 care.changed");
        CARE.say(id, 1, "").expect(200);
        assertThat(ownWords(id).getString("text")).isEmpty();
    }

    @Test
    void what_was_taken_down_on_the_wrong_juvenile_moves_with_the_rest() {
        UUID wrong = CARE.informed(CareFixture.SIXTEEN);
        CARE.save(wrong, "mentor", 0, json().put("name", "Tante Els")).expect(200);
        CARE.say(wrong, 0, "Ik wil naar huis.").expect(200);
        UUID right = PHONE.handOver();
        FATIMA.device()
                .command(
                        "/cases/" + wrong + "/displacement",
                        json().put("handoverId", right.toString()).put("reason", "WRONG_CARD"))
                .expect(201);
        assertThat(CARE.care(right)
                        .getJsonObject("parts")
                        .getJsonObject("mentor")
                        .getJsonObject("data")
                        .getString("name"))
                .isEqualTo("Tante Els");
        assertThat(ownWords(right).getString("text")).isEqualTo("Ik wil naar huis.");
        assertThat(APP.count("care_part WHERE case_id = $1", wrong)).isZero();
    }

    @Test
    void the_help_lines_can_be_called_and_say_where_they_were_read() {
        JsonObject help = FATIMA.device().get("/help").expect(200);
        assertThat(help.getJsonArray("tips")).hasSize(6);
        assertThat(help.getJsonArray("lines").stream()
                        .map(JsonObject.class::cast)
                        .map(line -> line.getString("name") + " " + line.getString("number")))
                .contains("Veilig Thuis 0800 2000");
    }

    private static CareRecord.Shared shared(UUID id) {
        return TestApp.await(
                APP.database().inTransaction(tx -> APP.app().care().records().shared(tx, id)));
    }

    private static Reply permit(UUID id) {
        return FATIMA.device()
                .command(
                        "/cases/" + id + "/warm-handovers",
                        json().put("purpose", "kennismaken")
                                .put("receiver", "Jongerenwerk Oost")
                                .put("details", "naam en nummer"));
    }

    private static JsonObject ownWords(UUID id) {
        return FATIMA.device().get("/cases/" + id + "/own-words").expect(200);
    }

    private static boolean easy(UUID id) {
        return FATIMA.device().get("/cases/" + id + "/screens").expect(200).getBoolean("easy");
    }

    private static JsonObject json() {
        return new JsonObject();
    }
}
