package nl.haltloket.dossier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Field names and typed values as a Dutch reader expects them. */
final class DutchText {
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", DUTCH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", DUTCH).withZone(ZoneId.of("Europe/Amsterdam"));

    private DutchText() {}

    /** A field name as a label: {@code ontvangenDoor} reads "Ontvangen door". */
    static String label(String name) {
        String words = name.replaceAll("(\\p{Lower})(\\p{Upper})", "$1 $2").toLowerCase(DUTCH);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(DUTCH) + words.substring(1);
    }

    static String value(String name, Object value) {
        return switch (value) {
            case Boolean told when name.equals("ingelicht") -> informed(told);
            case Boolean answer -> answer ? "ja" : "nee";
            case Instant time -> TIME.format(time);
            case LocalDate date -> DATE.format(date);
            case BigDecimal euros -> "€ " + euros.toPlainString().replace('.', ',');
            case String date
            when name.equals("datum") && ISO_DATE.matcher(date).matches() -> DATE.format(LocalDate.parse(date));
            case String code when name.equals("taal") -> language(code);
            default -> value.toString();
        };
    }

    /** A code of which no name is known stays as it is. */
    private static String language(String code) {
        return switch (code) {
            case "other" -> "een andere taal";
            case "und" -> "onbekend";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(DUTCH);
        };
    }

    private static String informed(boolean told) {
        return told
                ? "ja: gesproken, of de brief zelf gekregen"
                : "nee: niet gesproken en geen brief gekregen. Een sms op het toestel telt niet.";
    }
}
