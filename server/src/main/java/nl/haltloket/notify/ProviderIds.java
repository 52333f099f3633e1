package nl.haltloket.notify;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Providers' message ids. They are opaque, but some providers answer a submit in hexadecimal and report in decimal, or
 * the other way round.
 */
final class ProviderIds {
    private static final int LENGTH_MAX = 64;

    private ProviderIds() {}

    /** How else the same id may be written, the id itself first. */
    static List<String> spellings(String id) {
        if (id.length() > LENGTH_MAX || !id.matches("[0-9A-Fa-f]+")) {
            return List.of(id);
        }
        Stream<String> read = Stream.of(id, new BigInteger(id, 16).toString());
        return Stream.concat(read, id.matches("[0-9]+") ? hexadecimal(id) : Stream.of(lower(id), upper(id)))
                .distinct()
                .toList();
    }

    private static Stream<String> hexadecimal(String decimal) {
        String hex = new BigInteger(decimal).toString(16);
        String padded = "0".repeat(Math.max(0, 8 - hex.length())) + hex;
        return Stream.of(hex, upper(hex), padded, upper(padded));
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static String upper(String id) {
        return id.toUpperCase(Locale.ROOT);
    }
}
