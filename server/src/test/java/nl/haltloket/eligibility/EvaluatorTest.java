package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.haltloket.eligibility.Facts.Value;
import nl.haltloket.eligibility.Rules.By;
import nl.haltloket.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions in three-valued logic, and what a set of rules makes of them. */
class EvaluatorTest {
    private static final Map<String, Rules.FactKind> TABLE = Map.of(
            "yes", kind("yesno", By.REFERRER),
            "no", kind("yesno", By.REFERRER),
            "absent", kind("yesno", By.REFERRER),
            "derived", kind("yesno", By.DERIVED),
            "five", kind("int", By.REFERRER),
            "fourToSix", kind("int", By.REFERRER));
    private static final Facts FACTS = new Facts(new TreeMap<>(Map.of(
            "yes", new Value.Code("YES"),
            "no", new Value.Code("NO"),
            "five", new Value.Whole(5, 5),
            "fourToSix", new Value.Whole(4, 6))));
    private static final String YES = is("yes");
    private static final String NO = is("no");
    private static final String UNKNOWN = is("absent");

    @ParameterizedTest
    @CsvSource({
        "YES, YES, YES, YES", "YES, NO, NO, YES", "YES, UNKNOWN, UNKNOWN, YES",
        "NO, NO, NO, NO", "NO, UNKNOWN, NO, UNKNOWN", "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN"
    })
    void all_is_the_falsest_and_any_the_truest(Truth one, Truth other, Truth all, Truth any) {
        String left = text(one);
        String right = text(other);
        assertThat(now("{\"all\":[%s,%s]}".formatted(left, right))).isEqualTo(all);
        assertThat(now("{\"all\":[%s,%s]}".formatted(right, left))).isEqualTo(all);
        assertThat(now("{\"any\":[%s,%s]}".formatted(left, right))).isEqualTo(any);
        assertThat(now("{\"any\":[%s,%s]}".formatted(right, left))).isEqualTo(any);
    }

    @Test
    void not_turns_what_is_known() {
        assertThat(now("{\"not\":%s}".formatted(YES))).isEqualTo(Truth.NO);
        assertThat(now("{\"not\":%s}".formatted(NO))).isEqualTo(Truth.YES);
        assertThat(now("{\"not\":%s}".formatted(UNKNOWN))).isEqualTo(Truth.UNKNOWN);
        assertThat(now("true")).isEqualTo(Truth.YES);
    }

    @ParameterizedTest
    @CsvSource({
        "five, below, 5, NO",
        "five, below, 6, YES",
        "five, atMost, 4, NO",
        "five, atMost, 5, YES",
        "five, atLeast, 5, YES",
        "five, atLeast, 6, NO",
        "five, over, 4, YES",
        "five, over, 5, NO",
        "fourToSix, below, 4, NO",
        "fourToSix, below, 5, UNKNOWN",
        "fourToSix, below, 6, UNKNOWN",
        "fourToSix, below, 7, YES",
        "fourToSix, atMost, 3, NO",
        "fourToSix, atMost, 4, UNKNOWN",
        "fourToSix, atMost, 5, UNKNOWN",
        "fourToSix, atMost, 6, YES",
        "fourToSix, atLeast, 4, YES",
        "fourToSix, atLeast, 5, UNKNOWN",
        "fourToSix, atLeast, 7, NO",
        "fourToSix, over, 3, YES",
        "fourToSix, over, 4, UNKNOWN",
        "fourToSix, over, 6, NO",
        "absent, below, 5, UNKNOWN",
        "yes, over, 0, UNKNOWN"
    })
    void a_range_compares_only_as_all_of_it_does(String fact, String order, long number, Truth truth) {
        assertThat(now("{\"fact\":\"%s\",\"%s\":%d}".formatted(fact, order, number)))
                .isEqualTo(truth);
    }

    @Test
    void a_number_compares_with_another_fact() {
        assertThat(now("{\"fact\":\"five\",\"atMost\":{\"fact\":\"five\"}}")).isEqualTo(Truth.YES);
        assertThat(now("{\"fact\":\"five\",\"over\":{\"fact\":\"fourToSix\"}}")).isEqualTo(Truth.UNKNOWN);
        assertThat(now("{\"fact\":\"five\",\"over\":{\"fact\":\"absent\"}}")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void whether_a_fact_is_unknown_is_known_now_and_open_while_somebody_can_tell() {
        assertThat(now("{\"unknown\":\"absent\"}")).isEqualTo(Truth.YES);
        assertThat(settled("{\"unknown\":\"absent\"}")).isEqualTo(Truth.UNKNOWN);
        assertThat(now("{\"unknown\":\"derived\"}")).isEqualTo(Truth.YES);
        assertThat(settled("{\"unknown\":\"derived\"}")).isEqualTo(Truth.YES);
        assertThat(now("{\"unknown\":\"yes\"}")).isEqualTo(Truth.NO);
        assertThat(settled("{\"unknown\":\"yes\"}")).isEqualTo(Truth.NO);
    }

    @Test
    void the_worst_wins_and_of_several_worst_the_first_gives_the_route() {
        Verdict verdict = judge(
                branch(YES, decides("DIRECT")),
                branch(YES, routed("NOT_HALT", "FIRST")),
                branch(YES, routed("NOT_HALT", "SECOND")),
                branch(YES, decides("NEEDS_OVJ")),
                branch(NO, routed("STOP", "NEVER")));
        assertThat(verdict.decision()).isEqualTo(Decision.NOT_HALT);
        assertThat(verdict.route()).isEqualTo("FIRST");
        assertThat(verdict.fired())
                .extracting(Verdict.Fired::value)
                .containsExactly("DIRECT", "NOT_HALT", "NOT_HALT", "NEEDS_OVJ");
    }

    @Test
    void a_doubt_that_could_make_it_worse_makes_it_unknown() {
        Verdict verdict = judge(branch(UNKNOWN, decides("NEEDS_HOVJ")));
        assertThat(verdict.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(verdict.open()).containsExactly("R-TEST-1");
        assertThat(verdict.ask()).containsExactly("absent");
        assertThat(verdict.fired()).isEmpty();
    }

    @Test
    void a_doubt_that_could_not_make_it_worse_is_left_alone() {
        Verdict verdict = judge(
                branch(YES, decides("NEEDS_OVJ")),
                branch(UNKNOWN, decides("NEEDS_OVJ")),
                branch(UNKNOWN, "{\"effect\":\"GATE\",\"gate\":\"LATER\",\"sentence\":\"Later.\"}"));
        assertThat(verdict.decision()).isEqualTo(Decision.NEEDS_OVJ);
        assertThat(verdict.open()).isEmpty();
        assertThat(verdict.ask()).isEmpty();
        assertThat(verdict.gates()).isEmpty();
    }

    @Test
    void a_doubt_keeps_the_worse_decision_but_stays_open() {
        Verdict verdict = judge(branch(YES, decides("UNKNOWN")), branch(UNKNOWN, routed("NOT_HALT", "FIRST")));
        assertThat(verdict.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(verdict.route()).isNull();
        assertThat(verdict.ask()).containsExactly("absent");
    }

    @Test
    void what_may_wait_warns_and_stays_open() {
        Verdict verdict = judge(branch(UNKNOWN, decides("NEEDS_OVJ"))
                .replace(
                        "}}",
                        "},\"ifUnknown\":{\"effect\":\"WARNING\",\"warning\":\"CHECK\",\"provisional\":true,"
                                + "\"sentence\":\"Later.\"}}"));
        assertThat(verdict.decision()).isEqualTo(Decision.DIRECT);
        assertThat(verdict.provisional()).isTrue();
        assertThat(verdict.warnings()).containsExactly("CHECK");
        assertThat(verdict.open()).containsExactly("R-TEST-1");
        assertThat(verdict.ask()).containsExactly("absent");
    }

    @Test
    void a_branch_about_an_absent_fact_does_not_silence_the_question() {
        Verdict verdict = judge(branch("{\"unknown\":\"absent\"}", decides("UNKNOWN")));
        assertThat(verdict.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(verdict.fired()).hasSize(1);
        assertThat(verdict.ask()).containsExactly("absent");
    }

    @Test
    void a_settled_part_asks_for_nothing() {
        Verdict verdict = judge(branch(
                "{\"any\":[{\"all\":[%s,%s]},{\"fact\":\"derived\",\"is\":[\"YES\"]}]}".formatted(NO, UNKNOWN),
                decides("NEEDS_OVJ")));
        assertThat(verdict.decision()).isEqualTo(Decision.UNKNOWN);
        assertThat(verdict.ask()).isEmpty();
    }

    @Test
    void gates_and_warnings_are_named_once_in_the_order_of_the_file() {
        String gate = "{\"effect\":\"GATE\",\"gate\":\"%s\",\"sentence\":\"Eerst.\"}";
        Verdict verdict = judge(
                branch(YES, gate.formatted("B")),
                branch(YES, gate.formatted("A")),
                branch(YES, gate.formatted("B")),
                branch(YES, "{\"effect\":\"ADVICE\",\"route\":\"HELP\",\"sentence\":\"Kan.\"}"));
        assertThat(verdict.gates()).containsExactly("B", "A");
        assertThat(verdict.fired()).extracting(Verdict.Fired::value).containsExactly("B", "A", "B", "HELP");
    }

    @Test
    void where_no_rule_decides_anything_nobody_knows() {
        assertThat(judge(branch(YES, "{\"effect\":\"ADVICE\",\"route\":\"HELP\",\"sentence\":\"Kan.\"}"))
                        .decision())
                .isEqualTo(Decision.UNKNOWN);
        assertThat(judge(branch(NO, decides("NEEDS_OVJ"))).decision()).isEqualTo(Decision.DIRECT);
    }

    @Test
    void the_order_of_decisions_is_total_and_the_worse_of_two_is_one_of_them() {
        for (Decision one : Decision.values()) {
            for (Decision other : Decision.values()) {
                assertThat(one.or(other)).isEqualTo(other.or(one)).isIn(one, other);
                assertThat(one.worseThan(other)).isNotEqualTo(other.worseThan(one) || one == other);
                for (Decision third : Decision.values()) {
                    assertThat(one.or(other).or(third)).isEqualTo(one.or(other.or(third)));
                }
            }
        }
        assertThat(Decision.values())
                .containsExactly(
                        Decision.DIRECT,
                        Decision.PENDING_PARENT,
                        Decision.PENDING_SOBER,
                        Decision.NEEDS_HOVJ,
                        Decision.NEEDS_OVJ,
                        Decision.UNKNOWN,
                        Decision.NOT_HALT,
                        Decision.STOP);
    }

    private static Rules.FactKind kind(String type, By by) {
        return new Rules.FactKind(type, null, "Feit", null, by);
    }

    private static String is(String fact) {
        return "{\"fact\":\"%s\",\"is\":[\"YES\"]}".formatted(fact);
    }

    private static String text(Truth truth) {
        return switch (truth) {
            case YES -> YES;
            case NO -> NO;
            case UNKNOWN -> UNKNOWN;
        };
    }

    private static Truth now(String expression) {
        return holds(expression, false);
    }

    private static Truth settled(String expression) {
        return holds(expression, true);
    }

    private static Truth holds(String expression, boolean settled) {
        return new Evaluator(TABLE, FACTS).holds(Expression.of(Json.read(expression, JsonNode.class)), settled);
    }

    private static String decides(String decision) {
        return "{\"effect\":\"DECISION\",\"decision\":\"%s\",\"sentence\":\"Zo is het.\"}".formatted(decision);
    }

    private static String routed(String decision, String route) {
        return decides(decision).replace("\"sentence\"", "\"route\":\"%s\",\"sentence\"".formatted(route));
    }

    private static String branch(String when, String then) {
        return "{\"when\":%s,\"then\":%s}".formatted(when, then);
    }

    private static Verdict judge(String... branches) {
        Rule rule = Json.read("""
                {"id": "R-TEST-1", "version": 1, "validFrom": "2020-01-01", "branches": [%s], "source": [],
                 "certainty": "I", "testCases": []}
                """.formatted(String.join(",", branches)), Rule.class);
        Rules rules = new Rules("1", Map.of(), TABLE, Map.of(), List.of(rule));
        return new Judgement(rules, new Evaluator(TABLE, FACTS)).of(List.of(rule), "1");
    }
}
