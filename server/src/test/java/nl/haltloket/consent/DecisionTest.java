package nl.haltloket.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestIntake;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offer, decisions, fitness and appointment by HTTP: what is possible, and every gate with its sentence. */
class DecisionTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);
    private static final TestTablet TABLET = new TestTablet(APP, "fatima");
    private static final TestIntake DESK = new TestIntake(TABLET);

    private final UUID id = PHONE.handOver();
    private final JsonObject mother = TestTablet.guardian();

    @AfterAll
    static void stop() {
        APP.close();
    }

    @AfterEach
    void nothingOfTheCaseIsLost() {
        at(TestApp.START);
        assertThat(DESK.file(id).getJsonObject("identity").getString("familyName"))
                .isEqualTo("Voorbeeld");
    }

    @Test
    void at_15_the_juvenile_and_a_guardian_with_custody_agree() {
        offered("2011-03-14", mother);
        assertThat(asks()).startsWith("LANGUAGE", "JUVENILE_DECISION", "GUARDIAN_CONSENT");
        assertThat(state(juvenile("YES"))).isEqualTo("PENDING_GUARDIAN");
        assertThat(verdict()).isEqualTo("PENDING_PARENT");
        assertThat(state(guardian(mother, "YES"))).isEqualTo("AGREED");
        assertThat(verdict()).isEqualTo("DIRECT");
        JsonArray decisions = DESK.file(id).getJsonArray("decisions");
        assertThat(decisions).hasSize(2);
        JsonObject hers = decisions.getJsonObject(1);
        assertThat(hers.getString("words")).isEqualTo("Ja, dat is goed.");
        assertThat(hers.getString("by")).isEqualTo("Fatima Oefenaar");
        assertThat(hers.getString("number")).isEqualTo("06 12345678");
        assertThat(DESK.schedule(id, "2026-12-01").expect(200).getString("state"))
                .isEqualTo("SCHEDULED");
        assertThat(asks()).containsExactly("LANGUAGE", "PICKUP", "TRANSFER");
    }

    @Test
    void a_guardian_may_agree_before_the_juvenile_does() {
        offered("2011-03-14", mother);
        assertThat(state(guardian(mother, "YES"))).isEqualTo("OFFERED");
        assertThat(state(juvenile("LATER"))).isEqualTo("OFFERED");
        assertThat(state(juvenile("YES"))).isEqualTo("AGREED");
    }

    @Test
    void at_16_the_juvenile_decides_alone_and_a_guardian_is_told() {
        offered("2010-11-22", mother);
        assertThat(asks()).contains("GUARDIAN_INFORMATION").doesNotContain("GUARDIAN_CONSENT");
        assertThat(guardian(mother, "YES").outcome()).isEqualTo("409 consent.guardian-not-asked");
        assertThat(state(juvenile("YES"))).isEqualTo("AGREED");
    }

    @Test
    void refusing_asks_no_offer_and_no_signature() {
        received("2011-03-14", mother);
        TABLET.showRights(id);
        assertThat(state(juvenile("NO"))).isEqualTo("RETURNED");
        assertThat(APP.rows("SELECT reason FROM case_file WHERE id = $1", id)
                        .getFirst()
                        .getString("reason"))
                .isEqualTo("REFUSED_BY_JUVENILE");
        assertThat(asks()).containsExactly("TRANSFER");
        assertThat(verdict()).isEqualTo("NOT_HALT");
    }

    @Test
    void a_guardian_who_refuses_ends_it() {
        offered("2011-03-14", mother);
        juvenile("YES").expect(201);
        assertThat(state(guardian(mother, "NO"))).isEqualTo("RETURNED");
        assertThat(verdict()).isEqualTo("NOT_HALT");
    }

    @Test
    void guardians_who_disagree_wait_for_halt() {
        JsonObject father = TestTablet.guardian()
                .put("name", "Vader Voorbeeld")
                .put("relation", "FATHER")
                .put("number", "06 87654321");
        offered("2011-03-14", mother, father);
        juvenile("YES").expect(201);
        assertThat(state(guardian(mother, "NO"))).isEqualTo("PENDING_GUARDIAN");
        assertThat(asks()).contains("GUARDIAN_CONSENT");
        assertThat(state(guardian(father, "YES"))).isEqualTo("PENDING_GUARDIAN");
        assertThat(asks()).contains("GUARDIANS_DISAGREE");
        assertThat(verdict()).isEqualTo("UNKNOWN");
        assertThat(DESK.schedule(id, "2026-12-01").expect(200).getString("state"))
                .isEqualTo("SCHEDULED");
        assertThat(DESK.file(id).getJsonArray("decisions")).hasSize(3);
    }

    @Test
    void a_yes_counts_once_custody_is_known() {
        offered("2011-03-14", mother.put("custody", "UNKNOWN"));
        juvenile("YES").expect(201);
        assertThat(state(guardian(mother, "YES"))).isEqualTo("PENDING_GUARDIAN");
        assertThat(asks()).contains("GUARDIAN_CUSTODY");
        assertThat(verdict()).isEqualTo("UNKNOWN");
        JsonObject edit = new JsonObject()
                .put("name", "Moeder Voorbeeld")
                .put("relation", "MOTHER")
                .put("custody", "YES")
                .put("language", "nl");
        TestApp.await(TABLET.device()
                        .command(
                                HttpMethod.PUT,
                                "/cases/" + id + "/guardians/" + mother.getString("id"),
                                TestDevice.newId(),
                                edit))
                .expect(200);
        assertThat(DESK.file(id).getString("state")).isEqualTo("AGREED");
        assertThat(verdict()).isEqualTo("DIRECT");
    }

    @Test
    void nobody_agrees_before_the_offer_was_handed_over() {
        received("2011-03-14", mother);
        TABLET.showRights(id);
        assertThat(juvenile("YES").outcome()).isEqualTo("409 consent.offer-first");
        assertThat(juvenile("LATER").outcome()).isEqualTo("409 consent.offer-first");
        assertThat(guardian(mother, "YES").outcome()).isEqualTo("409 consent.offer-first");
        assertThat(DESK.file(id).getJsonArray("decisions")).isEmpty();
    }

    @Test
    void nothing_is_offered_or_decided_before_the_rights_card() {
        received("2011-03-14", mother);
        assertThat(DESK.handOver(id).outcome()).isEqualTo("409 intake.rights-first");
        assertThat(juvenile("NO").outcome()).isEqualTo("409 intake.rights-first");
        assertThat(asks()).first().isEqualTo("RIGHTS");
    }

    @Test
    void nobody_consents_who_is_not_fit() {
        offered("2011-03-14", mother);
        assertThat(TABLET.move(id, "NOT_FIT_NOW", null).expect(200).getString("state"))
                .isEqualTo("NOT_FIT_NOW");
        assertThat(verdict()).isEqualTo("PENDING_SOBER");
        for (String answer : new String[] {"YES", "NO", "LATER"}) {
            assertThat(juvenile(answer).outcome()).isEqualTo("409 consent.not-fit");
        }
        assertThat(DESK.handOver(id).outcome()).isEqualTo("409 consent.not-fit");
        DESK.fitness(id, new JsonObject().put("reason", "DRUNK").put("note", "Ruikt naar bier."))
                .expect(200);
        JsonObject fitness = DESK.file(id).getJsonObject("fitness");
        assertThat(fitness.getString("reason")).isEqualTo("DRUNK");
        assertThat(fitness.getString("note")).isEqualTo("Ruikt naar bier.");
        TABLET.move(id, "INTAKE", null).expect(200);
        assertThat(DESK.file(id).containsKey("fitness")).isFalse();
        assertThat(DESK.handOver(id).expect(201).getString("state")).isEqualTo("OFFERED");
        assertThat(state(juvenile("YES"))).isEqualTo("PENDING_GUARDIAN");
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER, null, 422 consent.guardian-age",
        "OTHER, false, 409 consent.guardian-minor",
        "OTHER, true, 201",
        "MOTHER, null, 201",
        "MOTHER, false, 409 consent.guardian-minor",
    })
    void a_guardian_under_18_can_not_agree(String relation, String adult, String outcome) {
        offered("2011-03-14", mother.put("relation", relation));
        JsonObject decision = DESK.guardian(id, mother, "YES");
        if (!adult.equals("null")) {
            decision.put("adult", Boolean.valueOf(adult));
        }
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo(outcome);
    }

    @Test
    void a_guardian_who_is_the_victim_can_not_agree() {
        offered("2011-03-14", mother);
        assertThat(DESK.decide(id, DESK.guardian(id, mother, "YES").put("victim", true))
                        .outcome())
                .isEqualTo("409 consent.guardian-is-victim");
        assertThat(DESK.file(id).getString("state")).isEqualTo("OFFERED");
    }

    @ParameterizedTest
    @CsvSource({
        "number, 06 99999999, 409 consent.number-other",
        "number, +31 6 12345678, 201",
        "number, null, 422 consent.number-missing",
        "words, null, 422 consent.words-missing",
        "words, ' ', 422 consent.words-missing",
        "version, 99, 409 consent.version-other",
        "document, CONSENT, 422 consent.document-other",
        "guardianId, null, 422 consent.guardian-missing",
        "guardianId, 019ab0c4-1111-7abc-8def-000000000001, 404 guardian.unknown",
    })
    void a_call_says_with_whom_by_which_number_and_in_which_words(String field, String value, String outcome) {
        offered("2011-03-14", mother);
        JsonObject decision = DESK.guardian(id, mother, "YES");
        if (value.equals("null")) {
            decision.remove(field);
        } else {
            decision.put(field, field.equals("version") ? Integer.valueOf(value) : value);
        }
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo(outcome);
    }

    @Test
    void a_yes_by_phone_is_not_taken_on_the_number_of_another_guardian() {
        JsonObject father = TestTablet.guardian().put("relation", "FATHER").put("number", "06 87654321");
        offered("2011-03-14", mother, father);
        JsonObject decision = DESK.guardian(id, mother, "YES").put("number", "06 87654321");
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo("409 consent.number-other");
        assertThat(DESK.file(id).getJsonArray("decisions")).isEmpty();
        assertThat(state(guardian(father, "YES"))).isEqualTo("OFFERED");
    }

    @Test
    void after_a_correction_a_yes_by_phone_names_the_right_number_and_no_longer_the_wrong_one() {
        offered("2011-03-14", mother);
        JsonObject corrected =
                mother.copy().put("id", TestDevice.newId().toString()).put("number", "06 87654321");
        JsonObject correction = new JsonObject()
                .put("id", corrected.getString("id"))
                .put("number", corrected.getString("number"))
                .put("readBack", true)
                .put("reason", "SOMEBODY_ELSE_ANSWERED");
        DESK.send(id, "guardians/" + mother.getString("id") + "/numbers", correction)
                .expect(201);
        JsonObject wrong = DESK.guardian(id, corrected, "YES").put("number", mother.getString("number"));
        assertThat(DESK.decide(id, wrong).outcome()).isEqualTo("409 consent.number-other");
        assertThat(guardian(mother, "YES").outcome()).isEqualTo("404 guardian.unknown");
        assertThat(DESK.file(id).getJsonArray("decisions")).isEmpty();
        assertThat(state(guardian(corrected, "YES"))).isEqualTo("OFFERED");
    }

    @Test
    void with_whom_there_is_no_contact_nobody_is_asked() {
        JsonObject unsafe =
                TestTablet.guardian().put("doNotContact", true).put("doNotContactReason", "Onveilig thuis.");
        unsafe.remove("number");
        offered("2011-03-14", unsafe);
        JsonObject decision = DESK.guardian(id, unsafe, "YES").put("channel", "IN_PERSON");
        decision.remove("number");
        assertThat(DESK.decide(id, decision).outcome()).isEqualTo("409 consent.guardian-not-contacted");
    }

    /** It is 21:00 in Amsterdam; a birthday begins at 23:00 UTC. */
    @Test
    void who_turns_16_in_the_night_decides_alone_from_midnight_on() {
        offered("2010-11-23", mother);
        assertThat(state(juvenile("YES"))).isEqualTo("PENDING_GUARDIAN");
        at(Instant.parse("2026-11-22T22:59:59Z"));
        assertThat(asks()).contains("GUARDIAN_CONSENT");
        at(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(asks()).contains("JUVENILE_DECISION").doesNotContain("GUARDIAN_CONSENT");
        assertThat(state(juvenile("YES"))).isEqualTo("AGREED");
        assertThat(DESK.file(id).getJsonArray("decisions")).hasSize(2);
        assertThat(verdict()).isEqualTo("DIRECT");
    }

    /** The offence was at 15; the desk asks what it asks of a juvenile of 16, and says so from the receipt on. */
    @Test
    void who_turned_16_before_the_receipt_waits_for_no_guardian() {
        at(Instant.parse("2026-11-22T23:30:00Z"));
        offered("2010-11-23", mother);
        assertThat(asks()).contains("JUVENILE_DECISION").doesNotContain("GUARDIAN_CONSENT");
        assertThat(verdict()).isEqualTo("DIRECT");
    }

    @Test
    void who_turns_18_in_the_night_decides_and_nobody_is_told_without_leave() {
        offered("2008-11-23", mother);
        assertThat(asks()).contains("GUARDIAN_INFORMATION");
        at(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(asks()).doesNotContain("GUARDIAN_INFORMATION", "GUARDIAN_CONSENT");
        assertThat(state(juvenile("YES"))).isEqualTo("AGREED");
    }

    /** The law looks at the day of the offence. */
    @Test
    void who_turns_12_after_the_offence_is_not_for_halt() {
        JsonObject receipt = TestTablet.receipt(id, mother);
        receipt.getJsonObject("identity").put("birthDate", "2014-11-23");
        at(Instant.parse("2026-11-22T23:30:00Z"));
        assertThat(TABLET.device().command("/cases", receipt).outcome()).isEqualTo("409 verdict.override-needed");
        receipt.getJsonObject("identity").put("birthDate", "2014-11-22");
        assertThat(TABLET.device().command("/cases", receipt).status()).isEqualTo(201);
    }

    @Test
    void withdrawing_sends_the_case_back_and_any_other_yes_just_no_longer_counts() {
        offered("2011-03-14", mother);
        JsonObject reminder = DESK.juvenile(id, "YES").put("purpose", "REMINDER");
        assertThat(state(DESK.decide(id, reminder))).isEqualTo("OFFERED");
        juvenile("YES").expect(201);
        guardian(mother, "YES").expect(201);
        assertThat(withdraw(decisionId(0), "Toch niet.").expect(200).getString("state"))
                .isEqualTo("AGREED");
        assertThat(withdraw(decisionId(0), null).outcome()).isEqualTo("409 consent.withdrawn");
        assertThat(withdraw(decisionId(2), "Ik wil het niet meer.").expect(200).getString("state"))
                .isEqualTo("RETURNED");
        JsonObject file = DESK.file(id);
        assertThat(file.getJsonArray("decisions").getJsonObject(2).getString("withdrawalWords"))
                .isEqualTo("Ik wil het niet meer.");
        assertThat(APP.rows("SELECT reason FROM case_file WHERE id = $1", id)
                        .getFirst()
                        .getString("reason"))
                .isEqualTo("CONSENT_WITHDRAWN");
        assertThat(withdraw(TestDevice.newId(), null).outcome()).isEqualTo("404 consent.unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30, 2026-12-01T09:00:00Z, 422 intake.appointment-past",
        "2026-12-22, 2026-11-22T20:00:00Z, 200",
    })
    void an_appointment_is_still_to_come_when_it_is_made(String date, Instant now, String outcome) {
        offered("2010-01-01", mother);
        juvenile("YES").expect(201);
        assertThat(DESK.send(id, "appointment", new JsonObject()).outcome()).isEqualTo("409 appointment.none");
        TestApp.await(TABLET.save(id, "appointment", 0, new JsonObject().put("date", date)))
                .expect(200);
        at(now);
        assertThat(DESK.send(id, "appointment", new JsonObject()).outcome()).isEqualTo(outcome);
        assertThat(DESK.file(id)
                        .getJsonObject("intake")
                        .getJsonObject("appointment")
                        .getJsonObject("data")
                        .getString("date"))
                .isEqualTo(date);
    }

    @Test
    void thirty_days_count_from_the_receipt() {
        offered("2010-01-01", mother);
        at(Instant.parse("2026-11-23T08:00:00Z"));
        assertThat(TestApp.await(TABLET.save(id, "appointment", 0, new JsonObject().put("date", "2026-12-23")))
                        .outcome())
                .isEqualTo("422 intake.appointment-late");
        TestApp.await(TABLET.save(id, "appointment", 0, new JsonObject().put("date", "2026-12-22")))
                .expect(200);
    }

    @Test
    void who_has_an_offer_is_not_moved_to_another_juvenile() {
        offered("2011-03-14", mother);
        TABLET.move(id, "NOT_FIT_NOW", null).expect(200);
        JsonObject displacement =
                new JsonObject().put("handoverId", PHONE.handOver().toString()).put("reason", "WRONG_ROW");
        assertThat(DESK.send(id, "displacement", displacement).outcome()).isEqualTo("409 case.too-late-to-move");
    }

    @Test
    void the_offer_is_no_longer_asked_for_by_the_rules_once_it_was_given() {
        received("2011-03-14", mother);
        TABLET.showRights(id);
        assertThat(rules()).contains("R-CONS-7");
        DESK.handOver(id).expect(201);
        assertThat(rules()).doesNotContain("R-CONS-7");
        JsonObject offer = DESK.file(id).getJsonArray("offers").getJsonObject(0);
        assertThat(offer.getString("medium")).isEqualTo("PRINTED");
        assertThat(offer.getString("by")).isEqualTo("Fatima Oefenaar");
        assertThat(DESK.handOver(id).expect(201).getString("state")).isEqualTo("OFFERED");
        assertThat(DESK.send(id, "offers", DESK.offer(id).put("version", 99)).outcome())
                .isEqualTo("409 consent.version-other");
    }

    private static void at(Instant moment) {
        APP.clock().advance(Duration.between(APP.clock().instant(), moment));
        TABLET.device().renew();
        TABLET.device().signIn("fatima");
    }

    private String rules() {
        return DESK.file(id).getJsonObject("verdict").encode();
    }

    private String verdict() {
        return DESK.file(id).getJsonObject("verdict").getString("decision");
    }

    private List<String> asks() {
        return DESK.file(id).getJsonArray("asks").stream()
                .map(String.class::cast)
                .toList();
    }

    private Reply withdraw(UUID decisionId, @Nullable String words) {
        JsonObject body = words == null ? new JsonObject() : new JsonObject().put("words", words);
        return DESK.send(id, "decisions/" + decisionId + "/withdrawal", body);
    }

    private UUID decisionId(int at) {
        return UUID.fromString(
                DESK.file(id).getJsonArray("decisions").getJsonObject(at).getString("id"));
    }

    private Reply juvenile(String answer) {
        return DESK.decide(id, DESK.juvenile(id, answer));
    }

    private Reply guardian(JsonObject guardian, String answer) {
        return DESK.decide(id, DESK.guardian(id, guardian, answer));
    }

    private static String state(Reply reply) {
        return reply.expect(201).getString("state");
    }

    private void received(String birthDate, JsonObject... guardians) {
        JsonObject receipt = TestTablet.receipt(id, guardians);
        receipt.getJsonObject("identity").put("birthDate", birthDate);
        TABLET.device().command("/cases", receipt).expect(201);
        TABLET.move(id, "INTAKE", null).expect(200);
    }

    private void offered(String birthDate, JsonObject... guardians) {
        received(birthDate, guardians);
        TABLET.showRights(id);
        DESK.handOver(id).expect(201);
    }
}
