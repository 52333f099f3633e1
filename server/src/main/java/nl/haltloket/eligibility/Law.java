package nl.haltloket.eligibility;

import java.time.LocalDate;

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

    /** What follows from the situation, as far as the table of facts speaks of it. */
    public Facts facts(Situation situation) {
        return Derivation.of(situation, offences).within(rules.facts());
    }
}
