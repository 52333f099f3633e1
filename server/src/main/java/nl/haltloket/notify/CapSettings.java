package nl.haltloket.notify;

import nl.haltloket.config.Settings;

/**
 * How many texts may go, against mistakes and against whoever would pump texts through the loket.
 *
 * @param perCase for one case, however many guardians it has
 * @param perNumber to one number in 24 hours, for whatever case
 * @param perHour of the whole loket in an hour
 * @param abroadPerDay to all numbers outside the Dutch plan together, in 24 hours
 */
public record CapSettings(int perCase, int perNumber, int perHour, int abroadPerDay) {
    private static final int SMALL_MAX = 100;
    private static final int LARGE_MAX = 100_000;

    /** Reads the keys that start with {@code sms.cap-}; problems are noted in the settings. */
    public static CapSettings from(Settings settings) {
        return new CapSettings(
                settings.number("sms.cap-per-case", 1, SMALL_MAX),
                settings.number("sms.cap-per-number", 1, LARGE_MAX),
                settings.number("sms.cap-per-hour", 1, LARGE_MAX),
                settings.number("sms.cap-abroad-per-day", 0, LARGE_MAX));
    }
}
