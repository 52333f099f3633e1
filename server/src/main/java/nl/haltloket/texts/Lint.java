package nl.haltloket.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.notify.BarredWords;
import nl.haltloket.notify.SmsText;
import nl.haltloket.texts.TemplateId.Place;
import org.jspecify.annotations.Nullable;

/** Reads a text as a stranger would who has the wrong number, and as the network will. */
public final class Lint {
    /** As a screen shows them; more says nothing more. */
    private static final int LETTERS_SHOWN = 8;

    private static final Pattern NAME =
            Pattern.compile("(?:.*naam.*|name.*|.*name|kind|jongere|ouder|moeder|vader|voornaam|achternaam)");

    /** Eight digits or more, as people write a telephone number. */
    private static final Pattern NUMBER = Pattern.compile("[+(]*\\p{Nd}(?:[ .()/-]*\\p{Nd}){7,}");

    private Lint() {}

    /**
     * What the network counts, with samples in the places.
     *
     * @param characters as a reader counts them
     * @param units of the encoding: septets or code units of 16 bits
     * @param unknownToGsm7 the characters that make it UCS-2, each once
     */
    public record Count(SmsText.Encoding encoding, int parts, int characters, int units, List<String> unknownToGsm7) {}

    /** Counts a text. */
    public static Count count(TextLanguage language, String text) {
        String filled = Filling.fillWithSamples(text, language);
        return new Count(
                SmsText.encoding(filled),
                SmsText.parts(filled),
                filled.codePointCount(0, filled.length()),
                SmsText.units(filled),
                SmsText.unknownToGsm7(filled));
    }

    /** Everything about a text that a person should know, faults first. */
    public static List<Finding> check(TemplateId id, TextLanguage language, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return List.of(Finding.fault("texts.empty", "De tekst is leeg."));
        }
        List<Finding> findings = new ArrayList<>();
        places(id, text, findings);
        content(language, text, findings);
        size(language, count(language, text), findings);
        reading(id, language, text, findings);
        return List.copyOf(findings);
    }

    private static void places(TemplateId id, String text, List<Finding> findings) {
        List<String> words = Filling.words(text);
        for (String word : Set.copyOf(words)) {
            Place place = Filling.place(word);
            if (place == null && NAME.matcher(word).matches()) {
                findings.add(Finding.fault("texts.name", "In een sms staat geen naam: haal {%s} weg.".formatted(word)));
            } else if (place == null
                    || !(id.required().contains(place) || id.optional().contains(place))) {
                findings.add(Finding.fault(
                        "texts.place-unknown",
                        word.isEmpty()
                                ? "Er staat een losse accolade in de tekst."
                                : "{%s} bestaat niet in deze tekst.".formatted(word)));
            }
        }
        id.required().stream()
                .sorted()
                .filter(place -> !words.contains(place.word()))
                .forEach(place -> findings.add(
                        Finding.fault("texts.place-missing", "%s ontbreekt in de tekst.".formatted(place.written()))));
    }

    private static void content(TextLanguage language, String text, List<Finding> findings) {
        if (SmsText.hasLink(text)) {
            findings.add(Finding.fault(
                    "texts.link", "In een sms staat geen link; noem het telefoonnummer of alleen halt.nl."));
        }
        BarredWords.in(text, language.code())
                .ifPresent(word -> findings.add(Finding.fault(
                        "texts.word",
                        "In een sms staat niets over politie of een strafbaar feit: haal “%s” weg.".formatted(word))));
    }

    private static void size(TextLanguage language, Count count, List<Finding> findings) {
        if (count.parts() > SmsText.PARTS_MAX) {
            findings.add(Finding.fault(
                    "texts.length",
                    "De tekst is te lang: %d sms-delen, ten hoogste %d.".formatted(count.parts(), SmsText.PARTS_MAX)));
        }
        if (count.encoding() == SmsText.Encoding.UCS_2 && !language.outsideGsm7()) {
            findings.add(Finding.warning(
                    "texts.ucs2",
                    "Door %s past er in een sms-deel minder dan de helft: 70 tekens in plaats van 160."
                            .formatted(letters(count.unknownToGsm7()))));
        }
        if (count.parts() > 1 && count.parts() <= SmsText.PARTS_MAX) {
            findings.add(Finding.warning(
                    "texts.parts",
                    "De tekst gaat in %d sms-delen. Korter komt zekerder aan.".formatted(count.parts())));
        }
    }

    private static String letters(List<String> all) {
        String shown = String.join(" ", all.subList(0, Math.min(LETTERS_SHOWN, all.size())));
        return all.size() > LETTERS_SHOWN ? shown + " …" : shown;
    }

    private static void reading(TemplateId id, TextLanguage language, String text, List<Finding> findings) {
        Matcher number = NUMBER.matcher(text);
        if (number.find()) {
            findings.add(Finding.warning(
                    "texts.number",
                    "Er staat een telefoonnummer in dat niet van het loket hoeft te zijn: “%s”. Gebruik {tel}."
                            .formatted(number.group())));
        }
        if (id.required().contains(Place.CODE4) || id == TemplateId.BRIDGE) {
            if (!text.contains("halt.nl")) {
                findings.add(
                        Finding.warning("texts.no-check", "Noem halt.nl, zodat een ouder het nummer kan nazoeken."));
            }
        }
        if (language.rightToLeft() && !beginsRightToLeft(text)) {
            findings.add(Finding.warning(
                    "texts.direction",
                    "De tekst begint met een letter van links naar rechts: veel telefoons tonen haar dan andersom."));
        }
    }

    /** The first letter decides how a phone lays the text out: Unicode Standard Annex 9, rules P2 and P3. */
    private static boolean beginsRightToLeft(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::getDirectionality)
                .findFirst()
                .map(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .orElse(false);
    }
}
