package nl.haltloket.log;

import java.nio.file.Path;
import java.util.Optional;
import nl.haltloket.config.Settings;

/**
 * Where the log goes and in which form.
 *
 * @param format of what the terminal shows
 * @param file JSON lines besides, kept for a week; absent means none
 */
public record LogConfig(Format format, Optional<Path> file) {
    /** How a line is written. */
    public enum Format {
        /** For a person at the terminal. */
        PLAIN,
        /** One JSON object a line, for a machine. */
        JSON
    }

    /** Reads the keys that start with {@code log.}; problems are noted in the settings. */
    public static LogConfig from(Settings settings) {
        return new LogConfig(
                settings.choice("log.format", Format.class),
                settings.optional("log.file").map(Path::of));
    }
}
