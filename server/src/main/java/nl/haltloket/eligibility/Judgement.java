package nl.haltloket.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.haltloket.eligibility.Rule.Branch;
import nl.haltloket.eligibility.Rule.Effect;
import org.jspecify.annotations.Nullable;

/** From rules and facts to a verdict. */
record Judgement(Rules rules, Evaluator evaluator) {

    /** A branch with the rule it stands in, as it reads now and as answers could still change it. */
    private record Reading(Rule rule, Branch branch, Truth now, Truth settled) {
        @Nullable
        Effect effect() {
            return now == Truth.YES ? branch.then() : now == Truth.UNKNOWN ? branch.ifUnknown() : null;
        }

        boolean decides() {
            return branch.then().decision() != null;
        }

        boolean leavesInDoubt(Decision worst) {
            return now == Truth.UNKNOWN
                    && branch.ifUnknown() == null
                    && branch.then().worseThan(worst);
        }

        boolean couldWorsen(Decision worst) {
            return settled == Truth.UNKNOWN && branch.then().worseThan(worst);
        }
    }

    /** Where no rule in force decides anything, such as before the first of them, nobody knows. */
    Verdict of(List<Rule> inForce, String offencesVersion) {
        List<Reading> readings = inForce.stream().flatMap(this::read).toList();
        List<Effect> effects =
                readings.stream().map(Reading::effect).filter(Objects::nonNull).toList();
        Decision worst = worst(effects.stream());
        boolean doubt = readings.stream().anyMatch(reading -> reading.leavesInDoubt(worst));
        boolean silent = readings.stream().noneMatch(Reading::decides);
        Decision decision = doubt || silent ? worst.or(Decision.UNKNOWN) : worst;
        Decision floor = worst(readings.stream()
                .filter(reading -> reading.settled() == Truth.YES)
                .map(reading -> reading.branch().then()));
        List<Reading> open =
                readings.stream().filter(reading -> reading.couldWorsen(floor)).toList();
        return new Verdict(
                decision,
                route(decision, effects),
                effects.stream().anyMatch(Effect::provisional),
                effects.stream().anyMatch(Effect::lawUnknown),
                rules.version(),
                offencesVersion,
                readings.stream().flatMap(Judgement::fired).toList(),
                effects.stream()
                        .map(Effect::gate)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                effects.stream()
                        .map(Effect::warning)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                open.stream().map(reading -> reading.rule().id()).distinct().toList(),
                questions(open));
    }

    private Stream<Reading> read(Rule rule) {
        return rule.branches().stream()
                .map(branch -> new Reading(
                        rule, branch, evaluator.holds(branch.when(), false), evaluator.holds(branch.when(), true)));
    }

    private static Stream<Verdict.Fired> fired(Reading reading) {
        Effect effect = reading.effect();
        return effect == null ? Stream.empty() : Stream.of(Verdict.Fired.of(reading.rule(), effect));
    }

    private static Decision worst(Stream<Effect> effects) {
        return effects.map(Effect::decision).filter(Objects::nonNull).reduce(Decision.DIRECT, Decision::or);
    }

    /** Of several worst the first in the file. */
    private static @Nullable String route(Decision decision, List<Effect> effects) {
        return effects.stream()
                .filter(effect -> decision.hasRoute() && effect.decision() == decision)
                .map(Effect::route)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The absent facts of these branches that can be asked, in the order of the table. */
    private List<String> questions(List<Reading> open) {
        Set<String> absent = new TreeSet<>();
        open.forEach(reading -> evaluator.addAbsent(reading.branch().when(), absent));
        return rules.facts().entrySet().stream()
                .filter(fact -> fact.getValue().by().canTell() && absent.contains(fact.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
