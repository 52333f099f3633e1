package nl.haltloket.eligibility;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the law counts them: on the calendar of Europe/Amsterdam. */
final class LocalDates {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Pattern BIRTH = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    private LocalDates() {}

    /** The local day of a moment. */
    static LocalDate at(Instant moment) {
        return moment.atZone(AMSTERDAM).toLocalDate();
    }

    /** Days on the calendar from one moment to another; a negative number counts as 0. */
    static long days(Instant from, Instant to) {
        return Math.max(0, ChronoUnit.DAYS.between(at(from), at(to)));
    }

    /** Months begun from one moment to another: over three is a day more than three months. */
    static long monthsBegun(Instant from, Instant to) {
        LocalDate first = at(from);
        LocalDate last = at(to);
        long months = Math.max(0, ChronoUnit.MONTHS.between(first, last) - 1);
        while (first.plusMonths(months).isBefore(last)) {
            months++;
        }
        return months;
    }

    /**
     * Age in whole years on a day; who was born on 29 February has a birthday on 1 March in other years. Of a birth date
     * without day or month: every age that it may be. Null when it is no date or lies after the day.
     */
    static Facts.Value.@Nullable Whole age(String birthDate, LocalDate day) {
        if (!BIRTH.matcher(birthDate).matches()) {
            return null;
        }
        try {
            LocalDate first = LocalDate.parse((birthDate + "-01-01").substring(0, 10));
            LocalDate last = last(birthDate, first);
            return first.isAfter(day)
                    ? null
                    : new Facts.Value.Whole(years(last.isAfter(day) ? day : last, day), years(first, day));
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static LocalDate last(String birthDate, LocalDate first) {
        return switch (birthDate.length()) {
            case 4 -> LocalDate.of(first.getYear(), 12, 31);
            case 7 -> YearMonth.from(first).atEndOfMonth();
            default -> first;
        };
    }

    private static long years(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }

    /** Whether a moment is not before a bound, which is a day or a moment. */
    static Truth reached(@Nullable String bound, Instant moment) {
        if (bound == null) {
            return Truth.UNKNOWN;
        }
        try {
            return bound.contains("T")
                    ? Truth.of(!moment.isBefore(Instant.parse(bound)))
                    : Truth.of(!at(moment).isBefore(LocalDate.parse(bound)));
        } catch (DateTimeException _) {
            return Truth.UNKNOWN;
        }
    }
}
