package nl.haltloket.eligibility;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/** What is known, by the name of the fact; a fact that is absent is unknown. */
public record Facts(SortedMap<String, Value> values) {

    /** What is known of one fact. */
    public sealed interface Value {
        /** One of the values of a code, or YES or NO. */
        record Code(String value) implements Value {}

        /** A whole number, or all that it may be. */
        record Whole(long min, long max) implements Value {}
    }

    /** The value, or null if it is unknown. */
    public @Nullable Value of(String fact) {
        return values.get(fact);
    }

    /** Only what the table of facts knows of: another name, or a code that the table lacks, is as good as unknown. */
    Facts within(Map<String, Rules.FactKind> table) {
        SortedMap<String, Value> kept = new TreeMap<>(values);
        kept.entrySet().removeIf(fact -> !fits(table.get(fact.getKey()), fact.getValue()));
        return new Facts(kept);
    }

    /** Facts of the table whose value it does not know. */
    List<String> strange(Map<String, Rules.FactKind> table) {
        return values.entrySet().stream()
                .filter(fact -> table.containsKey(fact.getKey()) && !fits(table.get(fact.getKey()), fact.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean fits(Rules.@Nullable FactKind kind, Value value) {
        return kind != null
                && switch (value) {
                    case Value.Code(String code) -> kind.allows(code);
                    case Value.Whole _ -> kind.isNumber();
                };
    }

    /** SHA-256 over the canonical JSON of the facts, in lower-case hexadecimal. */
    String hash() {
        SortedMap<String, Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(name, plain(value)));
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Json.text(plain).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static Object plain(Value value) {
        return switch (value) {
            case Value.Code(String code) -> code;
            case Value.Whole(long min, long max) when min == max -> min;
            case Value.Whole(long min, long max) -> new TreeMap<>(Map.of("min", min, "max", max));
        };
    }
}
