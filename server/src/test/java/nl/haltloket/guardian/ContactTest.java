package nl.haltloket.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.notify.MessageState;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reaching guardians, with a gateway that is down so that no report comes in between. */
class ContactTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final GuardianService REPORTS = reports();

    private final UUID id = PHONE.handOver();
    private final JsonObject guardian = TestTablet.guardian();

    @AfterAll
    static void stop() {
        APP.close();
    }

    private static GuardianService reports() {
        return GuardianFixture.of(APP);
    }

    @Test
    void a_number_that_was_not_read_back_is_refused() {
        assertThat(TABLET.receive(id, guardian.copy().put("readBack", false)).outcome())
                .isEqualTo("422 guardian.not-read-back");
        guardian.remove("readBack");
        assertThat(TABLET.receive(id, guardian).outcome()).isEqualTo("422 guardian.not-read-back");
    }

    @ParameterizedTest
    @CsvSource({
        "niet bekend, letters",
        "06 12345678 toestel 3, letters",
        "112, emergency",
        "0900 8844, service",
        "0800 1234, service",
        "0906 1234, service",
        "0612, short",
        "06 1234567, invalid",
        "06 123456789, invalid",
        "+999 12345678, invalid",
    })
    void a_number_that_no_parent_has_is_refused_with_why(String number, String why) {
        assertThat(TABLET.receive(id, guardian.put("number", number)).outcome())
                .isEqualTo("422 guardian.number-" + why);
        assertThat(APP.count("case_file WHERE id = $1", id)).isZero();
    }

    @Test
    void a_foreign_mobile_is_texted() {
        TABLET.receive(id, guardian.put("number", "+32 470 12 34 56")).expect(201);
        assertThat(guardian().getString("number")).isEqualTo("+32470123456");
        assertThat(texts()).isOne();
    }

    @Test
    void two_guardians_with_one_telephone_get_one_text_and_the_other_is_called() {
        JsonObject father = TestTablet.guardian().put("relation", "FATHER").put("number", "+31612345678");
        TABLET.receive(id, guardian, father).expect(201);
        assertThat(texts()).isOne();
        assertThat(guardian(0).getString("state")).isEqualTo("NOT_TRIED");
        assertThat(guardian(1).getString("state")).isEqualTo("CALL_DUE");
    }

    @Test
    void a_number_that_must_not_be_contacted_is_refused_for_another_guardian_and_another_case() {
        guardian.put("doNotContact", true)
                .put("doNotContactReason", "contactverbod")
                .put("number", "06 87654321");
        JsonObject father = TestTablet.guardian().put("relation", "FATHER").put("number", "0687654321");
        assertThat(TABLET.receive(id, guardian, father).outcome()).isEqualTo("422 guardian.number-do-not-contact");
        assertThat(TABLET.receive(id, father.put("number", "06 87654322"), guardian)
                        .status())
                .isEqualTo(201);
        UUID other = PHONE.handOver();
        JsonObject again = TestTablet.guardian().put("number", "+31 6 8765 4321");
        assertThat(TABLET.receive(other, again).outcome()).isEqualTo("422 guardian.number-do-not-contact");
        assertThat(APP.count("outbox WHERE case_id = $1", other)).isZero();
        TABLET.receive(other, again.put("number", "06 87654323")).expect(201);
    }

    @Test
    void a_mark_takes_back_what_waits_for_the_same_number_in_another_case() {
        String number = "06 55554444";
        TABLET.receive(id, guardian.put("number", number)).expect(201);
        UUID other = PHONE.handOver();
        JsonObject marked = TestTablet.guardian().put("number", number);
        TABLET.receive(other, marked).expect(201);
        JsonObject outcome = new JsonObject().put("outcome", "DO_NOT_CONTACT").put("reason", "geheim adres");
        TABLET.contact(other, marked.getString("id"), outcome).expect(200);
        assertThat(cancelled()).isOne();
    }

    @Test
    void an_unknown_language_is_a_real_answer_and_another_word_is_not() {
        assertThat(TABLET.receive(id, guardian.put("language", "klingon")).outcome())
                .isEqualTo("422 language.unknown");
        TABLET.receive(id, guardian.put("language", "und")).expect(201);
        assertThat(guardian().getString("language")).isEqualTo("und");
        assertThat(texts()).isOne();
    }

    @Test
    void the_number_of_the_juvenile_is_asked_about() {
        TABLET.receive(id, guardian.put("number", "06 33334444")).expect(201);
        TABLET.beginIntake(id);
        JsonObject mobile = new JsonObject().put("mobile", "+31 6 33 33 44 44");
        assertThat(TestApp.await(TABLET.save(id, "identity", 0, mobile)).outcome())
                .isEqualTo("422 intake.mobile-of-guardian");
        TestApp.await(TABLET.save(id, "identity", 0, mobile.put("mobile", "06 33334445")))
                .expect(200);
    }

    @Test
    void a_guardian_without_a_number_needs_a_reason_not_to_be_called() {
        guardian.remove("number");
        assertThat(TABLET.receive(id, guardian).outcome()).isEqualTo("422 guardian.number-missing");
        guardian.put("doNotContact", true);
        assertThat(TABLET.receive(id, guardian).outcome()).isEqualTo("422 guardian.reason-missing");
        assertThat(TABLET.receive(id, guardian.put("doNotContactReason", " ")).outcome())
                .isEqualTo("422 guardian.reason-missing");
    }

    @Test
    void a_guardian_who_must_not_be_contacted_is_never_texted() {
        guardian.put("doNotContact", true)
                .put("doNotContactReason", "contactverbod")
                .put("number", "06 11112222");
        TABLET.receive(id, guardian).expect(201);
        assertThat(guardian().getString("state")).isEqualTo("DO_NOT_CONTACT");
        assertThat(guardian().containsKey("callBefore")).isFalse();
        assertThat(texts()).isZero();
    }

    @Test
    void a_landline_is_called_and_not_texted() {
        TABLET.receive(id, guardian.put("number", "030 123 4567")).expect(201);
        assertThat(guardian().getString("state")).isEqualTo("CALL_DUE");
        assertThat(guardian().getString("callBefore")).isEqualTo("2026-11-22T20:10:00Z");
        assertThat(texts()).isZero();
    }

    @Test
    void a_mobile_number_is_texted_once_and_sealed() {
        TABLET.receive(id, guardian).expect(201);
        assertThat(guardian().getString("number")).isEqualTo("+31612345678");
        assertThat(guardian().getBoolean("informed")).isFalse();
        assertThat(texts()).isOne();
        assertThat(APP.rows("SELECT to_jsonb(g) AS row FROM guardian g WHERE case_id = $1", id)
                        .getFirst()
                        .getJsonObject("row")
                        .encode())
                .doesNotContain("Voorbeeld", "612345678");
    }

    @ParameterizedTest
    @CsvSource({
        "REACHED, spokenWith, moeder, 422 guardian.words-missing",
        "REACHED, words, 'Noor is bij ons', 422 guardian.words-missing",
        "DO_NOT_CONTACT, words, x, 422 guardian.reason-missing",
        "DO_NOT_CONTACT, reason, 'a\u202Eb', 422 text.hidden",
        "NOT_REACHED, words, 'a\u0007b', 422 text.hidden"
    })
    void an_outcome_without_its_facts_is_refused(String outcome, String field, String value, String refusal) {
        TABLET.receive(id, guardian).expect(201);
        assertThat(contact(new JsonObject().put("outcome", outcome).put(field, value))
                        .outcome())
                .isEqualTo(refusal);
        assertThat(guardian().getJsonArray("history")).isEmpty();
    }

    @Test
    void a_guardian_of_another_case_is_unknown() {
        TABLET.receive(id, guardian).expect(201);
        UUID other = PHONE.handOver();
        TABLET.receive(other, TestTablet.guardian()).expect(201);
        assertThat(TABLET.contact(other, guardian.getString("id"), reached()).outcome())
                .isEqualTo("404 guardian.unknown");
    }

    @Test
    void informed_is_only_who_was_spoken_with_and_it_keeps_by_whom_and_with_what_words() {
        TABLET.receive(id, guardian).expect(201);
        assertThat(contact(reached()).expect(200).getBoolean("informed")).isTrue();
        JsonObject step = guardian().getJsonArray("history").getJsonObject(0);
        assertThat(step.getString("by")).isEqualTo("Fatima Oefenaar");
        assertThat(step.getString("spokenWith")).isEqualTo("moeder");
        assertThat(step.getString("words")).isEqualTo("Noor is veilig bij ons.");
        assertThat(guardian().containsKey("callBefore")).isFalse();
        assertThat(contact(new JsonObject().put("outcome", "NOT_REACHED")).outcome())
                .isEqualTo("409 guardian.state");
    }

    @Test
    void reaching_a_guardian_takes_back_the_text() {
        TABLET.receive(id, guardian).expect(201);
        contact(reached()).expect(200);
        assertThat(cancelled()).isOne();
    }

    @Test
    void a_call_without_answer_leaves_the_text_to_go() {
        TABLET.receive(id, guardian).expect(201);
        contact(new JsonObject().put("outcome", "NOT_REACHED")).expect(200);
        assertThat(cancelled()).isZero();
        assertThat(guardian().getString("callBefore")).isEqualTo("2026-11-22T20:05:00Z");
    }

    @Test
    void a_wrong_number_is_not_texted_any_more() {
        TABLET.receive(id, guardian).expect(201);
        contact(new JsonObject().put("outcome", "WRONG_NUMBER")).expect(200);
        assertThat(cancelled()).isOne();
        assertThat(guardian().getString("state")).isEqualTo("NOT_REACHED");
    }

    @Test
    void a_call_after_one_without_answer_may_still_reach() {
        TABLET.receive(id, guardian).expect(201);
        contact(new JsonObject().put("outcome", "NOT_REACHED")).expect(200);
        contact(new JsonObject().put("outcome", "NOT_REACHED")).expect(200);
        contact(reached()).expect(200);
        assertThat(guardian().getJsonArray("history"))
                .extracting(step -> ((JsonObject) step).getString("state"))
                .containsExactly("CALL_DUE", "NOT_REACHED", "CALL_DUE", "NOT_REACHED", "REACHED");
    }

    @Test
    void a_report_moves_the_contact_and_informs_nobody() {
        TABLET.receive(id, guardian).expect(201);
        report(MessageState.DELIVERED);
        assertThat(guardian().getString("state")).isEqualTo("SMS_DELIVERED");
        assertThat(guardian().getBoolean("informed")).isFalse();
        report(MessageState.FAILED);
        assertThat(guardian().getString("state")).isEqualTo("SMS_DELIVERED");
    }

    @Test
    void a_report_after_the_guardian_was_reached_changes_nothing() {
        TABLET.receive(id, guardian).expect(201);
        contact(reached()).expect(200);
        JsonObject before = guardian();
        report(MessageState.ACCEPTED);
        report(MessageState.DELIVERED);
        report(MessageState.FAILED);
        assertThat(guardian()).isEqualTo(before);
    }

    private static void report(GuardianService service, String key, MessageState state) {
        TestApp.await(APP.database()
                .inTransaction(
                        tx -> service.messageChanged(tx, key, state, APP.clock().instant())));
    }

    private void report(MessageState state) {
        report(REPORTS, "guardian:" + guardian.getString("id"), state);
    }

    private Reply contact(JsonObject outcome) {
        return TABLET.contact(id, guardian.getString("id"), outcome);
    }

    private static JsonObject reached() {
        return new JsonObject()
                .put("outcome", "REACHED")
                .put("spokenWith", "moeder")
                .put("words", "Noor is veilig bij ons.");
    }

    private JsonObject guardian() {
        return guardian(0);
    }

    private JsonObject guardian(int position) {
        return TABLET.device()
                .get("/cases/" + id)
                .expect(200)
                .getJsonArray("guardians")
                .getJsonObject(position);
    }

    private long texts() {
        return APP.count("outbox WHERE case_id = $1", id);
    }

    private long cancelled() {
        return APP.count("outbox_cancel c JOIN outbox o ON o.id = c.message_id WHERE o.case_id = $1", id);
    }
}
