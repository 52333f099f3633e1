package nl.haltloket.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name a typing error was probably meant to be. */
final class NearName {
    /** A third of the letters wrong is no longer a typing error but another name. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private NearName() {}

    static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(name, candidate) <= Math.max(1, name.length() / LETTERS_PER_MISTAKE));
    }

    /** Levenshtein's edit distance: letters added, dropped or changed. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
                int addOrDrop = Math.min(previous[column], current[column - 1]) + 1;
                current[column] = Math.min(previous[column - 1] + change, addOrDrop);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
