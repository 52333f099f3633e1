package nl.haltloket.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who calls whom next, who comes when no guardian may be called, and the letter as the last step. */
class CallTaskTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestTablet OTHER = new TestTablet(APP, "joris");

    private final UUID id = PHONE.handOver();
    private final JsonObject mother = TestTablet.guardian();
    private final JsonObject father =
            TestTablet.guardian().put("relation", "FATHER").put("number", "06 87654321");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @CsvSource({"NOT_REACHED, ", "VOICEMAIL, voicemail", "WRONG_NUMBER, verkeerd nummer"})
    void a_guardian_who_does_not_answer_is_called_again_and_the_next_one_at_once(String outcome, String reason) {
        TABLET.receive(id, mother, father).expect(201);
        contact(mother, outcome).expect(200);
        String now = APP.clock().instant().toString();
        assertThat(guardian(0).getString("state")).isEqualTo("NOT_REACHED");
        assertThat(guardian(0).getString("callBefore"))
                .isEqualTo(APP.clock().instant().plus(Duration.ofMinutes(5)).toString());
        assertThat(last(0).getString("reason")).isEqualTo(reason);
        assertThat(guardian(1).getString("state")).isEqualTo("CALL_DUE");
        assertThat(guardian(1).getString("callBefore"))
                .isEqualTo(APP.clock().instant().plus(Duration.ofMinutes(2)).toString());
        assertThat(last(1).getString("at")).isEqualTo(now);
    }

    @Test
    void nobody_else_becomes_a_task_once_one_guardian_was_spoken_with() {
        TABLET.receive(id, mother, father).expect(201);
        reach(father);
        contact(mother, "NOT_REACHED").expect(200);
        assertThat(guardian(1).getString("state")).isEqualTo("REACHED");
    }

    @Test
    void the_next_guardian_after_a_mark_is_called_and_never_the_marked_one() {
        TABLET.receive(id, mother.put("number", "06 55551112"), father).expect(201);
        contact(father, "NOT_REACHED").expect(200);
        assertThat(guardian(0).getString("state")).isEqualTo("CALL_DUE");
        TABLET.contact(id, mother.getString("id"), outcome("DO_NOT_CONTACT").put("reason", "contactverbod"))
                .expect(200);
        assertThat(guardian(0).getString("state")).isEqualTo("DO_NOT_CONTACT");
        assertThat(guardian(1).getString("state")).isEqualTo("NOT_REACHED");
    }

    @Test
    void the_road_by_which_a_guardian_was_spoken_with_is_kept() {
        TABLET.receive(id, mother).expect(201);
        JsonObject spoken = outcome("REACHED").put("spokenWith", "moeder").put("words", "Veilig.");
        TABLET.contact(id, mother.getString("id"), spoken.put("how", "CALLED_BACK"))
                .expect(200);
        assertThat(last(0).getString("how")).isEqualTo("CALLED_BACK");
    }

    @Test
    void a_call_is_one_workers_until_its_outcome_is_written_down_or_three_minutes_passed() {
        TABLET.receive(id, mother).expect(201);
        claim(TABLET, mother).expect(201);
        claim(TABLET, mother).expect(201);
        assertThat(followUp(0).getJsonObject("claim").getString("by")).isEqualTo("Fatima Oefenaar");
        Reply refused = claim(OTHER, mother);
        assertThat(refused.outcome()).isEqualTo("409 guardian.claimed");
        assertThat(refused.expect(409).getString("title")).startsWith("Fatima Oefenaar belt");
        contact(mother, "NOT_REACHED").expect(200);
        claim(OTHER, mother).expect(201);
        APP.clock().advance(Claims.HOLDS);
        claim(TABLET, mother).expect(201);
        assertThat(APP.rows("SELECT facts FROM audit_entry WHERE subject = $1", "case:" + id).stream()
                        .map(row -> row.getString("facts")))
                .contains("guardian call claimed");
    }

    @Test
    void there_is_nothing_to_claim_once_a_guardian_was_spoken_with() {
        TABLET.receive(id, mother).expect(201);
        reach(mother);
        assertThat(claim(TABLET, mother).outcome()).isEqualTo("409 guardian.no-call-due");
    }

    @Test
    void a_substitute_is_named_at_receipt_spoken_to_and_never_texted() {
        JsonObject aunt = adult("Tante Voorbeeld", "06 55559998");
        TABLET.receive(id, marked(mother).put("substitute", aunt)).expect(201);
        assertThat(boardCell().getString("substitute")).isEqualTo("NAMED");
        assertThat(followUp(0).getJsonObject("substitute").getString("number")).isEqualTo("+31655559998");
        claim(TABLET, mother).expect(201);
        assertThat(substitute(aunt.copy().put("spoken", true)).outcome()).isEqualTo("422 guardian.words-missing");
        substitute(aunt.put("spoken", true).put("words", "Zij komt om elf uur."))
                .expect(201);
        JsonObject known = followUp(0).getJsonObject("substitute");
        assertThat(known.getString("spokenBy")).isEqualTo("Fatima Oefenaar");
        assertThat(known.getString("words")).isEqualTo("Zij komt om elf uur.");
        assertThat(boardCell().getString("substitute")).isEqualTo("SPOKEN");
        assertThat(boardCell().containsKey("claim")).isFalse();
        assertThat(claim(TABLET, mother).outcome()).isEqualTo("409 guardian.no-call-due");
        assertThat(APP.count("outbox WHERE case_id = $1", id)).isZero();
        assertThat(APP.rows(
                                "SELECT to_jsonb(s) AS row FROM guardian_substitute s WHERE guardian_id = $1",
                                UUID.fromString(mother.getString("id")))
                        .getFirst()
                        .getJsonObject("row")
                        .encode())
                .contains("ADULT")
                .doesNotContain("Tante", "55559998");
    }

    @Test
    void a_substitute_who_can_not_be_found_is_refused_and_so_is_the_marked_number() {
        TABLET.receive(id, marked(mother).put("number", "06 55557776")).expect(201);
        assertThat(substitute(new JsonObject().put("who", "ADULT").put("name", "Tante"))
                        .outcome())
                .isEqualTo("422 guardian.substitute-missing");
        assertThat(substitute(adult("Tante", "06 55557776")).outcome()).isEqualTo("422 guardian.number-do-not-contact");
        substitute(new JsonObject().put("who", "SAFE_HOME")).expect(201);
        assertThat(boardCell().getString("substitute")).isEqualTo("NAMED");
    }

    @Test
    void who_comes_instead_is_kept_with_the_mark_and_a_marked_number_takes_the_whole_back() {
        TABLET.receive(id, mother.put("number", "06 55551113")).expect(201);
        JsonObject marked = outcome("DO_NOT_CONTACT").put("reason", "contactverbod");
        assertThat(TABLET.contact(id, mother.getString("id"), marked.put("substitute", adult("Tante", "06 55551113")))
                        .outcome())
                .isEqualTo("422 guardian.number-do-not-contact");
        assertThat(guardian(0).getString("state")).isEqualTo("NOT_TRIED");
        TABLET.contact(id, mother.getString("id"), marked.put("substitute", adult("Tante", "06 55559998")))
                .expect(200);
        assertThat(followUp(0).getJsonObject("substitute").getString("name")).isEqualTo("Tante");
    }

    @Test
    void a_substitute_is_not_the_other_guardian_whether_that_one_may_be_called_or_not() {
        JsonObject marked = marked(mother).put("substitute", adult("Vader zelf", "06 87654321"));
        assertThat(TABLET.receive(id, marked, father).outcome()).isEqualTo("422 guardian.number-of-guardian");
        assertThat(TABLET.receive(id, marked, marked(father.copy()).put("number", "06 87654321"))
                        .outcome())
                .isEqualTo("422 guardian.number-do-not-contact");
        TABLET.receive(id, marked.put("substitute", adult("Tante", "06 55559998")), father)
                .expect(201);
        assertThat(substitute(adult("Vader zelf", "+31 6 8765 4321")).outcome())
                .isEqualTo("422 guardian.number-of-guardian");
    }

    @Test
    void a_guardian_who_may_be_called_has_no_substitute() {
        TABLET.receive(id, mother).expect(201);
        assertThat(substitute(adult("Tante", "06 55559998")).outcome()).isEqualTo("409 guardian.may-be-called");
    }

    @Test
    void a_letter_in_the_guardians_hand_informs_and_takes_back_the_text_and_one_given_along_does_not() {
        TABLET.receive(id, mother).expect(201);
        assertThat(letter(mother, "GIVEN_ALONG", "de jongere").expect(201).getBoolean("informed"))
                .isFalse();
        assertThat(guardian(0).getBoolean("informed")).isFalse();
        assertThat(boardCell().containsKey("letterAt")).isFalse();
        assertThat(cancelled()).isZero();
        assertThat(letter(mother, "HANDED_OVER", "moeder").expect(201).getBoolean("informed"))
                .isTrue();
        assertThat(guardian(0).getBoolean("informed")).isTrue();
        assertThat(boardCell().containsKey("letterAt")).isTrue();
        assertThat(cancelled()).isOne();
        assertThat(followUp(0).getJsonArray("letters"))
                .extracting(letter -> ((JsonObject) letter).getString("to"))
                .containsExactly("de jongere", "moeder");
    }

    @Test
    void a_letter_says_who_took_it_and_is_never_for_a_guardian_who_must_be_left_alone() {
        TABLET.receive(id, mother, marked(father)).expect(201);
        assertThat(letter(mother, "GIVEN_ALONG", " ").outcome()).isEqualTo("422 guardian.letter-to");
        assertThat(letter(father, "GIVEN_ALONG", "de jongere").outcome()).isEqualTo("409 guardian.do-not-contact");
        assertThat(TABLET.device()
                        .get("/cases/" + id + "/guardians/" + father.getString("id") + "/letter.pdf")
                        .outcome())
                .isEqualTo("409 guardian.do-not-contact");
    }

    @Test
    void what_was_sent_stands_with_the_guardian() {
        TABLET.receive(id, mother).expect(201);
        JsonObject text = followUp(0).getJsonArray("texts").getJsonObject(0);
        assertThat(text.getString("state")).isEqualTo("QUEUED");
        assertThat(text.getString("text")).startsWith("Halt:");
    }

    private static JsonObject outcome(String outcome) {
        return new JsonObject().put("outcome", outcome);
    }

    private static JsonObject marked(JsonObject guardian) {
        guardian.put("doNotContact", true).put("doNotContactReason", "contactverbod");
        guardian.remove("number");
        return guardian;
    }

    private static JsonObject adult(String name, String number) {
        return new JsonObject()
                .put("who", "ADULT")
                .put("name", name)
                .put("relation", "tante")
                .put("number", number);
    }

    private Reply contact(JsonObject guardian, String outcome) {
        return TABLET.contact(id, guardian.getString("id"), outcome(outcome));
    }

    private void reach(JsonObject guardian) {
        JsonObject reached = outcome("REACHED").put("spokenWith", "ouder").put("words", "Veilig.");
        TABLET.contact(id, guardian.getString("id"), reached).expect(200);
    }

    private Reply claim(TestTablet tablet, JsonObject guardian) {
        return tablet.device().command(path(guardian) + "/claims", null);
    }

    private Reply substitute(JsonObject substitute) {
        return TABLET.device().command(path(mother) + "/substitutes", substitute);
    }

    private Reply letter(JsonObject guardian, String way, String to) {
        JsonObject letter = new JsonObject()
                .put("id", TestDevice.newId().toString())
                .put("way", way)
                .put("to", to);
        return TABLET.device().command(path(guardian) + "/letters", letter);
    }

    private String path(JsonObject guardian) {
        return "/cases/" + id + "/guardians/" + guardian.getString("id");
    }

    private JsonObject guardian(int position) {
        return TABLET.device()
                .get("/cases/" + id)
                .expect(200)
                .getJsonArray("guardians")
                .getJsonObject(position);
    }

    private JsonObject last(int position) {
        JsonArray history = guardian(position).getJsonArray("history");
        return history.getJsonObject(history.size() - 1);
    }

    private JsonObject followUp(int position) {
        return guardian(position).getJsonObject("followUp");
    }

    private JsonObject boardCell() {
        return TABLET.device().get("/board").expect(200).getJsonArray("rows").stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("id").equals(id.toString()))
                .findFirst()
                .orElseThrow()
                .getJsonArray("guardians")
                .getJsonObject(0);
    }

    private long cancelled() {
        return APP.count("outbox_cancel c JOIN outbox o ON o.id = c.message_id WHERE o.case_id = $1", id);
    }
}
