package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A case that was opened on the wrong juvenile: what the desk took down goes to whom it belongs to. */
class WrongJuvenileTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestTablet JORIS = new TestTablet(APP, "joris");

    private final UUID wrong = PHONE.handOver();
    private final UUID right = PHONE.handOver();
    private final JsonObject guardian = TestTablet.guardian();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void everything_taken_down_moves_to_the_right_handover_and_is_sealed_anew() {
        receiveAndBegin();
        TABLET.contact(wrong, guardian.getString("id"), reached()).expect(200);
        TestApp.await(TABLET.save(wrong, "identity", 0, new JsonObject().put("city", "Oostdorp")))
                .expect(200);
        JsonObject standing = move(right).expect(201);
        assertThat(standing.getString("id")).isEqualTo(right.toString());
        assertThat(standing.getString("state")).isEqualTo("INTAKE");
        JsonObject file = TABLET.device().get("/cases/" + right).expect(200);
        assertThat(file.getJsonObject("identity").getString("givenNames")).isEqualTo("Noor");
        assertThat(file.getJsonObject("safety").getBoolean("conscious")).isTrue();
        JsonObject moved = file.getJsonArray("guardians").getJsonObject(0);
        assertThat(moved.getString("number")).isEqualTo("+31612345678");
        assertThat(moved.getBoolean("informed")).isTrue();
        assertThat(moved.getJsonArray("history").getJsonObject(0).getString("words"))
                .isEqualTo("Veilig.");
        assertThat(file.getJsonObject("intake")
                        .getJsonObject("identity")
                        .getJsonObject("data")
                        .getString("city"))
                .isEqualTo("Oostdorp");
        assertThat(APP.count("outbox WHERE case_id = $1", right)).isOne();
        assertThat(APP.count("outbox WHERE case_id = $1", wrong)).isZero();
    }

    @Test
    void the_referrer_of_each_has_a_receipt_that_is_true() {
        receiveAndBegin();
        String before = receiptOf(wrong);
        move(right).expect(201);
        assertThat(receiptOf(wrong)).isEqualTo(before);
        assertThat(receiptOf(right)).isNotEqualTo(before);
    }

    @Test
    void the_wrong_case_keeps_its_state_waits_on_the_board_and_takes_no_work() {
        receiveAndBegin();
        move(right).expect(201);
        JsonObject row = row(wrong);
        assertThat(row.getString("state")).isEqualTo("AWAITING");
        assertThat(row.getJsonArray("guardians")).isEmpty();
        JsonObject file = TABLET.device().get("/cases/" + wrong).expect(200);
        assertThat(file.getString("state")).isEqualTo("INTAKE");
        assertThat(file.getBoolean("awaiting")).isTrue();
        assertThat(file.containsKey("identity")).isFalse();
        assertThat(file.getJsonArray("guardians")).isEmpty();
        assertThat(TestApp.await(TABLET.save(wrong, "identity", 0, new JsonObject().put("city", "Oostdorp")))
                        .outcome())
                .isEqualTo("409 case.awaiting");
        assertThat(TABLET.move(wrong, "NOT_FIT_NOW", "DRUNK").outcome()).isEqualTo("409 case.awaiting");
        assertThat(TABLET.device()
                        .get("/cases/" + wrong + "/documents/dossier.pdf")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_juvenile_that_is_really_meant_is_received_once_in_the_case_that_waits() {
        receiveAndBegin();
        String receipt = receiptOf(wrong);
        move(right).expect(201);
        JsonObject own = TestTablet.guardian().put("number", "06 87654321");
        TABLET.receive(wrong, own).expect(201);
        assertThat(JORIS.receive(wrong, TestTablet.guardian()).outcome()).isEqualTo("409 handover.already-received");
        assertThat(row(wrong).getString("state")).isEqualTo("INTAKE");
        assertThat(receiptOf(wrong)).isEqualTo(receipt);
        assertThat(APP.count("outbox WHERE case_id = $1", wrong)).isOne();
        assertThat(TABLET.device()
                        .get("/cases/" + wrong)
                        .expect(200)
                        .getJsonArray("guardians")
                        .getJsonObject(0)
                        .getString("number"))
                .isEqualTo("+31687654321");
    }

    @Test
    void a_juvenile_who_never_comes_ends_the_case_that_waits() {
        receiveAndBegin();
        move(right).expect(201);
        TABLET.move(wrong, "LEFT", "WALKED_AWAY").expect(200);
    }

    @Test
    void the_audit_of_both_says_so_with_the_reason_and_without_a_name() {
        receiveAndBegin();
        move(right).expect(201);
        assertThat(facts(wrong)).contains("desk facts moved to case:" + right + " WRONG_ROW");
        assertThat(facts(right)).contains("desk facts came from case:" + wrong + " WRONG_ROW");
        assertThat(APP.count("audit_entry WHERE subject = $1 AND action = 'PROVISION'", "case:" + right))
                .isOne();
    }

    @Test
    void a_case_that_ended_the_same_juvenile_and_one_received_by_another_are_refused_and_nothing_moves() {
        receiveAndBegin();
        assertThat(move(wrong).outcome()).isEqualTo("422 case.same-juvenile");
        JORIS.receive(right, TestTablet.guardian()).expect(201);
        assertThat(move(right).outcome()).isEqualTo("409 handover.already-received");
        assertThat(TABLET.device().get("/cases/" + wrong).expect(200).getJsonArray("guardians"))
                .hasSize(1);
        TABLET.move(wrong, "LEFT", "PICKED_UP").expect(200);
        Reply late = move(PHONE.handOver());
        assertThat(late.outcome()).isEqualTo("409 case.too-late-to-move");
        assertThat(late.json().getString("title")).contains("coördinator");
    }

    private void receiveAndBegin() {
        TABLET.receive(wrong, guardian).expect(201);
        TABLET.beginIntake(wrong);
    }

    private Reply move(UUID to) {
        return TABLET.device()
                .command(
                        "/cases/" + wrong + "/displacement",
                        new JsonObject().put("handoverId", to.toString()).put("reason", "WRONG_ROW"));
    }

    private static JsonObject reached() {
        return new JsonObject()
                .put("outcome", "REACHED")
                .put("spokenWith", "moeder")
                .put("words", "Veilig.");
    }

    private static String receiptOf(UUID id) {
        return PHONE.device()
                .get("/handovers/" + id)
                .expect(200)
                .getJsonObject("receipt")
                .getString("number");
    }

    private static java.util.List<String> facts(UUID id) {
        return APP.rows("SELECT facts FROM audit_entry WHERE subject = $1", "case:" + id).stream()
                .map(row -> row.getString("facts"))
                .toList();
    }

    private static JsonObject row(UUID id) {
        JsonArray rows = TABLET.device().get("/board").expect(200).getJsonArray("rows");
        return rows.stream()
                .map(JsonObject.class::cast)
                .filter(row -> row.getString("id").equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }
}
