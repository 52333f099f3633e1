package nl.haltloket.identity;

import java.util.stream.IntStream;
import nl.haltloket.refusal.Refusal;

/** What a PIN may be: four to six digits that nobody tries first. */
final class Pins {
    private static final int DIGITS_MIN = 4;
    private static final int DIGITS_MAX = 6;
    private static final int YEAR_FROM = 1920;
    private static final int YEAR_TO = 2029;

    private Pins() {}

    /** Refused when it is no PIN, or one that is guessed within a few tries. */
    static void check(String pin) {
        if (!pin.matches("[0-9]{%d,%d}".formatted(DIGITS_MIN, DIGITS_MAX))) {
            throw Refusal.invalid("pin.shape", "Een pincode heeft 4 tot 6 cijfers.");
        }
        if (isRun(pin) || isRepeated(pin) || isYear(pin)) {
            throw Refusal.invalid("pin.trivial", "Deze pincode is te makkelijk te raden. Kies een andere.");
        }
    }

    /** Each digit as far from the one before it: 0000, 1234, 9876, 2468. */
    private static boolean isRun(String pin) {
        int step = pin.charAt(1) - pin.charAt(0);
        return IntStream.range(1, pin.length()).allMatch(at -> pin.charAt(at) - pin.charAt(at - 1) == step);
    }

    /** The same two or three digits again: 1212, 123123. */
    private static boolean isRepeated(String pin) {
        return IntStream.of(2, 3)
                .filter(length -> pin.length() % length == 0 && pin.length() > length)
                .anyMatch(length -> pin.equals(pin.substring(0, length).repeat(pin.length() / length)));
    }

    /** A year in which somebody was born, or that is on the wall. */
    private static boolean isYear(String pin) {
        return pin.length() == DIGITS_MIN && Integer.parseInt(pin) >= YEAR_FROM && Integer.parseInt(pin) <= YEAR_TO;
    }
}
