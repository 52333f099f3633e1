package nl.haltloket.eligibility;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.haltloket.eligibility.Expression.All;
import nl.haltloket.eligibility.Expression.Always;
import nl.haltloket.eligibility.Expression.Any;
import nl.haltloket.eligibility.Expression.Compares;
import nl.haltloket.eligibility.Expression.Is;
import nl.haltloket.eligibility.Expression.IsUnknown;
import nl.haltloket.eligibility.Expression.Not;
import nl.haltloket.eligibility.Expression.Operand;
import nl.haltloket.eligibility.Facts.Value.Code;
import nl.haltloket.eligibility.Facts.Value.Whole;
import org.jspecify.annotations.Nullable;

/**
 * Conditions over facts, in three-valued logic. A condition is read twice: plainly, where {@code unknown} says whether a fact
 * is absent, and as answers could still change it, where an absent fact that can be asked leaves {@code unknown} open.
 */
record Evaluator(Map<String, Rules.FactKind> table, Facts facts) {

    /** @param settled whether an absent fact that can be asked leaves {@code unknown} open */
    Truth holds(Expression expression, boolean settled) {
        return switch (expression) {
            case Always _ -> Truth.YES;
            case Is(String fact, List<String> values) ->
                facts.of(fact) instanceof Code(String code) ? Truth.of(values.contains(code)) : Truth.UNKNOWN;
            case Compares(String fact, Expression.Order order, Operand operand) ->
                compare(facts.of(fact), order, number(operand));
            case IsUnknown(String fact) ->
                facts.of(fact) != null ? Truth.NO : settled && canBeAsked(fact) ? Truth.UNKNOWN : Truth.YES;
            case All(List<Expression> parts) ->
                parts.stream().map(part -> holds(part, settled)).reduce(Truth.YES, Truth::and);
            case Any(List<Expression> parts) ->
                parts.stream().map(part -> holds(part, settled)).reduce(Truth.NO, Truth::or);
            case Not(Expression part) -> holds(part, settled).not();
        };
    }

    /** True only if it is so for all that the numbers may be, and false only if for none. */
    private static Truth compare(Facts.@Nullable Value left, Expression.Order order, Facts.@Nullable Value right) {
        if (!(left instanceof Whole(long least, long most) && right instanceof Whole(long low, long high))) {
            return Truth.UNKNOWN;
        }
        return switch (order) {
            case BELOW -> most < low ? Truth.YES : least >= high ? Truth.NO : Truth.UNKNOWN;
            case AT_MOST -> most <= low ? Truth.YES : least > high ? Truth.NO : Truth.UNKNOWN;
            case AT_LEAST -> compare(left, Expression.Order.BELOW, right).not();
            case OVER -> compare(left, Expression.Order.AT_MOST, right).not();
        };
    }

    private Facts.@Nullable Value number(Operand operand) {
        return switch (operand) {
            case Operand.Fixed(long value) -> new Whole(value, value);
            case Operand.OfFact(String fact) -> facts.of(fact);
        };
    }

    private boolean canBeAsked(String fact) {
        Rules.FactKind kind = table.get(fact);
        return kind != null && kind.by().canTell();
    }

    /** Adds the absent facts that leave this open. */
    void addAbsent(Expression expression, Set<String> absent) {
        if (holds(expression, true) == Truth.UNKNOWN) {
            expression.parts().forEach(part -> addAbsent(part, absent));
            expression.facts().filter(fact -> facts.of(fact) == null).forEach(absent::add);
        }
    }
}
