package nl.haltloket;

import java.nio.file.Path;
import java.util.Map;
import nl.haltloket.config.ModeConfig;
import nl.haltloket.config.Settings;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.log.LogConfig;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.web.HttpConfig;

/**
 * Everything the server is told before it starts.
 *
 * @param eventFile the file that the event is seeded from
 */
public record Config(
        ModeConfig mode, HttpConfig http, DatabaseConfig database, SmsSettings sms, Path eventFile, LogConfig log) {

    /** Reads the directory and the environment; fails with every problem listed. */
    public static Config load(Path directory, Map<String, String> environment) {
        Settings settings = Settings.load(directory, environment);
        Config config = new Config(
                ModeConfig.from(settings),
                HttpConfig.from(settings),
                DatabaseConfig.from(settings),
                SmsSettings.from(settings),
                directory.resolve("event.json"),
                LogConfig.from(settings));
        settings.finish();
        return config;
    }
}
