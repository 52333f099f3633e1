package nl.haltloket.config;

import java.nio.file.Path;

/** What the start is for, and the directory that holds everything it writes. */
public record ModeConfig(Mode mode, Path dataDirectory) {

    /** Reads {@code mode} and {@code data-dir}; each mode has its own directory below it, so that a drill never mixes. */
    public static ModeConfig from(Settings settings) {
        Mode mode = settings.choice("mode", Mode.class);
        String own = mode == Mode.DRILL ? "drill" : "event";
        return new ModeConfig(mode, settings.path("data-dir").resolve(own));
    }
}
