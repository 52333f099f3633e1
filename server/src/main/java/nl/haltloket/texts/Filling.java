package nl.haltloket.texts;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.texts.TemplateId.Place;
import org.jspecify.annotations.Nullable;

/** The places of a text and what comes in them. */
public final class Filling {
    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private Filling() {}

    /** What stands between braces, in the order of the text; a brace without its other is one too. */
    public static List<String> words(String text) {
        List<String> words =
                PLACE.matcher(text).results().map(found -> found.group(1)).toList();
        String rest = PLACE.matcher(text).replaceAll("");
        return rest.contains("{") || rest.contains("}")
                ? java.util.stream.Stream.concat(words.stream(), java.util.stream.Stream.of(""))
                        .toList()
                : words;
    }

    static @Nullable Place place(String word) {
        for (Place place : Place.values()) {
            if (place.word().equals(word)) {
                return place;
            }
        }
        return null;
    }

    /** The text with these values; a place without one is a mistake of the caller. */
    static String fill(String text, Map<Place, String> values) {
        return fill(text, word -> {
            Place place = place(word);
            return place == null ? null : values.get(place);
        });
    }

    /** The text with for every word between braces what {@code values} gives; null is a mistake of the caller. */
    public static String fill(String text, Function<String, @Nullable String> values) {
        return PLACE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    static String fillWithSamples(String text, TextLanguage language) {
        Map<Place, String> samples = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            samples.put(place, language.sample(place));
        }
        return PLACE.matcher(text).replaceAll(found -> {
            Place place = place(found.group(1));
            return Matcher.quoteReplacement(place == null ? found.group() : samples.getOrDefault(place, ""));
        });
    }

    private static String value(MatchResult found, Function<String, @Nullable String> values) {
        String value = values.apply(found.group(1));
        if (value == null) {
            throw new IllegalArgumentException("Nothing to put in " + found.group());
        }
        return value;
    }
}
