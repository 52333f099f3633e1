package nl.haltloket;

import java.nio.file.Path;
import java.util.Map;
import nl.haltloket.config.ModeConfig;
import nl.haltloket.config.Settings;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.keys.KeyConfig;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.web.HttpConfig;

/**
 * Everything the server is told before it starts.
 *
 * @param eventFile the file that the event is seeded from
 */
public record Config(
        ModeConfig mode, HttpConfig http, DatabaseConfig database, SmsSettings sms, KeyConfig keys, Path eventFile) {

    /** Reads the directory and the environment; fails with every problem listed. */
    public static Config load(Path directory, Map<String, String> environment) {
        Settings settings = Settings.load(directory, environment);
        ModeConfig mode = ModeConfig.from(settings);
        Config config = new Config(
                mode,
                HttpConfig.from(settings),
                DatabaseConfig.from(settings),
                SmsSettings.from(settings),
                KeyConfig.from(settings, mode.mode()),
                directory.resolve("event.json"));
        settings.finish();
        return config;
    }
}
