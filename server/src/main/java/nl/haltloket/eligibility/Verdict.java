package nl.haltloket.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of a situation. It advises; a human signs.
 *
 * @param route where to, with NOT_HALT and STOP only
 * @param provisional something is still to be checked that can make the decision worse
 * @param lawUnknown the decision rests on a point of law that is not known
 * @param rules version of the rules
 * @param offences version of the list of offences
 * @param fired every rule that applied, in the order of the file
 * @param gates what must happen before a later step
 * @param open rules that an unknown fact leaves undecided and that could make the decision worse
 * @param ask the unknown facts that can still change the decision, in the order to ask them
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Verdict(
        Decision decision,
        @Nullable String route,
        boolean provisional,
        boolean lawUnknown,
        String rules,
        String offences,
        List<Fired> fired,
        List<String> gates,
        List<String> warnings,
        List<String> open,
        List<String> ask) {

    /**
     * A rule that applied.
     *
     * @param value the decision, the gate, the warning or, of advice, the route
     * @param sentence plain Dutch for the officer
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Fired(
            String id,
            int version,
            Rules.Kind effect,
            @Nullable String value,
            String sentence,
            @Nullable String next) {

        static Fired of(Rule rule, Rule.Effect effect) {
            String value =
                    switch (effect.effect()) {
                        case DECISION ->
                            effect.decision() == null ? null : effect.decision().name();
                        case GATE -> effect.gate();
                        case WARNING -> effect.warning();
                        case ADVICE -> effect.route();
                    };
            return new Fired(rule.id(), rule.version(), effect.effect(), value, effect.sentence(), effect.next());
        }
    }

    /** The same bytes for the same verdict, in the browser too: keys in this order, no spaces. */
    public String canonical() {
        return Json.text(this);
    }
}
