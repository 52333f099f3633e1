package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The cases that a desk sees every night, judged by the law as it stands in {@code config/}. */
class JourneysTest {

    @Test
    void a_boa_hands_over_alcohol_at_seventeen() {
        Verdict verdict = Cases.verdict(Cases.direct());
        assertThat(verdict.decision()).isEqualTo(Decision.DIRECT);
        assertThat(verdict.provisional()).isFalse();
        assertThat(verdict.ask()).isEmpty();
        assertThat(verdict.gates()).containsExactly("JUVENILE_CONSENT", "WRITTEN_OFFER");
    }

    @Test
    void of_a_boa_with_a_theft_the_police_take_over() {
        ObjectNode theft = Cases.direct()
                .put("offenceId", "diefstal-310")
                .put("feitcode", "NONE")
                .put("valueCents", 2000);
        Verdict verdict = Cases.verdict(theft);
        assertThat(verdict.decision()).isEqualTo(Decision.NEEDS_HOVJ);
        assertThat(rule(verdict, "R-REF-4").next()).contains("politie");
        assertThat(Cases.verdict(theft.put("hovj", "APPROVED").put("counsel", "CONSULTED"))
                        .decision())
                .isEqualTo(Decision.DIRECT);
        assertThat(Cases.verdict(theft.put("hovj", "REFUSED")).route()).isEqualTo("PV");
    }

    @Test
    void eleven_years_is_not_for_halt_and_the_route_says_what_now() {
        Verdict verdict = Cases.verdict(Cases.direct().put("birthDate", "2014-11-23"));
        assertThat(verdict.decision()).isEqualTo(Decision.NOT_HALT);
        assertThat(verdict.route()).isEqualTo("UNDER_12");
        assertThat(rule(verdict, "R-VOL-1").value()).isEqualTo("VOLUNTARY");
    }

    @Test
    void a_drunk_juvenile_of_fifteen_cannot_be_spoken_with_now() {
        Verdict verdict = Cases.verdict(Cases.direct()
                .put("birthDate", "2011-02-03")
                .put("feitcode", "E211a")
                .put("responsive", "NO"));
        assertThat(verdict.decision()).isEqualTo(Decision.PENDING_SOBER);
        assertThat(verdict.fired()).extracting(Verdict.Fired::value).contains("PENDING_PARENT");
    }

    @Test
    void an_unknown_repeat_check_is_provisional_and_warned_of() {
        ObjectNode unchecked = Cases.direct();
        unchecked.remove("prior");
        Verdict verdict = Cases.verdict(unchecked);
        assertThat(verdict.decision()).isEqualTo(Decision.DIRECT);
        assertThat(verdict.provisional()).isTrue();
        assertThat(verdict.warnings()).containsExactly("REPEAT_CHECK");
        assertThat(verdict.ask()).containsExactly("priorHalt", "priorHaltViolations");
    }

    @Test
    void a_refusal_by_the_prosecutor_ends_in_an_official_report() {
        ObjectNode insult = Cases.direct()
                .put("offenceId", "id-447e")
                .put("feitcode", "D517")
                .put("ovj", "REFUSED");
        insult.putObject("referrer").put("kind", "POLICE").put("listed", true);
        Verdict verdict = Cases.verdict(insult);
        assertThat(verdict.decision()).isEqualTo(Decision.NOT_HALT);
        assertThat(verdict.route()).isEqualTo("PV");
        assertThat(Cases.verdict(insult.put("ovj", "APPROVED")).decision()).isEqualTo(Decision.DIRECT);
    }

    @Test
    void what_the_law_does_not_say_is_marked_and_never_a_yes() {
        Verdict verdict =
                Cases.verdict(Cases.direct().put("offenceId", "wildplassen-apv").put("feitcode", "F185"));
        assertThat(verdict.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(verdict.lawUnknown()).isTrue();
    }

    @Test
    void each_day_is_judged_by_the_law_of_that_day() {
        ObjectNode forbidden = Cases.direct().put("offenceId", "verboden-461").put("feitcode", "D537");
        forbidden.putObject("referrer").put("kind", "POLICE").put("listed", true);
        forbidden
                .putObject("mandate")
                .put("from", "2024-01-01")
                .put("to", "2025-01-01")
                .putArray("offences");
        assertThat(Cases.verdict(forbidden
                                .put("offenceAt", "2024-06-30T21:59:59Z")
                                .put("birthDate", "2007-03-01"))
                        .decision())
                .isEqualTo(Decision.DIRECT);
        assertThat(Cases.verdict(forbidden.put("offenceAt", "2024-06-30T22:00:00Z"))
                        .decision())
                .isEqualTo(Decision.NEEDS_OVJ);
    }

    private static Verdict.Fired rule(Verdict verdict, String id) {
        return verdict.fired().stream()
                .filter(fired -> fired.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
