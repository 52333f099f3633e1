package nl.haltloket.guardian;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When and where guardian and juvenile are expected, by Dutch clocks.
 *
 * @param time null when only the day is known
 * @param office where, as the worker wrote it
 */
public record Appointment(LocalDate date, @Nullable LocalTime time, String office) {
    private static final Pattern LINES = Pattern.compile("\\s+");
    private static final int OFFICE_MAX = 60;

    /** Fits in a text: one line, and no braces. Longer than 60 characters is no place that a text can tell. */
    boolean fits() {
        return !office.isBlank() && office.length() <= OFFICE_MAX && !office.contains("{") && !office.contains("}");
    }

    /** The office in one line. */
    String officeLine() {
        return LINES.matcher(office.strip()).replaceAll(" ");
    }
}
