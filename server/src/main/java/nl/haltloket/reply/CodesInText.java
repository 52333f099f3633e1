package nl.haltloket.reply;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The groups of exactly four digits in a text, in whatever script they are written: each may be the code of a case. */
final class CodesInText {
    private static final Pattern FOUR = Pattern.compile("(?<!\\p{Nd})\\p{Nd}{4}(?!\\p{Nd})");
    private static final int GROUPS_MAX = 10;

    private CodesInText() {}

    /** At most ten, as they stand, in 0 to 9. */
    static List<String> of(String text) {
        return FOUR.matcher(text)
                .results()
                .map(found -> latin(found.group()))
                .distinct()
                .limit(GROUPS_MAX)
                .toList();
    }

    private static String latin(String digits) {
        return digits.codePoints()
                .map(Character::getNumericValue)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining());
    }
}
