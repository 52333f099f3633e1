package nl.haltloket.texts;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.haltloket.texts.TemplateId.Place;
import org.jspecify.annotations.Nullable;

/** The languages in which there are texts. */
public enum TextLanguage {
    NL("Nederlands", "EEEE d MMMM"),
    EN("Engels", "EEEE d MMMM"),
    DE("Duits", "EEEE, d. MMMM"),
    FR("Frans", "EEEE d MMMM"),
    PL("Pools", "EEEE d MMMM"),
    TR("Turks", "d MMMM EEEE"),
    AR("Arabisch", "EEEE d MMMM"),
    UK("Oekraïens", "EEEE d MMMM");

    /** A long day, so that a text that fits with it fits always. */
    private static final LocalDateTime SAMPLE_DATE =
            LocalDateTime.of(LocalDate.of(2026, Month.SEPTEMBER, 30), LocalTime.of(15, 45));

    private final String dutchName;
    private final Locale locale;
    private final DateTimeFormatter day;

    TextLanguage(String dutchName, String day) {
        this.dutchName = dutchName;
        this.locale = Locale.forLanguageTag(code());
        this.day = DateTimeFormatter.ofPattern(day, locale);
    }

    /** The language of this code (BCP 47), when there are texts in it. */
    public static Optional<TextLanguage> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** BCP 47. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a Dutch screen calls it. */
    public String dutchName() {
        return dutchName;
    }

    /** Whether it is written from right to left. */
    public boolean rightToLeft() {
        return this == AR;
    }

    /** Whether the letters of its script are outside GSM-7, so that every text in it is UCS-2. */
    public boolean outsideGsm7() {
        return this == AR || this == UK;
    }

    /**
     * A day in words; with digits between words only, so that no digit changes place in a text from right to left
     * (Unicode Standard Annex 9, "Unicode Bidirectional Algorithm").
     */
    public String date(LocalDate date, @Nullable LocalTime time) {
        String words = day.format(date);
        return time == null ? words : words + " " + time.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    /**
     * A telephone number as it can stand in a text of this language. From right to left without spaces: groups of digits
     * would be read in reverse order.
     */
    public String tel(String dialled) {
        return rightToLeft() ? dialled.replace(" ", "") : dialled;
    }

    /** What may come in a place, for counting and showing. */
    public String sample(Place place) {
        return switch (place) {
            case TEL -> tel("088 000 00 00");
            case CODE4 -> "1234";
            case DATE -> date(SAMPLE_DATE.toLocalDate(), SAMPLE_DATE.toLocalTime());
            case OFFICE -> "Oostdorp, Raadhuisplein 1";
        };
    }
}
