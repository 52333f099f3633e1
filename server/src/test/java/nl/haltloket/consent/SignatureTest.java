package nl.haltloket.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature covers exactly what was shown; whoever changes anything of it, even with every key, is found out. */
class SignatureTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestTablet JORIS = new TestTablet(APP, "joris");
    private static final TestIntake DESK = new TestIntake(TABLET);

    private final UUID id = PHONE.handOver();
    private final JsonObject mother = TestTablet.guardian();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @BeforeEach
    void offer() {
        offer(id);
    }

    /** Each test finds the rest as it was: its own rows go. */
    @AfterEach
    void forget() {
        for (String table : List.of("decision_signature", "decision")) {
            var _ = APP.rows("DELETE FROM " + table + " RETURNING 1");
        }
        var _ = APP.rows("UPDATE case_file SET state = 'ERASED' RETURNING 1");
        assertThat(verified().problems()).isEmpty();
    }

    @Test
    void a_signature_of_what_was_shown_is_valid_at_every_opening() {
        sign(id);
        JsonObject signature = signature(id);
        assertThat(signature.getString("state")).isEqualTo("VALID");
        assertThat(signature.containsKey("problem")).isFalse();
        assertThat(verified().holds()).isOne();
        assertThat(verified().problems()).isEmpty();
        String stored = APP.rows("SELECT text_sealed, image_sealed FROM decision_signature").stream()
                .map(row -> row.getBuffer(0).toString(StandardCharsets.ISO_8859_1)
                        + row.getBuffer(1).toString(StandardCharsets.ISO_8859_1))
                .findFirst()
                .orElseThrow();
        assertThat(stored).doesNotContain("meedoen").doesNotContain("PNG");
    }

    @Test
    void who_can_not_sign_now_agrees_all_the_same_and_who_skips_it_is_asked() {
        JsonObject decision = DESK.juvenile(id, "YES");
        decision.remove("cannotSign");
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo("422 consent.signature-missing");
        assertThat(DESK.decide(id, DESK.juvenile(id, "YES")).status()).isEqualTo(201);
        assertThat(DESK.file(id).getJsonArray("decisions").getJsonObject(0).containsKey("signature"))
                .isFalse();
    }

    @Test
    void another_text_than_the_one_shown_is_not_signed() {
        JsonObject page = DESK.shown(id, "CONSENT");
        String comma = page.getString("text") + ",";
        JsonObject decision = DESK.signed(DESK.statement(id, page, comma, now()), DESK.juvenile(id, "YES"));
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo("409 consent.signature-other-text");
    }

    @ParameterizedTest
    @CsvSource({"-PT11M, Tik dan nog een keer op 'Ik teken'.", "PT11M, 'Zet de klok gelijk, en teken dan opnieuw.'"})
    void a_signature_is_of_this_moment(Duration off, String whatToDo) {
        Reply reply = DESK.decide(id, DESK.signed(id, now().plus(off)));
        assertThat(reply.outcome()).isEqualTo("409 consent.signature-time");
        assertThat(reply.json().getString("title")).endsWith(whatToDo);
    }

    @Test
    void the_signature_of_another_case_tablet_or_image_is_refused() {
        UUID other = PHONE.handOver();
        offer(other);
        assertThat(DESK.decide(id, DESK.signed(other, now())).outcome()).isEqualTo("422 consent.signature-other");
        assertThat(new TestIntake(JORIS).decide(id, DESK.signed(id, now())).outcome())
                .isEqualTo("422 consent.signature-broken");
        JsonObject replaced = DESK.signed(id, now());
        replaced.getJsonObject("signature").put("image", TestIntake.base64(TestIntake.image(301)));
        assertThat(DESK.decide(id, replaced).outcome()).isEqualTo("422 consent.signature-other");
        JsonObject none = DESK.signed(id, now());
        none.getJsonObject("signature").put("image", "PHN2Zy8-");
        assertThat(DESK.decide(id, none).outcome()).isEqualTo("422 consent.signature-image");
        assertThat(DESK.file(id).getJsonArray("decisions")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00000000, 0xffffffff, 0xfffdfdfd, 0x05000000})
    void an_empty_box_is_no_signature(int colour) {
        Reply reply = DESK.decide(id, DESK.signed(id, now(), TestIntake.blankImage(colour)));
        assertThat(reply.outcome()).isEqualTo("422 consent.signature-blank");
        assertThat(reply.json().getString("title")).contains("niets getekend", "Ik kan nu niet tekenen");
        assertThat(DESK.file(id).getJsonArray("decisions")).isEmpty();
    }

    @Test
    void one_signature_stands_under_one_decision() {
        JsonObject decision = DESK.signed(id, now());
        DESK.decide(id, decision).expect(201);
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo("409 consent.signature-used");
        JsonObject turned = decision.copy();
        JsonObject signature = turned.getJsonObject("signature");
        signature.put("statement", TestIntake.base64(otherSign(signature.getString("statement"))));
        assertThat(DESK.decide(id, turned).outcome()).isEqualTo("409 consent.signature-used");
        assertThat(DESK.file(id).getJsonArray("decisions")).hasSize(1);
    }

    /** An ECDSA signature (r, s) holds as (r, n - s) as well, and nobody needs the key to turn it. */
    private static byte[] otherSign(String statement) {
        BigInteger order = new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
        byte[] message = Base64.getUrlDecoder().decode(statement);
        int from = message.length - 32;
        byte[] other = order.subtract(new BigInteger(1, message, from, 32)).toByteArray();
        for (int i = 0; i < 32; i++) {
            int at = other.length - 32 + i;
            message[from + i] = at < 0 ? 0 : other[at];
        }
        return message;
    }

    @Test
    void what_is_no_statement_is_refused() {
        for (String statement : List.of(
                "A",
                "AA",
                "0oQ",
                "n" + "x".repeat(1_990),
                "gYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGB",
                "0oRAoEBA",
                "0oRDoQEmoEBA",
                "25ZA")) {
            JsonObject decision = DESK.signed(id, now());
            decision.getJsonObject("signature").put("statement", statement);
            assertThat(DESK.decide(id, decision).outcome()).as(statement).isEqualTo("422 consent.signature-broken");
        }
        assertThat(DESK.file(id).getJsonArray("decisions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text_sealed, De tekst is na het tekenen veranderd.",
        "image_sealed, Het beeld van de handtekening is na het tekenen veranderd.",
        "statement_sealed, 'Wat het toestel ondertekende, is na het tekenen veranderd.'",
    })
    void a_change_with_every_key_in_hand_is_found(String column, String problem) {
        sign(id);
        UUID decision = decision(id);
        CaseCipher.Place place = new CaseCipher.Place("decision_signature", column, decision.toString());
        Row row = APP.rows("SELECT " + column + " FROM decision_signature WHERE decision_id = $1", decision)
                .getFirst();
        byte[] plain = cipher(id).open(place, row.getBuffer(0).getBytes());
        plain[plain.length / 2] ^= 1;
        var _ = APP.rows(
                "UPDATE decision_signature SET " + column + " = $2 WHERE decision_id = $1 RETURNING 1",
                decision,
                Buffer.buffer(cipher(id).seal(place, plain)));
        assertBroken(id, problem);
    }

    @Test
    void a_decision_changed_after_it_was_signed_is_found() {
        sign(id);
        UUID decision = decision(id);
        CaseCipher.Place place = new CaseCipher.Place("decision", "details_sealed", decision.toString());
        byte[] sealed = APP.rows("SELECT details_sealed FROM decision WHERE id = $1", decision)
                .getFirst()
                .getBuffer(0)
                .getBytes();
        JsonObject details = new JsonObject(Buffer.buffer(cipher(id).open(place, sealed)));
        byte[] changed = details.put("version", 2).toBuffer().getBytes();
        var _ = APP.rows(
                "UPDATE decision SET details_sealed = $2 WHERE id = $1 RETURNING 1",
                decision,
                Buffer.buffer(cipher(id).seal(place, changed)));
        assertBroken(id, "Het besluit is na het tekenen veranderd.");
    }

    @Test
    void a_signature_swapped_between_two_cases_is_found_in_both() {
        UUID other = PHONE.handOver();
        offer(other);
        sign(id);
        sign(other);
        swap(decision(id), decision(other));
        assertThat(signature(id).getString("state")).isEqualTo("BROKEN");
        assertThat(signature(other).getString("state")).isEqualTo("BROKEN");
        assertThat(signature(id).getString("problem"))
                .isEqualTo("Deze handtekening hoort bij een andere zaak of een ander besluit.");
        assertThat(verified().problems()).hasSize(2);
    }

    @Test
    void a_signature_swapped_between_two_decisions_of_a_case_is_found() {
        sign(id);
        UUID first = decision(id);
        APP.clock().advance(Duration.ofSeconds(2));
        DESK.decide(id, DESK.signed(id, now())).expect(201);
        UUID second = UUID.fromString(
                DESK.file(id).getJsonArray("decisions").getJsonObject(1).getString("id"));
        swap(first, second);
        assertThat(signature(id).getString("state")).isEqualTo("BROKEN");
        assertThat(verified().problems()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"countersigned", "kiosk_key"})
    void another_desk_can_not_countersign_it(String column) {
        sign(id);
        var _ = APP.rows("UPDATE decision_signature SET " + column + " = '\\x84436f'::bytea RETURNING 1");
        assertThat(verified().problems()).hasSize(1);
        if (column.equals("countersigned")) {
            assertThat(signature(id).getString("state")).isEqualTo("BROKEN");
        }
    }

    @Test
    void a_signature_that_is_gone_is_missed() {
        sign(id);
        var _ = APP.rows("DELETE FROM decision_signature RETURNING 1");
        assertBroken(id, "De handtekening ontbreekt.");
        var _ = APP.rows("UPDATE case_file SET state = 'ERASED' WHERE id = $1 RETURNING 1", id);
        assertThat(verified().problems()).isEmpty();
        assertThat(verified().erased()).isPositive();
    }

    private void assertBroken(UUID caseId, String problem) {
        long before = denied(caseId);
        JsonObject signature = signature(caseId);
        assertThat(signature.getString("state")).isEqualTo("BROKEN");
        assertThat(signature.getString("problem")).isEqualTo(problem);
        assertThat(denied(caseId)).isEqualTo(before + 1);
        assertThat(verified().problems()).singleElement().asString().contains(caseId.toString(), problem);
    }

    private static long denied(UUID caseId) {
        return APP.count(
                "audit_entry WHERE subject = $1 AND action = 'DENIED' AND facts LIKE 'signature broken%'",
                "case:" + caseId);
    }

    private static void swap(UUID one, UUID other) {
        String columns = "device_id, statement_sealed, text_sealed, image_sealed, countersigned, kiosk_key";
        var _ = APP.rows("UPDATE decision_signature s SET (" + columns + ") = (SELECT " + columns
                + " FROM decision_signature o WHERE o.decision_id = CASE s.decision_id WHEN '" + one + "'::uuid THEN '"
                + other + "'::uuid ELSE '" + one + "'::uuid END) WHERE s.decision_id IN ('" + one + "', '" + other
                + "') RETURNING 1");
    }

    private static SignatureVerification.Finding verified() {
        return TestApp.await(APP.database().inTransaction(SignatureVerification::verify));
    }

    private static CaseCipher cipher(UUID caseId) {
        CaseKeys keys = new CaseKeys(APP.keys(), new SecureRandom());
        return TestApp.await(APP.database().inTransaction(tx -> keys.open(tx, caseId)));
    }

    private static JsonObject signature(UUID caseId) {
        return DESK.file(caseId).getJsonArray("decisions").getJsonObject(0).getJsonObject("signature");
    }

    private static UUID decision(UUID caseId) {
        return UUID.fromString(
                DESK.file(caseId).getJsonArray("decisions").getJsonObject(0).getString("id"));
    }

    private static void sign(UUID caseId) {
        DESK.decide(caseId, DESK.signed(caseId, now())).expect(201);
    }

    private static Instant now() {
        return APP.clock().instant();
    }

    private void offer(UUID caseId) {
        TABLET.receive(caseId, caseId.equals(id) ? mother : TestTablet.guardian())
                .expect(201);
        TABLET.beginIntake(caseId);
        DESK.handOver(caseId).expect(201);
    }
}
