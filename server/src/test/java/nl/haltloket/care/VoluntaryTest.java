package nl.haltloket.care;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoluntaryTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestTablet FATIMA = new TestTablet(APP, "fatima");
    private static final CareFixture CARE = new CareFixture(new TestPhone(APP), FATIMA);

    @AfterAll
    static void stop() {
        APP.close();
    }

    /** It is 22 November 2026. */
    @ParameterizedTest
    @CsvSource({
        "2016-11-23, 422 voluntary.age",
        "2016-11-22, 201",
        "2002-11-23, 201",
        "2002-11-22, 422 voluntary.age",
        "2002-02-30, 422 identity.birth-date",
    })
    void it_is_for_ten_to_twenty_three(String birthDate, String outcome) {
        assertThat(open(details().put("birthDate", birthDate)).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "9, 422 voluntary.age",
                "10, 201",
                "23, 201",
                "24, 422 voluntary.age",
                "null, 422 voluntary.age-missing"
            })
    void an_age_is_enough(Integer age, String outcome) {
        assertThat(open(details().put("age", age)).outcome()).isEqualTo(outcome);
    }

    @Test
    void under_sixteen_nothing_goes_to_halt_before_a_guardian_says_yes() {
        String id = open(details().put("birthDate", "2011-03-14").put("guardianConsent", "LATER"))
                .expect(201)
                .getString("id");
        assertThat(read(id).getJsonArray("lacks")).containsExactly("GUARDIAN_CONSENT");
        assertThat(sheet(id, "json").outcome()).isEqualTo("409 voluntary.guardian-consent");
        assertThat(sheet(id, "pdf").outcome()).isEqualTo("409 voluntary.guardian-consent");
        JsonObject yes = details().put("birthDate", "2011-03-14").put("guardianConsent", "YES");
        assertThat(save(id, 1, yes).outcome()).isEqualTo("422 voluntary.guardian");
        save(id, 1, yes.put("guardian", "Moeder Voorbeeld").put("guardianHow", "PHONE"))
                .expect(200);
        JsonObject sheet = sheet(id, "json").expect(200);
        assertThat(sheet.getJsonObject("ouder").getString("toestemmingOp")).isEqualTo(TestApp.START.toString());
        assertThat(sheet.getString("uitgelegdDoor")).startsWith("Fatima");
    }

    @Test
    void who_does_not_say_yes_goes_nowhere() {
        String id = open(details().put("age", 17).put("consent", "LATER"))
                .expect(201)
                .getString("id");
        assertThat(sheet(id, "json").outcome()).isEqualTo("409 voluntary.consent");
    }

    @Test
    void what_halt_has_is_erased_here_and_not_before() {
        String id = open(details().put("age", 17)).expect(201).getString("id");
        assertThat(end(id, "HANDED_OVER").outcome()).isEqualTo("409 voluntary.export-first");
        sheet(id, "json").expect(200);
        assertThat(end(id, "HANDED_OVER").expect(200).getString("state")).isEqualTo("HANDED_OVER");
        assertThat(read(id).containsKey("details")).isFalse();
        assertThat(APP.count("case_key WHERE case_id = $1", java.util.UUID.fromString(id)))
                .isZero();
        assertThat(end(id, "STOPPED").outcome()).isEqualTo("409 voluntary.ended");
        assertThat(save(id, 1, details().put("age", 17)).outcome()).isEqualTo("409 voluntary.ended");
    }

    @Test
    void who_stops_is_erased_at_once() {
        String id = open(details().put("age", 17)).expect(201).getString("id");
        end(id, "STOPPED").expect(200);
        assertThat(APP.count("voluntary_case WHERE id = $1 AND details_sealed IS NULL", java.util.UUID.fromString(id)))
                .isOne();
    }

    @Test
    void the_sheet_names_the_consent_and_is_in_the_audit() throws IOException {
        String id = open(details().put("age", 17).put("wish", "Stoppen met ruzie op school"))
                .expect(201)
                .getString("id");
        Reply pdf = sheet(id, "pdf");
        try (var document = Loader.loadPDF(pdf.body().getBytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Wijkinterventie V-", "Noor Voorbeeld", "Toestemming", "Stoppen met ruzie", "OEFENING");
        }
        assertThat(APP
                        .rows(
                                "SELECT action, purpose, legal_basis FROM audit_entry WHERE subject = $1 ORDER BY seq",
                                "voluntary:" + id)
                        .stream()
                        .map(row -> row.getString("action") + " " + row.getString("legal_basis"))
                        .toList())
                .containsExactly("CHANGE AVG 6-1-a", "PRINT AVG 6-1-a");
    }

    @Test
    void it_has_no_place_for_what_the_police_wrote_and_no_tie_to_a_case() {
        assertThat(open(details().put("age", 17).put("offenceId", "x")).status())
                .isEqualTo(400);
        assertThat(open(details()
                                .put("age", 17)
                                .put("handoverId", TestDevice.newId().toString()))
                        .status())
                .isEqualTo(400);
        assertThat(CARE.receive(CareFixture.FIFTEEN)).isNotNull();
        assertThat(APP.rows("SELECT column_name FROM information_schema.columns WHERE table_name = 'voluntary_case'"))
                .noneMatch(row -> row.getString("column_name").contains("handover")
                        || row.getString("column_name").contains("case_id"));
    }

    @Test
    void it_is_listed_newest_first_and_only_at_the_desk() {
        String first = open(details().put("age", 17)).expect(201).getString("number");
        String second = open(details().put("age", 18)).expect(201).getString("number");
        assertThat(FATIMA.device().get("/voluntary-cases").expect(200).getJsonArray("cases").stream()
                        .map(JsonObject.class::cast)
                        .map(one -> one.getString("number"))
                        .limit(2))
                .containsExactly(second, first);
        assertThat(TestDevice.signedIn(APP, Profile.BEHEER, "anneke")
                        .get("/voluntary-cases")
                        .status())
                .isEqualTo(403);
    }

    private static JsonObject details() {
        return new JsonObject()
                .put("name", "Noor Voorbeeld")
                .put("setting", "NEIGHBOURHOOD")
                .put("proposer", "HALT")
                .put("contact", "06 12345678")
                .put("consent", "YES");
    }

    private static Reply open(JsonObject details) {
        return FATIMA.device().command("/voluntary-cases", details);
    }

    private static Reply save(String id, int version, JsonObject details) {
        return CARE.put("/voluntary-cases/" + id, version, "details", details);
    }

    private static JsonObject read(String id) {
        return FATIMA.device().get("/voluntary-cases/" + id).expect(200);
    }

    private static Reply sheet(String id, String kind) {
        return FATIMA.device().get("/voluntary-cases/" + id + "/sheet." + kind);
    }

    private static Reply end(String id, String outcome) {
        return FATIMA.device().command("/voluntary-cases/" + id + "/end", new JsonObject().put("outcome", outcome));
    }
}
