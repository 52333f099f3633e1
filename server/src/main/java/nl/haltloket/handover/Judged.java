package nl.haltloket.handover;

import java.util.List;
import java.util.Optional;
import nl.haltloket.eligibility.Law;
import nl.haltloket.eligibility.LawSource;
import nl.haltloket.eligibility.Rule;
import nl.haltloket.eligibility.Rules;
import nl.haltloket.eligibility.Situation;
import nl.haltloket.eligibility.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict with all that explains it, so that it can be read years later without the rules of that night.
 *
 * @param inputsHash SHA-256 over the facts that it rests on
 * @param reasons every rule that applied, in the order of the file
 * @param questions what is not known and can still change it
 */
public record Judged(
        Verdict verdict, String inputsHash, @Nullable Route route, List<Reason> reasons, List<Question> questions) {

    /** A rule that applied, with the law and the sources that it rests on. */
    public record Reason(
            String id,
            int version,
            String effect,
            @Nullable String value,
            String sentence,
            @Nullable String next,
            @Nullable String article,
            @Nullable String lawText,
            List<Source> sources,
            String certainty) {}

    /** Where it was read. */
    public record Source(String title, String url) {}

    /** Where a case goes that Halt does not take. */
    public record Route(String id, String heading, List<Step> steps) {}

    /** One thing to do; {@code number} names a telephone number of the event. */
    public record Step(String text, @Nullable String number) {}

    /** A fact that is not known; {@code question} as put to the referrer or the worker, never to the juvenile. */
    public record Question(
            String fact, String label, @Nullable String question) {}

    /** What this law says of this situation. */
    static Judged of(Law law, Situation situation) {
        Verdict verdict = law.judge(situation);
        Rules rules = law.rules();
        return new Judged(
                verdict,
                law.inputsHash(situation),
                Optional.ofNullable(verdict.route())
                        .map(id -> route(id, rules.routes().get(id)))
                        .orElse(null),
                verdict.fired().stream().map(fired -> reason(rules, fired)).toList(),
                verdict.ask().stream().map(fact -> question(rules, fact)).toList());
    }

    private static @Nullable Route route(String id, Rules.@Nullable Route route) {
        return route == null
                ? null
                : new Route(
                        id,
                        route.heading(),
                        route.steps().stream()
                                .map(step -> new Step(step.text(), step.number()))
                                .toList());
    }

    private static Reason reason(Rules rules, Verdict.Fired fired) {
        Rule rule = rules.rules().stream()
                .filter(one -> one.id().equals(fired.id()) && one.version() == fired.version())
                .findFirst()
                .orElseThrow();
        Optional<Rule.LawText> law = Optional.ofNullable(rule.lawRef());
        return new Reason(
                fired.id(),
                fired.version(),
                fired.effect().name(),
                fired.value(),
                fired.sentence(),
                fired.next(),
                law.map(Rule.LawText::article).orElse(null),
                law.map(Rule.LawText::text).orElse(null),
                rule.source().stream()
                        .flatMap(key -> Optional.ofNullable(rules.sources().get(key)).stream())
                        .map(Judged::source)
                        .toList(),
                rule.certainty().mark());
    }

    private static Source source(LawSource source) {
        return new Source(source.title(), source.url());
    }

    private static Question question(Rules rules, String fact) {
        Rules.FactKind kind = rules.facts().get(fact);
        return kind == null ? new Question(fact, fact, null) : new Question(fact, kind.label(), kind.question());
    }
}
