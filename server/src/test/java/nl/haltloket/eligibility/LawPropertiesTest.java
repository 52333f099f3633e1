package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import nl.haltloket.eligibility.Facts.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for any case by the law as it stands: thousands of cases from seeds. Each case starts from one that goes
 * straight to Halt, so that many of them stay near the border.
 */
class LawPropertiesTest {
    private static final int CASES = 40;
    private static final Facts DIRECT = Cases.LAW.facts(Cases.situation(Cases.direct()));
    private static final List<String> NAMES =
            List.copyOf(Cases.LAW.rules().facts().keySet());
    private static final List<Rule> IN_FORCE = Cases.LAW.rules().rules().stream()
            .filter(rule ->
                    rule.appliesTo("alcohol-45", LocalDates.at(java.time.Instant.parse("2026-11-22T12:00:00Z"))))
            .toList();

    static LongStream seeds() {
        return LongStream.range(0, 5);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void with_a_fact_unknown_it_is_direct_only_if_it_is_so_for_every_answer(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int direct = 0;
        for (int i = 0; i < CASES; i++) {
            String absent = NAMES.get(random.nextInt(NAMES.size()));
            Facts facts = without(some(random), absent);
            Verdict verdict = judge(facts);
            if (verdict.decision() == Decision.DIRECT && !verdict.provisional() && canBeAbsent(absent)) {
                direct++;
                for (Value value : values(absent)) {
                    assertThat(judge(with(facts, absent, value)).decision())
                            .as("%s = %s of %s", absent, value, facts)
                            .isEqualTo(Decision.DIRECT);
                }
            }
        }
        assertThat(direct).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_answer_never_makes_it_better_than_what_was_certain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            Facts facts = some(random);
            String absent = NAMES.get(random.nextInt(NAMES.size()));
            Verdict before = judge(without(facts, absent));
            Verdict after = judge(facts);
            if (before.decision().hasRoute()) {
                assertThat(after.decision()).as("%s of %s", absent, facts).isGreaterThanOrEqualTo(before.decision());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_question_that_is_not_asked_could_not_have_made_it_worse(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            Facts facts = some(random);
            String absent = NAMES.get(random.nextInt(NAMES.size()));
            Verdict before = judge(without(facts, absent));
            if (!before.ask().contains(absent) && askable(absent) && before.decision() != Decision.UNKNOWN) {
                Verdict after = judge(facts);
                assertThat(after.decision()).as("%s of %s", absent, facts).isEqualTo(before.decision());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_in_which_facts_come_does_not_matter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            Facts facts = some(random);
            List<Map.Entry<String, Value>> entries =
                    new ArrayList<>(facts.values().entrySet());
            Collections.shuffle(entries, new java.util.Random(random.nextLong()));
            Map<String, Value> turned = new LinkedHashMap<>();
            entries.forEach(entry -> turned.put(entry.getKey(), entry.getValue()));
            Facts again = new Facts(new TreeMap<>(turned));
            assertThat(judge(again).canonical()).isEqualTo(judge(facts).canonical());
            assertThat(again.hash()).isEqualTo(facts.hash());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_decision_is_the_worst_that_fired_or_a_doubt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            Verdict verdict = judge(some(random));
            Decision worst = verdict.fired().stream()
                    .filter(fired -> fired.effect() == Rules.Kind.DECISION)
                    .map(fired -> Decision.valueOf(String.valueOf(fired.value())))
                    .reduce(Decision.DIRECT, Decision::or);
            assertThat(verdict.decision()).isIn(worst, worst.or(Decision.UNKNOWN));
            assertThat(verdict.route() != null).isEqualTo(verdict.decision().hasRoute());
        }
    }

    /** The direct case with up to six facts changed or taken away. */
    private static Facts some(SplittableRandom random) {
        Facts facts = DIRECT;
        for (int change = random.nextInt(7); change > 0; change--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            List<Value> values = values(name);
            int pick = random.nextInt(values.size() + 1);
            facts = pick < values.size() ? with(facts, name, values.get(pick)) : removed(facts, name);
        }
        return facts;
    }

    /** A fact with a value of its own for not asked is never absent. */
    private static boolean canBeAbsent(String fact) {
        return DIRECT.of(fact) == null
                || !List.of(
                                "hovj",
                                "ovj",
                                "safety",
                                "juvenileConsent",
                                "guardianConsent",
                                "halt",
                                "feitcode",
                                "offenceId",
                                "offenceKnown",
                                "monthsSinceHearing")
                        .contains(fact);
    }

    private static boolean askable(String fact) {
        return kind(fact).by() != Rules.By.DERIVED;
    }

    private static Rules.FactKind kind(String fact) {
        return Objects.requireNonNull(Cases.LAW.rules().facts().get(fact));
    }

    private static List<Value> values(String fact) {
        Rules.FactKind kind = kind(fact);
        if (kind.isNumber()) {
            long[] numbers = fact.endsWith("Cents")
                    ? new long[] {0, 14999, 15000, 15001, 89999, 90000, 90001, 450000, 450001}
                    : LongStream.range(0, 25).toArray();
            return Stream.concat(
                            LongStream.of(numbers).mapToObj(n -> (Value) new Value.Whole(n, n)),
                            Stream.of(new Value.Whole(11, 12), new Value.Whole(15, 16), new Value.Whole(17, 18)))
                    .toList();
        }
        List<String> codes = kind.type().equals("yesno")
                ? List.of("YES", "NO")
                : kind.values() == null ? List.of("NONE", "F121a", "G100b", "id-447e") : kind.values();
        return codes.stream().map(code -> (Value) new Value.Code(code)).toList();
    }

    private static Facts with(Facts facts, String name, Value value) {
        TreeMap<String, Value> changed = new TreeMap<>(facts.values());
        changed.put(name, value);
        return new Facts(changed);
    }

    private static Facts without(Facts facts, String name) {
        return canBeAbsent(name) ? removed(facts, name) : facts;
    }

    private static Facts removed(Facts facts, String name) {
        TreeMap<String, Value> changed = new TreeMap<>(facts.values());
        changed.remove(name);
        return new Facts(changed);
    }

    private static Verdict judge(Facts facts) {
        return new Judgement(Cases.LAW.rules(), new Evaluator(Cases.LAW.rules().facts(), facts)).of(IN_FORCE, "1");
    }
}
