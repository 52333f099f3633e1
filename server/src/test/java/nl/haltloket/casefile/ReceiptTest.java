package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.P256;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transaction of receipt: all of it or nothing, once, by one. */
class ReceiptTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet FATIMA = new TestTablet(APP, "fatima");
    private static final TestTablet JORIS = new TestTablet(APP, "joris");

    /** As another case would have it; the same id waits for this transaction. */
    private static final String HOLD_GUARDIAN = """
            INSERT INTO guardian (id, case_id, position, state, state_at, relation, details_sealed)
            VALUES ($1::text::uuid, $2, 1, 'CALL_DUE', now(), 'FATHER', '')""";

    private final UUID id = PHONE.handOver();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 422 identity.birth-date-future",
        "2011-02-30, 422 identity.birth-date",
        "2011-02-29, 422 identity.birth-date",
        "2011-13-01, 422 identity.birth-date",
        "0000-01-01, 422 identity.birth-date-old",
        "1906-11-21, 422 identity.birth-date-old",
        "80-01-01, 400 request.invalid",
    })
    void a_birth_date_that_cannot_be_is_refused(String date, String outcome) {
        assertThat(receive(identity("birthDate", date)).outcome()).isEqualTo(outcome);
        assertNothing();
    }

    /** Whether the age fits Halt is shown, and a human who decides otherwise says why. */
    @ParameterizedTest
    @ValueSource(strings = {"1980-01-01", "2020-01-01", "2012-02-29", "2008-11-22", "2015-11-22", "2026-11-22"})
    void a_birth_date_outside_the_ages_of_halt_is_received_by_a_human_who_says_why(String date) {
        receive(identity("birthDate", date).put("override", TestTablet.override("NOT_HALT", "VOLUNTARY")))
                .expect(201);
    }

    @ParameterizedTest
    @CsvSource({
        "familyName, '   ', 422 identity.family-name",
        "givenNames, '\u200B\u00A0\u2003', 422 identity.given-names",
        "familyName, '\u0001\u0002', 422 identity.family-name",
        "familyName, 'Jan\u0000sen', 422 text.hidden",
        "familyName, 'Jan\nsen', 422 text.hidden",
        "givenNames, 'Noor\u202Eroon', 422 text.hidden",
        "givenNames, 'Noor\u2066x', 422 text.hidden",
    })
    void a_name_that_cannot_be_read_as_it_was_meant_is_refused(String field, String name, String outcome) {
        assertThat(receive(identity(field, name)).outcome()).isEqualTo(outcome);
        assertNothing();
    }

    @Test
    void a_name_of_five_thousand_characters_is_refused() {
        assertThat(receive(identity("familyName", "a".repeat(5000))).status()).isEqualTo(400);
        assertNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"van 't Hof", "IJsbrand-Çelik", "Nguyễn", "Zoë 🦊", "👨‍👩‍👧", "عبد الله", "O\u2019Brien", "李"})
    void a_name_of_any_script_is_kept_as_it_is(String name) {
        receive(identity("familyName", " " + name + " ")).expect(201);
        assertThat(FATIMA.device()
                        .get("/cases/" + id)
                        .expect(200)
                        .getJsonObject("identity")
                        .getString("familyName"))
                .isEqualTo(name);
        assertThat(FATIMA.device()
                        .get("/cases/" + id + "/documents/dossier.json")
                        .expect(200)
                        .encode())
                .contains(name);
    }

    @Test
    void a_name_of_many_scripts_can_be_printed() {
        receive(identity("givenNames", "Zoë 🦊 عبد الله Nguyễn 'tje")).expect(201);
        Reply pdf = FATIMA.device().get("/cases/" + id + "/documents/dossier.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void a_juvenile_who_needs_help_first_can_be_received_and_it_is_kept() {
        JsonObject body = TestTablet.receipt(id, TestTablet.guardian());
        body.put(
                "safety",
                new JsonObject().put("conscious", false).put("hurt", true).put("inDanger", true));
        receive(body).expect(201);
        assertThat(FATIMA.device().get("/cases/" + id).expect(200).getJsonObject("safety"))
                .isEqualTo(body.getJsonObject("safety"));
    }

    @ParameterizedTest
    @CsvSource({"relation, AUNT", "custody, MAYBE"})
    void a_code_that_the_contract_does_not_know_is_refused(String field, String value) {
        assertThat(FATIMA.receive(id, TestTablet.guardian().put(field, value)).outcome())
                .isEqualTo("400 request.invalid");
        assertNothing();
    }

    private JsonObject identity(String field, String value) {
        JsonObject body = TestTablet.receipt(id, TestTablet.guardian());
        body.getJsonObject("identity").put(field, value);
        return body;
    }

    private static Reply receive(JsonObject body) {
        return FATIMA.device().command("/cases", body);
    }

    @Test
    void a_juvenile_without_a_guardian_is_refused() {
        assertThat(FATIMA.receive(id).status()).isEqualTo(400);
        assertNothing();
    }

    @Test
    void what_was_never_handed_over_cannot_be_received() {
        assertThat(FATIMA.receive(UUID.randomUUID(), TestTablet.guardian()).outcome())
                .isEqualTo("404 handover.unknown");
    }

    @Test
    void when_the_last_step_fails_nothing_is_left_of_the_others() {
        JsonObject twice = TestTablet.guardian();
        assertThat(FATIMA.receive(id, twice, twice).outcome()).isEqualTo("409 conflict");
        assertNothing();
        assertThat(FATIMA.receive(id, twice).status())
                .as("and it can be done rightly")
                .isEqualTo(201);
    }

    @Test
    void a_guardian_of_another_case_is_not_taken_over() {
        JsonObject guardian = TestTablet.guardian();
        FATIMA.receive(PHONE.handOver(), guardian).expect(201);
        assertThat(FATIMA.receive(id, guardian).outcome()).isEqualTo("409 conflict");
        assertNothing();
    }

    @Test
    void receipt_opens_the_case_and_tells_the_guardian_in_one_go() {
        JsonObject standing = FATIMA.receive(id, TestTablet.guardian()).expect(201);
        assertThat(standing.getString("state")).isEqualTo("OPENED");
        assertThat(standing.getString("receivedBy")).isEqualTo("Fatima Oefenaar");
        assertThat(APP.count("case_file WHERE id = $1", id)).isOne();
        assertThat(APP.count("outbox WHERE case_id = $1", id)).isOne();
        assertThat(APP.count(
                        "audit_entry WHERE subject = $1 AND action = 'PROVISION' AND legal_basis LIKE 'Wpg%'",
                        "case:" + id))
                .isOne();
        assertThat(APP.rows("SELECT to_jsonb(c) AS row FROM case_file c WHERE id = $1", id)
                        .getFirst()
                        .getJsonObject("row")
                        .encode())
                .doesNotContain("Noor", "Voorbeeld", "2011");
    }

    @Test
    void the_referrer_gets_a_receipt_signed_by_the_desk() throws Exception {
        FATIMA.receive(id, TestTablet.guardian()).expect(201);
        JsonObject handover = PHONE.device().get("/handovers/" + id).expect(200);
        JsonObject receipt = handover.getJsonObject("receipt");
        byte[] receiptKey =
                Base64.getUrlDecoder().decode(PHONE.device().mandate().getString("receiptKey"));
        Cose.Sign1 signed = Cose.decode(Base64.getUrlDecoder().decode(receipt.getString("signed")));
        assertThat(signed.verifiedBy(P256.publicKey(receiptKey))).isTrue();
        CborMap payload = Cbor.decodeMap(signed.payload());
        assertThat(payload.id(2)).isEqualTo(id);
        assertThat(payload.instant(3)).isEqualTo(receipt.getString("at"));
        assertThat(payload.text(4)).isEqualTo(receipt.getString("number"));
        assertThat(payload.text(5)).isEqualTo("Fatima Oefenaar");
        assertThat(payload.bytes(6)).asHexString().isEqualToIgnoringCase(receipt.getString("auditHead"));
        assertThat(payload.bytes(7)).asHexString().isEqualToIgnoringCase(handover.getString("payloadHash"));
        assertThat(APP.count("audit_entry WHERE encode(hash, 'hex') = $1", receipt.getString("auditHead")))
                .isOne();
    }

    @Test
    void of_two_tablets_at_once_one_receives_and_the_other_hears_who() {
        List<Reply> replies = all(Stream.of(FATIMA, JORIS).map(tablet -> send(tablet, TestDevice.newId())));
        assertThat(replies)
                .extracting(Reply::outcome)
                .containsExactlyInAnyOrder("201", "409 handover.already-received");
        Reply won = replies.stream()
                .filter(reply -> reply.status() == 201)
                .findFirst()
                .orElseThrow();
        Reply lost = replies.stream()
                .filter(reply -> reply.status() == 409)
                .findFirst()
                .orElseThrow();
        assertThat(lost.json().getString("by")).isEqualTo(won.json().getString("receivedBy"));
        assertThat(lost.json().getString("at")).isEqualTo("21:00");
        assertThat(APP.count("outbox WHERE case_id = $1", id)).isOne();
    }

    @Test
    void receipts_at_once_have_numbers_of_their_own() {
        List<Reply> replies =
                all(Stream.generate(PHONE::handOver).limit(10).toList().stream().map(one -> FATIMA.device()
                        .command(
                                HttpMethod.POST,
                                "/cases",
                                TestDevice.newId(),
                                TestTablet.receipt(one, TestTablet.guardian()))));
        assertThat(replies)
                .extracting(reply -> reply.expect(201).getString("receiptNumber"))
                .doesNotHaveDuplicates();
    }

    /** Every receipt stands in the audit chain, which lets one transaction through at a time. */
    @Test
    void a_receipt_that_is_held_up_halfway_holds_up_no_other() {
        UUID another = PHONE.handOver();
        JsonObject guardian = TestTablet.guardian();
        Promise<Void> enough = Promise.promise();
        Promise<Void> held = Promise.promise();
        Future<Void> holding = APP.database().inTransaction(tx -> tx.update(HOLD_GUARDIAN, guardian.getString("id"), id)
                .onSuccess(_ -> held.tryComplete())
                .compose(_ -> enough.future()));
        TestApp.await(held.future());
        Future<Reply> slow;
        try {
            slow = FATIMA.device()
                    .command(HttpMethod.POST, "/cases", TestDevice.newId(), TestTablet.receipt(another, guardian));
            Awaitility.await().untilAsserted(() -> assertThat(APP.count("pg_locks WHERE NOT granted"))
                    .isOne());
            JORIS.receive(PHONE.handOver(), TestTablet.guardian().put("number", "06 87654321"))
                    .expect(201);
            assertThat(slow.isComplete()).isFalse();
        } finally {
            enough.fail("enough");
        }
        TestApp.await(holding.otherwiseEmpty());
        TestApp.await(slow).expect(201);
    }

    @Test
    void the_same_command_gets_the_same_answer_and_is_done_once() {
        UUID command = TestDevice.newId();
        JsonObject body = TestTablet.receipt(id, TestTablet.guardian());
        List<Reply> replies =
                all(Stream.generate(() -> FATIMA.device().command(HttpMethod.POST, "/cases", command, body))
                        .limit(5));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies)
                .extracting(Reply::body)
                .containsOnly(replies.getFirst().body());
        assertThat(APP.count("outbox WHERE case_id = $1", id)).isOne();
        body.getJsonObject("safety").put("hurt", true);
        assertThat(TestApp.await(FATIMA.device().command(HttpMethod.POST, "/cases", command, body))
                        .outcome())
                .isEqualTo("409 command.other-body");
    }

    @Test
    void a_command_of_another_tablet_is_not_answered_for() {
        UUID command = TestDevice.newId();
        JsonObject body = TestTablet.receipt(id, TestTablet.guardian());
        TestApp.await(FATIMA.device().command(HttpMethod.POST, "/cases", command, body))
                .expect(201);
        assertThat(TestApp.await(JORIS.device().command(HttpMethod.POST, "/cases", command, body))
                        .outcome())
                .isEqualTo("409 command.other-body");
    }

    @Test
    void what_is_kept_of_a_command_holds_no_personal_data() {
        FATIMA.receive(id, TestTablet.guardian()).expect(201);
        assertThat(APP.rows("SELECT answer FROM command"))
                .extracting(row -> row.getJsonObject("answer").encode())
                .noneMatch(answer -> answer.contains("Noor") || answer.contains("Moeder Voorbeeld"))
                .noneMatch(answer -> answer.contains("612345678"));
    }

    @Test
    void a_case_moves_along_by_its_steps() {
        FATIMA.receive(id, TestTablet.guardian()).expect(201);
        assertThat(FATIMA.move(id, "OFFERED", "OTHER").outcome()).isEqualTo("409 case.step");
        FATIMA.beginIntake(id);
        assertThat(FATIMA.move(id, "OFFERED", "OTHER").outcome()).isEqualTo("409 case.step-needs-more");
        assertThat(FATIMA.move(id, "RETURNED", "DRUNK").outcome()).isEqualTo("422 case.reason-missing");
        assertThat(FATIMA.move(id, "NOT_FIT_NOW", "DRUNK").expect(200).getString("state"))
                .isEqualTo("NOT_FIT_NOW");
        assertThat(FATIMA.move(id, "LEFT", "PICKED_UP").expect(200).getString("state"))
                .isEqualTo("LEFT");
        assertThat(FATIMA.move(id, "INTAKE", "OTHER").outcome()).isEqualTo("409 case.step");
        assertThat(FATIMA.move(UUID.randomUUID(), "INTAKE", "OTHER").outcome()).isEqualTo("404 case.unknown");
    }

    @Test
    void every_look_print_and_export_of_a_case_is_recorded() {
        FATIMA.receive(id, TestTablet.guardian()).expect(201);
        JsonObject file = FATIMA.device().get("/cases/" + id).expect(200);
        assertThat(file.getJsonObject("identity").getString("givenNames")).isEqualTo("Noor");
        assertThat(FATIMA.device()
                        .get("/cases/" + id + "/documents/dossier.pdf")
                        .body()
                        .toString())
                .startsWith("%PDF");
        assertThat(FATIMA.device()
                        .get("/cases/" + id + "/documents/dossier.json")
                        .expect(200)
                        .encode())
                .contains("Noor");
        assertThat(APP.rows("SELECT action FROM audit_entry WHERE subject = $1 ORDER BY seq", "case:" + id))
                .extracting(row -> row.getString("action"))
                .containsExactly("PROVISION", "READ", "PRINT", "EXPORT");
    }

    private Future<Reply> send(TestTablet tablet, UUID command) {
        return tablet.device()
                .command(HttpMethod.POST, "/cases", command, TestTablet.receipt(id, TestTablet.guardian()));
    }

    private static List<Reply> all(Stream<Future<Reply>> sent) {
        List<Future<Reply>> replies = sent.toList();
        TestApp.await(Future.join(replies));
        return replies.stream().map(Future::result).toList();
    }

    private void assertNothing() {
        assertThat(PHONE.device().get("/handovers/" + id).expect(200).getString("state"))
                .isEqualTo("SUBMITTED");
        assertThat(APP.count("case_file WHERE id = $1", id)).isZero();
        assertThat(APP.count("guardian WHERE case_id = $1", id)).isZero();
        assertThat(APP.count("outbox WHERE case_id = $1", id)).isZero();
        assertThat(APP.count("audit_entry WHERE subject = $1", "case:" + id)).isZero();
        assertThat(APP.count("handover WHERE id = $1 AND receipt_number IS NOT NULL", id))
                .isZero();
    }
}
