package nl.haltloket.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that open the desk ("wachtzin"). A generated one has six words out of a list of at least 500 short Dutch
 * words, each drawn independently: 6 x log2(500) = 6 x 8.96 = 53.8 bits. At one Argon2id of 64 MiB and three passes a
 * try, a guesser with a thousand machines that each do ten tries a second needs 2^52.8 / 10^4 s, some 25,000 years,
 * for half of them.
 */
public final class Passphrase {
    /** Of one that people choose themselves. */
    static final int LENGTH_MIN = 20;

    /** What the reckoning above rests on. */
    static final int WORDS_MIN = 500;

    private static final int WORDS = 6;
    private static final String LIST = "/passphrase-words.txt";

    private Passphrase() {}

    /** Six words with spaces between. */
    public static String generate(RandomGenerator random) {
        List<String> words = words();
        return Stream.generate(() -> words.get(random.nextInt(words.size())))
                .limit(WORDS)
                .collect(Collectors.joining(" "));
    }

    /** What a person meant: capitals, hyphens and the number of spaces do not count. */
    public static String normalised(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it may be used for a key file. */
    public static boolean isLongEnough(String chosen) {
        return normalised(chosen).length() >= LENGTH_MIN;
    }

    static List<String> words() {
        try (InputStream list = Objects.requireNonNull(Passphrase.class.getResourceAsStream(LIST), LIST)) {
            return List.of(new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
