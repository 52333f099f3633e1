package nl.haltloket;

import java.nio.file.Path;
import java.util.Map;
import nl.haltloket.config.ModeConfig;
import nl.haltloket.config.Settings;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.keys.KeyConfig;
import nl.haltloket.log.LogConfig;
import nl.haltloket.notify.CapSettings;
import nl.haltloket.notify.SmsSettings;
import nl.haltloket.web.HttpConfig;

/**
 * Everything the server is told before it starts.
 *
 * @param directory of the configuration, where the law and the event are too
 */
public record Config(
        ModeConfig mode,
        HttpConfig http,
        DatabaseConfig database,
        SmsSettings sms,
        KeyConfig keys,
        Path directory,
        LogConfig log,
        CapSettings caps) {

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
                directory,
                LogConfig.from(settings),
                CapSettings.from(settings));
        settings.finish();
        return config;
    }
}
