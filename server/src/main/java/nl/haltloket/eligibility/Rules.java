package nl.haltloket.eligibility;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules, one version of them, with the facts they speak of and the routes they name. */
public record Rules(
        String version,
        Map<String, LawSource> sources,
        Map<String, FactKind> facts,
        Map<String, Route> routes,
        List<Rule> rules) {

    /** What a rule does when it applies. */
    public enum Kind {
        DECISION,
        GATE,
        WARNING,
        ADVICE
    }

    /** Who knows a fact: the referrer, the desk, or nobody because it is derived. */
    public enum By {
        REFERRER,
        DESK,
        DERIVED;

        /** Whether it can be asked. */
        boolean canTell() {
            return this != DERIVED;
        }
    }

    /**
     * A fact that rules may speak of.
     *
     * @param type code, yesno or int
     * @param values of a code: every value it may have, or null if it is free
     * @param question in Dutch, as put to the referrer or the worker; never to the juvenile
     */
    public record FactKind(
            String type,
            @Nullable List<String> values,
            String label,
            @Nullable String question,
            By by) {

        /** Whether it counts something: years, days, months, times or euro cents. */
        public boolean isNumber() {
            return type.equals("int");
        }

        /** Whether this code is one of its values. */
        public boolean allows(String code) {
            return switch (type) {
                case "yesno" -> code.equals("YES") || code.equals("NO");
                case "code" -> values == null || values.contains(code);
                default -> false;
            };
        }
    }

    /** Where a case goes that Halt does not take. */
    public record Route(String heading, List<Step> steps) {}

    /**
     * One thing to do.
     *
     * @param number which telephone number of the event goes with it
     */
    public record Step(String text, @Nullable String number) {}
}
