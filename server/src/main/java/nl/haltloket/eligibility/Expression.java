package nl.haltloket.eligibility;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A condition over facts, as written in the rules. */
public sealed interface Expression {

    /** Holds of every situation. */
    record Always() implements Expression {}

    /** The fact is one of these codes. */
    record Is(String fact, List<String> values) implements Expression {}

    /** The fact compares so with a number or with another fact. */
    record Compares(String fact, Order order, Operand operand) implements Expression {}

    /** Nothing is known of the fact. */
    record IsUnknown(String fact) implements Expression {}

    /** Every part holds. */
    record All(List<Expression> parts) implements Expression {}

    /** At least one part holds. */
    record Any(List<Expression> parts) implements Expression {}

    /** The part does not hold. */
    record Not(Expression part) implements Expression {}

    /** How a number stands to another. */
    enum Order {
        BELOW,
        AT_MOST,
        AT_LEAST,
        OVER
    }

    /** What a number is compared with. */
    sealed interface Operand {
        /** A whole number: years, days, months or euro cents. */
        record Fixed(long value) implements Operand {}

        /** The number that another fact holds. */
        record OfFact(String fact) implements Operand {}
    }

    /** The keys by which a rule writes a comparison. */
    Map<String, Order> ORDERS =
            Map.of("below", Order.BELOW, "atMost", Order.AT_MOST, "atLeast", Order.AT_LEAST, "over", Order.OVER);

    /** What it is made of. */
    default List<Expression> parts() {
        return switch (this) {
            case All(List<Expression> parts) -> parts;
            case Any(List<Expression> parts) -> parts;
            case Not(Expression part) -> List.of(part);
            case Always _, Is _, Compares _, IsUnknown _ -> List.of();
        };
    }

    /** The facts that it names itself, outside its parts. */
    default Stream<String> facts() {
        return switch (this) {
            case Is(String fact, List<String> _) -> Stream.of(fact);
            case IsUnknown(String fact) -> Stream.of(fact);
            case Compares(String fact, Order _, Operand.OfFact(String other)) -> Stream.of(fact, other);
            case Compares(String fact, Order _, Operand.Fixed _) -> Stream.of(fact);
            case Always _, All _, Any _, Not _ -> Stream.empty();
        };
    }

    /** Reads an expression that the schema of the rules has let through. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Expression of(JsonNode node) {
        if (node.isBoolean()) {
            return new Always();
        }
        String key = node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.equals("fact"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A fact is compared with nothing"));
        JsonNode value = node.path(key);
        return switch (key) {
            case "all" -> new All(each(value));
            case "any" -> new Any(each(value));
            case "not" -> new Not(of(value));
            case "unknown" -> new IsUnknown(value.textValue());
            case "is" ->
                new Is(
                        node.path("fact").textValue(),
                        elements(value).map(JsonNode::textValue).toList());
            default -> compares(node.path("fact").textValue(), key, value);
        };
    }

    private static Expression compares(String fact, String key, JsonNode value) {
        Order order = ORDERS.get(key);
        if (order == null) {
            throw new IllegalArgumentException("No such comparison: " + key);
        }
        Operand operand = value.isObject()
                ? new Operand.OfFact(value.path("fact").textValue())
                : new Operand.Fixed(value.longValue());
        return new Compares(fact, order, operand);
    }

    private static List<Expression> each(JsonNode parts) {
        return elements(parts).map(Expression::of).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
