package nl.haltloket.crypto;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Codes that people read aloud and type: Crockford base32 of a fixed length, the last character a check. */
public record CheckedCode(int length) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH_MIN = 2;
    private static final int TYPED_MAX = 64;

    /** A length of at least two: one random character and its check. */
    public CheckedCode {
        if (length < LENGTH_MIN) {
            throw new IllegalArgumentException("A checked code has at least " + LENGTH_MIN + " characters");
        }
    }

    /** A new code; {@code random} decides how hard it is to guess. */
    public String generate(RandomGenerator random) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length - 1; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.append(check(code)).toString();
    }

    /** The code a person meant, or empty: wrong length, a character outside the alphabet, a wrong check. */
    public Optional<String> parse(String typed) {
        if (typed.length() > TYPED_MAX) {
            return Optional.empty();
        }
        return Optional.of(normalised(typed)).filter(this::isValid);
    }

    private boolean isValid(String code) {
        return code.length() == length
                && code.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0)
                && code.charAt(length - 1) == check(code.substring(0, length - 1));
    }

    private static String normalised(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private static char check(CharSequence characters) {
        int sum = 0;
        for (int i = 0; i < characters.length(); i++) {
            sum += ALPHABET.indexOf(characters.charAt(i)) * (i + 1);
        }
        return ALPHABET.charAt(sum % ALPHABET.length());
    }
}
