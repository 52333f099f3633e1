package nl.haltloket.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The rules and the list of offences that belong together. */
public record Law(Rules rules, Offences offences) {

    /** What the rules say of this situation; the same answer for the same situation, always. */
    public Verdict judge(Situation situation) {
        LocalDate day = LocalDates.at(situation.offenceAt());
        Evaluator evaluator = new Evaluator(rules.facts(), facts(situation));
        return new Judgement(rules, evaluator)
                .of(
                        rules.rules().stream()
                                .filter(rule -> rule.appliesTo(situation.offenceId(), day))
                                .toList(),
                        offences.version());
    }

    /** SHA-256 over what was known, to show later on what a verdict rested. */
    public String inputsHash(Situation situation) {
        return facts(situation).hash();
    }

    /**
     * What in a situation cannot be so: facts with a value that the table lacks, and a date of birth that no calendar has
     * or that lies after the offence. Nothing of a real case is refused for it; it counts as unknown.
     */
    public List<String> strangeFacts(Situation situation) {
        String born = situation.birthDate();
        boolean unborn = born != null && LocalDates.age(born, LocalDates.at(situation.offenceAt())) == null;
        return Stream.concat(
                        Derivation.of(situation, offences).strange(rules.facts()).stream(),
                        unborn ? Stream.of("birthDate") : Stream.empty())
                .toList();
    }

    /** What follows from the situation, as far as the table of facts speaks of it. */
    public Facts facts(Situation situation) {
        return Derivation.of(situation, offences).within(rules.facts());
    }
}
