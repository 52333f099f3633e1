package nl.haltloket.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.notify.MessageState;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guardians put right after the first text; the gateway is down, so that no report comes in between. */
class NumberCorrectionTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final GuardianService REPORTS = reports();

    private final UUID id = PHONE.handOver();
    private final JsonObject guardian = TestTablet.guardian();
    private final String wrong = guardian.getString("id");

    @AfterAll
    static void stop() {
        APP.close();
    }

    private static GuardianService reports() {
        return GuardianFixture.of(APP);
    }

    /** A mark holds for every case of the night; the next test has its own. */
    @AfterEach
    void forget() {
        var _ = APP.rows("DELETE FROM do_not_contact RETURNING case_id");
    }

    @BeforeEach
    void receive() {
        TABLET.receive(id, guardian).expect(201);
    }

    @Test
    void a_corrected_number_is_texted_at_once_and_the_queued_text_to_the_wrong_one_is_taken_back() {
        JsonObject answer = correct("06 87654321").expect(201);
        assertThat(answer.getString("state")).isEqualTo("NOT_TRIED");
        assertThat(APP.count("outbox WHERE callback_key = $1", "guardian:" + answer.getString("id")))
                .isOne();
        assertThat(APP.count(
                        "outbox_cancel c JOIN outbox o ON o.id = c.message_id WHERE o.callback_key = $1",
                        "guardian:" + wrong))
                .isOne();
    }

    @Test
    void the_wrong_number_stays_as_history_with_what_a_stranger_read_there() {
        report(wrong, MessageState.ACCEPTED);
        correct("06 87654321").expect(201);
        JsonObject now = only();
        assertThat(now.getString("number")).isEqualTo("+31687654321");
        assertThat(now.getString("name")).isEqualTo("Moeder Voorbeeld");
        JsonObject former = now.getJsonArray("former").getJsonObject(0);
        assertThat(former.getString("number")).isEqualTo("+31612345678");
        assertThat(former.getString("reason")).isEqualTo("MISTYPED");
        String text = former.getJsonArray("texts").getJsonObject(0).getString("text");
        assertThat(text).contains("veilig").doesNotContain("Noor", "Voorbeeld", "Moeder");
    }

    @Test
    void a_late_report_on_the_wrong_number_says_nothing_of_the_guardian() {
        report(wrong, MessageState.ACCEPTED);
        correct("06 87654321").expect(201);
        report(wrong, MessageState.DELIVERED);
        JsonObject now = only();
        assertThat(now.getString("state")).isEqualTo("NOT_TRIED");
        assertThat(now.getBoolean("informed")).isFalse();
        assertThat(boardCell().getString("state")).isEqualTo("NOT_TRIED");
    }

    @Test
    void who_was_spoken_with_at_the_wrong_number_was_not_the_guardian() {
        TABLET.contact(
                        id,
                        wrong,
                        new JsonObject()
                                .put("outcome", "REACHED")
                                .put("spokenWith", "moeder")
                                .put("words", "Veilig."))
                .expect(200);
        correct("06 87654321").expect(201);
        assertThat(only().getBoolean("informed")).isFalse();
        assertThat(boardCell().getString("state")).isEqualTo("NOT_TRIED");
    }

    @Test
    void the_contact_that_was_replaced_takes_no_more_outcomes_and_no_second_correction() {
        correct("06 87654321").expect(201);
        assertThat(TABLET.contact(id, wrong, new JsonObject().put("outcome", "NOT_REACHED"))
                        .outcome())
                .isEqualTo("409 guardian.replaced");
        assertThat(correct("06 87654322").outcome()).isEqualTo("409 guardian.replaced");
    }

    @Test
    void a_number_that_was_not_read_back_or_is_the_same_is_refused_and_changes_nothing() {
        assertThat(TABLET.device()
                        .command(numbers(wrong), correction("06 87654321").put("readBack", false))
                        .outcome())
                .isEqualTo("422 guardian.not-read-back");
        assertThat(correct("+31 6 12345678").outcome()).isEqualTo("422 guardian.number-same");
        assertThat(correct("112").outcome()).isEqualTo("422 guardian.number-emergency");
        assertThat(only().getString("number")).isEqualTo("+31612345678");
        assertThat(APP.count("outbox_cancel c JOIN outbox o ON o.id = c.message_id WHERE o.case_id = $1", id))
                .isZero();
    }

    @Test
    void do_not_contact_is_not_passed_by_another_number_nor_by_another_guardian() {
        TABLET.contact(
                        id,
                        wrong,
                        new JsonObject().put("outcome", "DO_NOT_CONTACT").put("reason", "contactverbod"))
                .expect(200);
        assertThat(correct("06 87654321").outcome()).isEqualTo("409 guardian.do-not-contact");
        assertThat(add(TestTablet.guardian()).outcome()).isEqualTo("409 guardian.do-not-contact");
        JsonObject father = TestTablet.guardian().put("number", "06 87654321");
        add(father).expect(201);
        assertThat(TABLET.device()
                        .command(numbers(father.getString("id")), correction("06 12345678"))
                        .outcome())
                .isEqualTo("409 guardian.do-not-contact");
    }

    @Test
    void after_three_texts_a_corrected_number_is_a_call() {
        String second = correct("06 87654321").expect(201).getString("id");
        report(wrong, MessageState.ACCEPTED);
        sent(wrong);
        String third = TABLET.device()
                .command(numbers(second), correction("06 87654322"))
                .expect(201)
                .getString("id");
        sent(second);
        TABLET.device().command(numbers(third), correction("06 87654323")).expect(201);
        sent(third);
        JsonObject fourth = only();
        assertThat(TABLET.device()
                        .command(numbers(fourth.getString("id")), correction("06 87654324"))
                        .expect(201)
                        .getString("state"))
                .isEqualTo("CALL_DUE");
        assertThat(only().containsKey("callBefore")).isTrue();
        assertThat(only().getJsonArray("former")).hasSize(4);
    }

    @Test
    void a_typo_in_a_name_or_language_is_mended_and_the_contact_stays_where_it_is() {
        report(wrong, MessageState.DELIVERED);
        JsonObject edit = new JsonObject()
                .put("name", "Müjde Voorbeeld")
                .put("relation", "GUARDIAN")
                .put("custody", "NO")
                .put("language", "tr");
        TestApp.await(TABLET.device()
                        .command(HttpMethod.PUT, "/cases/" + id + "/guardians/" + wrong, TestDevice.newId(), edit))
                .expect(200);
        JsonObject now = only();
        assertThat(now.getString("name")).isEqualTo("Müjde Voorbeeld");
        assertThat(now.getString("relation")).isEqualTo("GUARDIAN");
        assertThat(now.getString("language")).isEqualTo("tr");
        assertThat(now.getString("state")).isEqualTo("SMS_DELIVERED");
        assertThat(now.getString("number")).isEqualTo("+31612345678");
    }

    @Test
    void a_guardian_known_later_is_texted_at_once_and_a_fifth_is_refused() {
        add(TestTablet.guardian().put("number", "06 87654321")).expect(201);
        add(TestTablet.guardian().put("number", "06 87654322")).expect(201);
        assertThat(add(TestTablet.guardian().put("number", "06 87654323"))
                        .expect(201)
                        .getString("state"))
                .as("after three texts")
                .isEqualTo("CALL_DUE");
        assertThat(add(TestTablet.guardian().put("number", "06 87654324")).outcome())
                .isEqualTo("409 guardian.limit");
        assertThat(guardians()).hasSize(4);
    }

    @Test
    void the_audit_says_why_and_never_the_number() {
        correct("06 87654321").expect(201);
        assertThat(APP.rows("SELECT facts FROM audit_entry WHERE subject = $1", "case:" + id))
                .extracting(row -> row.getString("facts"))
                .contains("guardian number corrected MISTYPED NOT_TRIED")
                .noneMatch(facts -> facts.contains("87654321"));
    }

    private Reply correct(String number) {
        return TABLET.device().command(numbers(wrong), correction(number));
    }

    private String numbers(String guardianId) {
        return "/cases/" + id + "/guardians/" + guardianId + "/numbers";
    }

    private static JsonObject correction(String number) {
        return new JsonObject()
                .put("id", TestDevice.newId().toString())
                .put("number", number)
                .put("readBack", true)
                .put("reason", "MISTYPED");
    }

    private Reply add(JsonObject other) {
        return TABLET.device().command("/cases/" + id + "/guardians", other);
    }

    private JsonArray guardians() {
        return TABLET.device().get("/cases/" + id).expect(200).getJsonArray("guardians");
    }

    private JsonObject only() {
        assertThat(guardians()).hasSize(1);
        return guardians().getJsonObject(0);
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

    /** As if the gateway had taken it. */
    private static void sent(String guardianId) {
        var _ = APP.rows(
                "UPDATE outbox SET state = 'ACCEPTED' WHERE callback_key = $1 RETURNING id", "guardian:" + guardianId);
    }

    private static void report(String guardianId, MessageState state) {
        TestApp.await(APP.database()
                .inTransaction(tx -> REPORTS.messageChanged(
                        tx, "guardian:" + guardianId, state, APP.clock().instant())));
    }
}
