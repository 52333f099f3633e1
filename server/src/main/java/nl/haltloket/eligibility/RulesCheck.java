package nl.haltloket.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/** The rules, beyond their schema: every fact, value, route and offence that they name exists. */
final class RulesCheck extends LawCheck {
    private static final String RULES = "/rules";
    private static final String FACTS = "/facts";
    private static final String OFFENCE_ID = "offenceId";

    private final Set<String> offences = new HashSet<>();

    RulesCheck(LawDocument file, JsonNode tree, JsonNode offencesTree) {
        super(file, tree);
        offencesTree
                .path("offences")
                .forEach(offence -> offences.add(offence.path("id").asText()));
    }

    @Override
    void run() {
        sources();
        records(RULES);
        fields(FACTS)
                .filter(fact -> !Derivation.FACTS.contains(fact.substring(FACTS.length() + 1)))
                .forEach(fact -> refuse(fact, "no case ever has this fact"));
        each(RULES).forEach(rule -> {
            checkDate(rule + "/reviewedOn");
            each(rule + "/offenceSet").forEach(this::offence);
            each(rule + "/branches").forEach(this::branch);
        });
    }

    private void branch(String branch) {
        expression(branch + "/when");
        effect(branch + "/then");
        effect(branch + "/ifUnknown");
    }

    private void effect(String effect) {
        JsonNode route = at(effect + "/route");
        String decision = at(effect + "/decision").asText();
        if (!route.isMissingNode() && at("/routes").path(route.asText()).isMissingNode()) {
            refuse(effect + "/route", "no such route: " + route.asText());
        }
        if (route.isMissingNode() && (decision.equals("NOT_HALT") || decision.equals("STOP"))) {
            refuse(effect, decision + " needs a route");
        }
    }

    private void expression(String expression) {
        each(expression + "/all").forEach(this::expression);
        each(expression + "/any").forEach(this::expression);
        if (at(expression + "/not").isObject()) {
            expression(expression + "/not");
        }
        if (at(expression).has("unknown")) {
            boolean _ = known(expression + "/unknown");
        }
        if (at(expression).has("fact") && known(expression + "/fact")) {
            comparison(expression, at(expression + "/fact").asText());
        }
    }

    private void comparison(String expression, String fact) {
        boolean number = type(fact).equals("int");
        if (at(expression).has("is")) {
            if (number) {
                refuse(expression + "/is", "the fact %s is a number".formatted(fact));
            } else {
                each(expression + "/is").forEach(value -> value(value, fact));
            }
        }
        fields(expression)
                .filter(field -> Expression.ORDERS.containsKey(field.substring(expression.length() + 1)))
                .forEach(field -> {
                    if (!number) {
                        refuse(field, "the fact %s is not a number".formatted(fact));
                    } else if (at(field).isObject()
                            && known(field + "/fact")
                            && !type(at(field + "/fact").asText()).equals("int")) {
                        refuse(field, "compares a number with a fact that is none");
                    }
                });
    }

    private void value(String pointer, String fact) {
        String value = at(pointer).asText();
        JsonNode values = at(FACTS).path(fact).path("values");
        boolean allowed =
                switch (type(fact)) {
                    case "yesno" -> value.equals("YES") || value.equals("NO");
                    default -> values.isMissingNode() || contains(values, value);
                };
        if (!allowed) {
            refuse(pointer, "the fact %s has no value %s".formatted(fact, value));
        } else if (fact.equals(OFFENCE_ID)) {
            offence(pointer);
        }
    }

    private void offence(String pointer) {
        if (!offences.contains(at(pointer).asText())) {
            refuse(pointer, "no such offence: " + at(pointer).asText());
        }
    }

    private boolean known(String pointer) {
        boolean known = at(FACTS).has(at(pointer).asText());
        if (!known) {
            refuse(pointer, "no such fact: " + at(pointer).asText());
        }
        return known;
    }

    private String type(String fact) {
        return at(FACTS).path(fact).path("type").asText();
    }

    private static boolean contains(JsonNode values, String value) {
        for (JsonNode one : values) {
            if (one.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }
}
