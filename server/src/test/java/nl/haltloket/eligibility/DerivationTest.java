package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import nl.haltloket.eligibility.Facts.Value.Code;
import nl.haltloket.eligibility.Facts.Value.Whole;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from a situation. */
class DerivationTest {

    @ParameterizedTest
    @CsvSource({
        "2009-11-22, 2027-11-21T22:59:59Z, 17", // the day before the birthday, a second to local midnight in winter
        "2009-11-22, 2027-11-21T23:00:00Z, 18",
        "2009-07-01, 2027-06-30T21:59:59Z, 17", // the same in summer, where midnight is two hours from UTC
        "2009-07-01, 2027-06-30T22:00:00Z, 18",
        "2009-03-29, 2026-03-28T22:59:59Z, 16", // the night that the clock goes forward
        "2009-03-29, 2026-03-28T23:00:00Z, 17",
        "2009-10-25, 2026-10-24T21:59:59Z, 16", // the night that the clock goes back
        "2009-10-25, 2026-10-24T22:00:00Z, 17",
        "2008-02-29, 2026-02-28T12:00:00Z, 17", // born on 29 February: the birthday is 1 March
        "2008-02-29, 2026-02-28T23:00:00Z, 18",
        "2008-02-29, 2024-02-29T00:00:00Z, 16",
        "2026-11-22, 2026-11-22T12:00:00Z, 0"
    })
    void age_is_in_whole_years_on_the_local_day_of_the_offence(String birthDate, String offenceAt, long age) {
        assertThat(age(birthDate, offenceAt)).isEqualTo(new Whole(age, age));
    }

    @ParameterizedTest
    @CsvSource({
        "2010, 2026-11-22T12:00:00Z, 15, 16",
        "2010-11, 2026-11-22T12:00:00Z, 15, 16",
        "2010-12, 2026-11-22T12:00:00Z, 15, 15",
        "2008-02, 2026-02-28T12:00:00Z, 17, 18",
        "2026, 2026-11-22T12:00:00Z, 0, 0"
    })
    void a_birth_date_without_day_or_month_gives_every_age_it_may_be(
            String birthDate, String offenceAt, long min, long max) {
        assertThat(age(birthDate, offenceAt)).isEqualTo(new Whole(min, max));
    }

    @ParameterizedTest
    @CsvSource({"2009-02-30", "2009-13", "later", "2026-11-23", "20090501", "12009-01-01"})
    void what_is_no_date_or_lies_after_the_offence_is_unknown(String birthDate) {
        assertThat(age(birthDate, "2026-11-22T12:00:00Z")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-08-22T12:00:00Z, 3",
        "2026-08-21T21:59:59Z, 4", // a local day earlier
        "2026-11-22T12:00:00Z, 0",
        "2026-11-21T12:00:00Z, 1",
        "2026-12-01T12:00:00Z, 0"
    })
    void months_count_as_soon_as_they_begin(String hearing, long months) {
        assertThat(fact(
                        Cases.direct().put("firstHearingAt", hearing).put("judgedAt", "2026-11-22T12:00:00Z"),
                        "monthsSinceHearing"))
                .isEqualTo(new Whole(months, months));
    }

    @Test
    void a_month_that_lacks_the_day_ends_on_its_last() {
        ObjectNode hearing = Cases.direct().put("firstHearingAt", "2026-11-30T12:00:00Z");
        assertThat(fact(hearing.put("judgedAt", "2027-02-28T12:00:00Z"), "monthsSinceHearing"))
                .isEqualTo(new Whole(3, 3));
        assertThat(fact(hearing.put("judgedAt", "2027-03-01T12:00:00Z"), "monthsSinceHearing"))
                .isEqualTo(new Whole(4, 4));
    }

    @Test
    void days_are_those_of_the_calendar() {
        ObjectNode received = Cases.direct()
                .put("firstHearingAt", "2026-11-22T22:59:00Z")
                .put("receivedAt", "2026-11-22T23:01:00Z")
                .put("appointmentAt", "2026-12-22T23:01:00Z");
        assertThat(fact(received, "daysToReceipt")).isEqualTo(new Whole(1, 1));
        assertThat(fact(received, "daysToAppointment")).isEqualTo(new Whole(30, 30));
        assertThat(fact(received.put("receivedAt", "2026-11-01T12:00:00Z"), "daysToReceipt"))
                .isEqualTo(new Whole(0, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22, 2026-11-23, 2026-11-21T22:59:59Z, NO",
        "2026-11-22, 2026-11-23, 2026-11-21T23:00:00Z, YES",
        "2026-11-22, 2026-11-23, 2026-11-22T22:59:59Z, YES",
        "2026-11-22, 2026-11-23, 2026-11-22T23:00:00Z, NO",
        "2026-11-22T12:00:00Z, 2026-11-22T14:00:00Z, 2026-11-22T12:00:00Z, YES",
        "2026-11-22T12:00:00Z, 2026-11-22T14:00:00Z, 2026-11-22T14:00:00Z, NO",
        "2026-11-22, , 2026-11-20T12:00:00Z, NO"
    })
    void a_mandate_holds_from_its_first_day_until_the_day_it_ends(String from, String to, String at, String within) {
        ObjectNode situation = Cases.direct().put("offenceAt", at);
        situation.putObject("mandate").put("from", from).put("to", to);
        assertThat(fact(situation, "withinMandate")).isEqualTo(new Code(within));
    }

    @Test
    void a_mandate_with_a_bound_that_cannot_be_read_is_unknown() {
        ObjectNode situation = Cases.direct();
        situation.putObject("mandate").put("from", "soon").put("to", "2027-01-01");
        assertThat(fact(situation, "withinMandate")).isNull();
        assertThat(fact(situation, "offenceInMandate")).isNull();
    }

    @Test
    void the_text_unknown_equals_absent() {
        ObjectNode unknown = Cases.direct().put("admission", "UNKNOWN").put("hovj", "UNKNOWN");
        assertThat(fact(unknown, "admission")).isNull();
        assertThat(fact(unknown, "hovj")).isEqualTo(new Code("NOT_ASKED"));
    }

    @Test
    void a_code_that_the_table_lacks_is_as_good_as_unknown() {
        assertThat(fact(Cases.direct().put("safety", "FINE"), "safety")).isNull();
        assertThat(fact(Cases.direct().put("cautionGiven", "PARTLY"), "cautionGiven"))
                .isNull();
    }

    @Test
    void a_clean_check_says_so_of_its_parts() {
        assertThat(fact(Cases.direct(), "priorHalt")).isEqualTo(new Whole(0, 0));
        assertThat(fact(Cases.direct(), "priorCrimeRecord")).isEqualTo(new Code("NO"));
        ObjectNode crime = Cases.direct();
        crime.putObject("prior").put("check", "CRIME");
        assertThat(fact(crime, "priorHalt")).isNull();
        assertThat(fact(crime, "priorCrimeRecord")).isEqualTo(new Code("YES"));
    }

    @Test
    void a_standing_power_is_for_the_domains_it_names() {
        assertThat(fact(Cases.direct(), "boaRefer")).isEqualTo(new Code("STRUCTURAL"));
        assertThat(fact(byBoa("II"), "boaRefer")).isEqualTo(new Code("PROJECT"));
        assertThat(fact(byBoa("UNKNOWN"), "boaRefer")).isNull();
        assertThat(fact(byBoa("II"), "domainOk")).isEqualTo(new Code("NO"));
        assertThat(fact(byBoa("UNKNOWN"), "domainOk")).isNull();
    }

    @Test
    void a_referring_prosecutor_agrees() {
        ObjectNode prosecutor = Cases.direct();
        prosecutor.putObject("referrer").put("kind", "PROSECUTOR");
        assertThat(fact(prosecutor, "ovj")).isEqualTo(new Code("APPROVED"));
    }

    @Test
    void every_fact_of_the_table_can_be_given_and_the_other_way_round() {
        assertThat(Cases.LAW.rules().facts().keySet()).containsExactlyInAnyOrderElementsOf(Derivation.FACTS);
    }

    @Test
    void an_offence_that_nobody_knows_gives_no_fact_but_that() {
        Facts facts = Cases.LAW.facts(Cases.situation(Cases.direct().put("offenceId", "moord")));
        assertThat(facts.of("offenceKnown")).isEqualTo(new Code("NO"));
        assertThat(facts.values()).doesNotContainKeys("offenceList", "offenceKind", "asksValue", "domainOk");
    }

    @Test
    void the_hash_of_what_was_known_does_not_depend_on_the_order_of_fields() {
        ObjectNode turned = Json.read("{}", ObjectNode.class);
        List.copyOf(Cases.direct().properties())
                .reversed()
                .forEach(field -> turned.set(field.getKey(), field.getValue()));
        String hash = Cases.LAW.inputsHash(Cases.situation(Cases.direct()));
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(Cases.LAW.inputsHash(Cases.situation(turned)));
        assertThat(Cases.LAW.inputsHash(Cases.situation(Cases.direct().put("admission", "NO"))))
                .isNotEqualTo(hash);
    }

    private static ObjectNode byBoa(String domain) {
        ObjectNode situation = Cases.direct();
        situation.putObject("referrer").put("kind", "BOA").put("domain", domain).put("listed", true);
        return situation;
    }

    private static Facts.@Nullable Value age(String birthDate, String offenceAt) {
        return fact(Cases.direct().put("birthDate", birthDate).put("offenceAt", offenceAt), "age");
    }

    private static Facts.@Nullable Value fact(ObjectNode situation, String name) {
        return Cases.LAW.facts(Cases.situation(situation)).of(name);
    }
}
