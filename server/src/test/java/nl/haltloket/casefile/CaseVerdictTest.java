package nl.haltloket.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import nl.haltloket.crypto.Cbor;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.crypto.Cose;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules say at the desk, what the desk may do on it, and what people may decide otherwise. */
class CaseVerdictTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");

    private static final TestDevice LAPTOP = TestDevice.coordinator(APP, "anneke");

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_handover_that_may_come_to_halt_is_received_without_another_word() {
        UUID id = handOver(_ -> {});
        assertThat(content(id).getString("needs")).isEqualTo("NOTHING");
        assertThat(content(id).getString("cause")).isEqualTo("SUBMITTED");
        assertThat(TABLET.receive(id, TestTablet.guardian()).expect(201).getString("state"))
                .isEqualTo("OPENED");
        JsonObject verdict = file(id).getJsonObject("verdict");
        assertThat(verdict.getString("cause")).isEqualTo("RECEIVED");
        assertThat(verdict.getString("rulesVersion")).isEqualTo("2026-11-22");
        assertThat(file(id).getString("block")).isEqualTo("NONE");
        TABLET.beginIntake(id);
    }

    @Test
    void every_rule_that_applied_is_told_with_sentence_source_and_certainty() {
        JsonObject age = content(handOver(_ -> {})).getJsonArray("fired").stream()
                .map(JsonObject.class::cast)
                .filter(rule -> rule.getString("id").equals("R-AGE-2"))
                .findFirst()
                .orElseThrow();
        assertThat(age.getString("sentence")).contains("12 tot en met 17");
        assertThat(age.getString("certainty")).isEqualTo("V");
        assertThat(age.getString("article")).startsWith("488");
        assertThat(age.getJsonArray("sources").getJsonObject(0).getString("url"))
                .startsWith("https://");
    }

    @Test
    void a_theft_waits_for_the_assistant_prosecutor_before_the_intake() {
        UUID id = handOver(CaseVerdictTest::theft);
        assertThat(TABLET.receive(id, TestTablet.guardian()).expect(201).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        assertThat(intake(id, null).outcome()).isEqualTo("409 verdict.approval-needed");
        assertThat(approve(id, "ASSISTANT", true).expect(201).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        JsonObject file = file(id);
        assertThat(file.getString("block")).isEqualTo("NONE");
        assertThat(file.getJsonObject("verdict").getString("cause")).isEqualTo("APPROVED");
        JsonObject approval = file.getJsonArray("approvals").getJsonObject(0);
        assertThat(approval.getString("who")).isEqualTo("HOvJ 12");
        assertThat(approval.getString("recordedBy")).isEqualTo("Fatima Oefenaar");
        assertThat(intake(id, null).expect(200).getString("state")).isEqualTo("INTAKE");
        assertThat(audited(id)).contains("approval ASSISTANT approved");
    }

    @Test
    void an_assistant_prosecutor_who_refuses_sends_the_case_back_and_no_worker_overrules_that() {
        UUID id = handOver(CaseVerdictTest::theft);
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        approve(id, "ASSISTANT", false).expect(201);
        JsonObject file = file(id);
        assertThat(file.getString("block")).isEqualTo("REFUSED");
        assertThat(file.getJsonObject("verdict").getString("decision")).isEqualTo("NOT_HALT");
        assertThat(file.getJsonObject("verdict").getJsonArray("next")).isNotEmpty();
        assertThat(intake(id, TestTablet.override("NOT_HALT", "OTHER")).outcome())
                .isEqualTo("409 verdict.approval-refused");
        assertThat(TABLET.move(id, "RETURNED", "NOT_HALT").expect(200).getString("state"))
                .isEqualTo("RETURNED");
        assertThat(approve(id, "ASSISTANT", true).outcome()).isEqualTo("409 case.closed");
    }

    @Test
    void what_only_the_prosecutor_decides_is_not_decided_by_the_assistant() {
        UUID id = handOver(CaseVerdictTest::denies);
        assertThat(TABLET.receive(id, TestTablet.guardian()).expect(201).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        approve(id, "ASSISTANT", true).expect(201);
        assertThat(intake(id, null).outcome()).isEqualTo("409 verdict.approval-needed");
        approve(id, "PROSECUTOR", true).expect(201);
        intake(id, null).expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "givenAt, 2026-11-22T20:30:00Z, 422 approval.future",
        "givenAt, 2026-11-22T19:59:00Z, 422 approval.early",
        "givenAt, gisteren, 400 request.invalid",
        "who, '  ', 422 approval.who",
        "reference, '\u200B', 422 approval.reference",
        "authority, MAYOR, 400 request.invalid",
    })
    void an_approval_that_cannot_be_is_refused(String field, String value, String outcome) {
        UUID id = handOver(CaseVerdictTest::theft);
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        JsonObject body = approval("ASSISTANT", true).put(field, value);
        assertThat(TABLET.device().command("/cases/" + id + "/approvals", body).outcome())
                .isEqualTo(outcome);
        assertThat(APP.count("approval WHERE case_id = $1", id)).isZero();
    }

    @Test
    void the_same_approval_sent_twice_is_written_down_once() {
        UUID id = handOver(CaseVerdictTest::theft);
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        UUID command = TestDevice.newId();
        JsonObject body = approval("ASSISTANT", true);
        for (int i = 0; i < 2; i++) {
            TestApp.await(TABLET.device().command(HttpMethod.POST, "/cases/" + id + "/approvals", command, body))
                    .expect(201);
        }
        assertThat(APP.count("approval WHERE case_id = $1", id)).isOne();
        assertThat(APP.rows("SELECT answer FROM command WHERE id = $1", command))
                .noneMatch(row -> row.getJsonObject("answer").encode().contains("HOvJ"));
    }

    @Test
    void a_child_of_eleven_is_received_only_with_a_reason_in_own_words() {
        UUID id = handOver(CaseVerdictTest::eleven);
        JsonObject said = content(id);
        assertThat(said.getString("decision")).isEqualTo("NOT_HALT");
        assertThat(said.getString("routeHeading")).contains("12");
        assertThat(said.getJsonArray("next").encode()).contains("\"number\":\"088 000 00 01\"");
        JsonObject body = receipt(id, "2015-03-14");
        assertThat(receive(body).outcome()).isEqualTo("409 verdict.override-needed");
        assertThat(receive(body.copy().put("override", TestTablet.override("UNKNOWN", "CARE_FIRST")))
                        .outcome())
                .as("a reason for something milder covers nothing")
                .isEqualTo("409 verdict.override-needed");
        assertThat(receive(body.copy()
                                .put(
                                        "override",
                                        TestTablet.override("NOT_HALT", "CARE_FIRST")
                                                .put("note", " \u200B")))
                        .outcome())
                .isEqualTo("422 verdict.override-note");
        assertThat(APP.count("case_file WHERE id = $1", id)).isZero();
        receive(body.copy().put("override", TestTablet.override("NOT_HALT", "CARE_FIRST")))
                .expect(201);
        JsonObject given = file(id).getJsonArray("overrides").getJsonObject(0);
        assertThat(given.getString("by")).isEqualTo("Fatima Oefenaar");
        assertThat(given.getString("note")).isEqualTo("Moeder is onderweg.");
        assertThat(audited(id)).contains("override NOT_HALT CARE_FIRST");
        TABLET.beginIntake(id);
    }

    @Test
    void what_is_not_known_goes_to_a_human() {
        UUID id = handOver(envelope -> declare(envelope, 5, 2));
        JsonObject said = content(id);
        assertThat(said.getString("decision")).isEqualTo("UNKNOWN");
        assertThat(said.getJsonArray("open").encode()).contains("\"admission\"");
        assertThat(TABLET.receive(id, TestTablet.guardian()).outcome()).isEqualTo("409 verdict.override-needed");
        receive(receipt(id, "2011-03-14").put("override", TestTablet.override("UNKNOWN", "FACT_KNOWN_NOW")))
                .expect(201);
    }

    @Test
    void who_cannot_be_spoken_with_now_is_received_and_looked_after() {
        UUID id = handOver(envelope -> declare(envelope, 6, 3));
        assertThat(TABLET.receive(id, TestTablet.guardian()).expect(201).getString("state"))
                .isEqualTo("OPENED");
        assertThat(file(id).getJsonObject("verdict").getString("decision")).isEqualTo("PENDING_SOBER");
        TABLET.move(id, "NOT_FIT_NOW", "DRUNK").expect(200);
    }

    @Test
    void whether_a_juvenile_answers_the_desk_sees_itself_when_the_referrer_did_not_say() {
        UUID id = handOver(envelope -> declare(envelope, 6, 2));
        assertThat(content(id).getJsonArray("open").encode()).contains("responsive");
        assertThat(judge(id, new JsonObject().put("safe", true)).expect(200).getString("needs"))
                .isEqualTo("NOTHING");
        assertThat(TABLET.receive(id, TestTablet.guardian()).expect(201).getString("state"))
                .isEqualTo("OPENED");
        assertThat(file(id).getJsonObject("verdict").getJsonArray("open")).isEmpty();
    }

    @Test
    void who_did_not_answer_at_the_desk_is_not_said_to_after_the_help() {
        UUID id = handOver(envelope -> declare(envelope, 6, 2));
        JsonObject body = receipt(id, "2011-03-14");
        body.getJsonObject("safety").put("conscious", false);
        receive(body).expect(201);
        intake(id, TestTablet.override("STOP", "HELPED")).expect(200);
        JsonObject said = file(id).getJsonObject("verdict");
        assertThat(said.getString("decision")).isEqualTo("UNKNOWN");
        assertThat(said.getJsonArray("open").encode()).contains("responsive");
    }

    @Test
    void who_needs_help_is_received_and_the_intake_waits_until_it_was_given() {
        UUID id = handOver(_ -> {});
        JsonObject body = receipt(id, "2011-03-14");
        body.getJsonObject("safety").put("hurt", true);
        receive(body).expect(201);
        assertThat(file(id).getJsonObject("verdict").getString("decision")).isEqualTo("STOP");
        assertThat(intake(id, null).outcome()).isEqualTo("409 verdict.help-first");
        assertThat(intake(id, TestTablet.override("STOP", "HELPED")).expect(200).getString("state"))
                .isEqualTo("INTAKE");
        assertThat(file(id).getJsonObject("verdict").getString("needs")).isEqualTo("NOTHING");
    }

    @Test
    void help_that_was_given_does_not_hide_what_else_the_rules_say() {
        UUID id = handOver(CaseVerdictTest::theft);
        JsonObject body = receipt(id, "2011-03-14");
        body.getJsonObject("safety").put("hurt", true);
        receive(body).expect(201);
        assertThat(intake(id, TestTablet.override("STOP", "HELPED")).expect(200).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        assertThat(file(id).getJsonObject("verdict").getString("decision")).isEqualTo("NEEDS_HOVJ");
    }

    @Test
    void the_desk_asks_what_the_rules_say_of_what_it_sees_itself_and_that_is_a_look() {
        UUID id = handOver(_ -> {});
        JsonObject said = judge(
                        id, new JsonObject().put("birthDate", "2008-01-01").put("basis", "DOCUMENT"))
                .expect(200);
        assertThat(said.getString("decision")).isEqualTo("NOT_HALT");
        assertThat(judge(id, new JsonObject().put("safe", false)).expect(200).getString("decision"))
                .isEqualTo("STOP");
        assertThat(judge(id, new JsonObject().put("birthDate", "vroeger")).status())
                .isEqualTo(400);
        assertThat(APP.count("verdict WHERE handover_id = $1", id)).isOne();
        assertThat(APP.count(
                        "audit_entry WHERE subject = $1 AND action = 'READ' AND facts = 'verdict'", "handover:" + id))
                .isEqualTo(2);
    }

    @Test
    void what_the_phone_said_is_told_when_the_desk_sees_something_else() {
        UUID same = handOver(envelope -> said(envelope, 1));
        assertThat(content(same).containsKey("phoneDecision")).isFalse();
        UUID other = handOver(envelope -> {
            eleven(envelope);
            said(envelope, 0);
        });
        JsonObject phone = content(other).getJsonObject("phoneDecision");
        assertThat(phone.getString("decision")).isEqualTo("DIRECT");
        assertThat(phone.getJsonArray("because").encode()).isEqualTo("[\"R-AGE-1\"]");
    }

    @Test
    void the_receipt_of_the_referrer_says_what_was_decided_by_which_rules() throws Exception {
        UUID id = handOver(CaseVerdictTest::eleven);
        receive(receipt(id, "2015-03-14").put("override", TestTablet.override("NOT_HALT", "VOLUNTARY")))
                .expect(201);
        String signed = PHONE.device()
                .get("/handovers/" + id)
                .expect(200)
                .getJsonObject("receipt")
                .getString("signed");
        CborMap payload = Cbor.decodeMap(
                Cose.decode(Base64.getUrlDecoder().decode(signed)).payload());
        assertThat(payload.text(8)).isEqualTo("NOT_HALT");
        assertThat(payload.text(9)).isEqualTo("2026-11-22");
        assertThat(payload.optionalNumber(10)).contains(1L);
    }

    @Test
    void the_dossier_says_what_the_rules_said_and_what_people_decided() {
        UUID id = handOver(CaseVerdictTest::theft);
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        approve(id, "ASSISTANT", true).expect(201);
        JsonObject ruling = TABLET.device()
                .get("/cases/" + id + "/documents/dossier.json")
                .expect(200)
                .getJsonObject("oordeel");
        assertThat(ruling.getString("regelversie")).isEqualTo("2026-11-22");
        assertThat(ruling.getString("aanleiding")).startsWith("na een besluit");
        JsonObject approval = ruling.getJsonArray("toestemmingen").getJsonObject(0);
        assertThat(approval.getString("bevoegdheid")).isEqualTo("hulpofficier van justitie");
        assertThat(approval.getBoolean("akkoord")).isTrue();
        assertThat(approval.getString("kenmerk")).isEqualTo("OEF-77");
        assertThat(TABLET.device()
                        .get("/cases/" + id + "/documents/dossier.pdf")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_second_offence_is_judged_apart_and_the_worst_counts() {
        TestEnvelope first = PHONE.envelope();
        String card = card();
        PHONE.submit(first.onCard(card)).expect(201);
        TABLET.receive(first.id(), TestTablet.guardian()).expect(201);
        TABLET.beginIntake(first.id());
        TestEnvelope second = PHONE.envelope();
        theft(second);
        PHONE.submit(second.onCard(card)).expect(201);
        JsonObject standing = TABLET.device()
                .command(
                        "/cases/" + first.id() + "/offences",
                        new JsonObject().put("handoverId", second.id().toString()))
                .expect(201);
        assertThat(standing.getString("state")).isEqualTo("PENDING_APPROVAL");
        JsonObject file = file(first.id());
        assertThat(file.getJsonObject("verdict").getString("decision")).isEqualTo("NEEDS_HOVJ");
        assertThat(file.getJsonObject("handover").getJsonObject("verdict").getString("needs"))
                .isEqualTo("NOTHING");
        assertThat(file.getJsonObject("handover")
                        .getJsonArray("otherOffences")
                        .getJsonObject(0)
                        .getJsonObject("content")
                        .getJsonObject("verdict")
                        .getString("needs"))
                .isEqualTo("ASSISTANT");
        approve(first.id(), "ASSISTANT", true).expect(201);
        intake(first.id(), null).expect(200);
    }

    @Test
    void an_approval_given_before_an_offence_joined_does_not_cover_it() {
        TestEnvelope first = PHONE.envelope();
        theft(first);
        String card = card();
        PHONE.submit(first.onCard(card)).expect(201);
        TABLET.receive(first.id(), TestTablet.guardian()).expect(201);
        approve(first.id(), "ASSISTANT", true).expect(201);
        APP.clock().advance(Duration.ofSeconds(30));
        TestEnvelope second = PHONE.envelope();
        theft(second);
        PHONE.submit(second.onCard(card)).expect(201);
        TABLET.device()
                .command(
                        "/cases/" + first.id() + "/offences",
                        new JsonObject().put("handoverId", second.id().toString()))
                .expect(201);
        assertThat(file(first.id()).getString("block")).isEqualTo("ASSISTANT");
        assertThat(intake(first.id(), null).outcome()).isEqualTo("409 verdict.approval-needed");
    }

    @Test
    void a_case_opened_on_the_wrong_juvenile_is_judged_anew_on_both_sides() {
        UUID wrong = handOver(CaseVerdictTest::theft);
        UUID right = handOver(_ -> {});
        TABLET.receive(wrong, TestTablet.guardian()).expect(201);
        approve(wrong, "ASSISTANT", true).expect(201);
        intake(wrong, null).expect(200);
        JsonObject standing = displace(wrong, right).expect(201);
        assertThat(standing.getString("state")).isEqualTo("INTAKE");
        assertThat(file(right).getJsonObject("verdict").getString("cause")).isEqualTo("RECEIVED");
        assertThat(file(right).getJsonArray("approvals")).isEmpty();
        JsonObject emptied = file(wrong);
        assertThat(emptied.getJsonObject("verdict").getString("cause")).isEqualTo("SUBMITTED");
        assertThat(emptied.getJsonArray("approvals")).isEmpty();
        assertThat(TABLET.receive(wrong, TestTablet.guardian().put("number", "06 87654321"))
                        .expect(201)
                        .getString("state"))
                .isEqualTo("PENDING_APPROVAL");
    }

    @Test
    void facts_that_move_to_a_theft_wait_there_for_the_assistant_prosecutor() {
        UUID wrong = handOver(_ -> {});
        UUID right = handOver(CaseVerdictTest::theft);
        TABLET.receive(wrong, TestTablet.guardian()).expect(201);
        TABLET.beginIntake(wrong);
        assertThat(displace(wrong, right).expect(201).getString("state")).isEqualTo("PENDING_APPROVAL");
    }

    @Test
    void a_correction_is_judged_by_itself() {
        UUID first = handOver(CaseVerdictTest::eleven);
        TestEnvelope better = PHONE.envelope().replacing(first);
        PHONE.submit(better).expect(201);
        assertThat(content(better.id()).getString("cause")).isEqualTo("CORRECTED");
        assertThat(content(better.id()).getString("needs")).isEqualTo("NOTHING");
        PHONE.device()
                .command("/handovers/" + better.id() + "/withdrawal", null)
                .expect(200);
    }

    @Test
    void nobody_leaves_untold_without_a_word_why() {
        UUID id = handOver(_ -> {});
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        assertThat(TABLET.move(id, "LEFT", "WALKED_AWAY").outcome()).isEqualTo("422 verdict.guardian-not-told");
        TABLET.device()
                .command(
                        "/cases/" + id + "/transitions",
                        new JsonObject()
                                .put("to", "LEFT")
                                .put("reason", "WALKED_AWAY")
                                .put("note", "Rende weg, politie weet het."))
                .expect(200);
        UUID fetched = handOver(_ -> {});
        TABLET.receive(fetched, TestTablet.guardian()).expect(201);
        TABLET.move(fetched, "LEFT", "PICKED_UP").expect(200);
    }

    @Test
    void a_phone_and_a_tablet_without_a_worker_decide_nothing() {
        UUID id = handOver(CaseVerdictTest::theft);
        TABLET.receive(id, TestTablet.guardian()).expect(201);
        TestDevice unattended = TestDevice.enrolled(APP, Profile.LOKET);
        for (TestDevice device : List.of(PHONE.device(), unattended)) {
            int refused = device.equals(unattended) ? 401 : 403;
            assertThat(device.command("/cases/" + id + "/approvals", approval("ASSISTANT", true))
                            .status())
                    .isEqualTo(refused);
            assertThat(device.post("/handovers/" + id + "/verdict", new JsonObject())
                            .status())
                    .isEqualTo(refused);
        }
        assertThat(APP.count("approval WHERE case_id = $1", id)).isZero();
    }

    @Test
    void a_verdict_cannot_be_read_without_the_key_of_its_case() {
        UUID id = handOver(CaseVerdictTest::eleven);
        receive(receipt(id, "2015-03-14").put("override", TestTablet.override("NOT_HALT", "CARE_FIRST")))
                .expect(201);
        approve(id, "PROSECUTOR", true).expect(201);
        String rows = APP.rows("""
                        SELECT (SELECT string_agg(to_jsonb(v)::text, '') FROM verdict v)
                          || (SELECT string_agg(to_jsonb(a)::text, '') FROM approval a)
                          || (SELECT string_agg(to_jsonb(o)::text, '') FROM verdict_override o) AS all_rows""").getFirst().getString("all_rows");
        assertThat(rows).contains("2026-11-22").doesNotContain("NOT_HALT", "R-AGE", "HOvJ 12", "Moeder", "CARE_FIRST");
        var _ = APP.rows("DELETE FROM case_key WHERE case_id = $1 RETURNING case_id", id);
        assertThat(TABLET.device().get("/handovers/" + id + "/content").outcome())
                .isEqualTo("404 case.erased");
    }

    private static void theft(TestEnvelope envelope) {
        envelope.data.put(2, "diefstal-310");
        envelope.data.put(9, 2_500L);
    }

    private static void denies(TestEnvelope envelope) {
        declare(envelope, 5, 0);
    }

    private static void eleven(TestEnvelope envelope) {
        envelope.juvenile.put(3, "2015-03-14");
    }

    private static UUID handOver(Consumer<TestEnvelope> change) {
        TestEnvelope envelope = PHONE.envelope();
        change.accept(envelope);
        PHONE.submit(envelope).expect(201);
        return envelope.id();
    }

    private static void declare(TestEnvelope envelope, int key, int value) {
        var declared = new TreeMap<Integer, Object>();
        ((Map<?, ?>) Objects.requireNonNull(envelope.data.get(11)))
                .forEach((one, was) -> declared.put((Integer) one, was));
        declared.put(key, value);
        envelope.data.put(11, declared);
    }

    private static void said(TestEnvelope envelope, int decision) {
        envelope.data.put(15, new TreeMap<>(Map.of(10, decision)));
    }

    private static String card() {
        return LAPTOP.command("/cards", new JsonObject().put("count", 1))
                .expect(201)
                .getJsonArray("cards")
                .getJsonObject(0)
                .getString("code");
    }

    private static JsonObject content(UUID id) {
        return TABLET.device().get("/handovers/" + id + "/content").expect(200).getJsonObject("verdict");
    }

    private static JsonObject file(UUID id) {
        return TABLET.device().get("/cases/" + id).expect(200);
    }

    private static JsonObject receipt(UUID id, String birthDate) {
        JsonObject body = TestTablet.receipt(id, TestTablet.guardian());
        body.getJsonObject("identity").put("birthDate", birthDate);
        return body;
    }

    private static Reply receive(JsonObject body) {
        return TABLET.device().command("/cases", body);
    }

    private static Reply judge(UUID id, JsonObject desk) {
        return TABLET.device().post("/handovers/" + id + "/verdict", desk);
    }

    private static Reply intake(UUID id, @Nullable JsonObject override) {
        JsonObject body = new JsonObject().put("to", "INTAKE");
        if (override != null) {
            body.put("override", override);
        }
        return TABLET.device().command("/cases/" + id + "/transitions", body);
    }

    private static JsonObject approval(String authority, boolean approved) {
        Instant now = APP.clock().instant();
        return new JsonObject()
                .put("authority", authority)
                .put("approved", approved)
                .put("who", "HOvJ 12")
                .put("givenAt", now.toString())
                .put("reference", "OEF-77");
    }

    private static Reply approve(UUID id, String authority, boolean approved) {
        return TABLET.device().command("/cases/" + id + "/approvals", approval(authority, approved));
    }

    private static Reply displace(UUID wrong, UUID right) {
        return TABLET.device()
                .command(
                        "/cases/" + wrong + "/displacement",
                        new JsonObject().put("handoverId", right.toString()).put("reason", "WRONG_ROW"));
    }

    private static List<String> audited(UUID id) {
        return APP.rows("SELECT facts FROM audit_entry WHERE subject = $1", "case:" + id).stream()
                .map(row -> row.getString("facts"))
                .toList();
    }
}
