package nl.haltloket.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.db.Endpoint;
import nl.haltloket.keys.KeyConfig;
import nl.haltloket.keys.KeyProtection;
import nl.haltloket.log.LogConfig;
import nl.haltloket.web.HttpConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files as they are shipped, and every key of them set to something else. */
class ShippedSettingsTest {
    private static final Path SHIPPED = Path.of("../config");

    @TempDir
    Path directory;

    @BeforeEach
    void copyOwnFiles() throws IOException {
        for (String name : new String[] {"mode", "http", "database", "log", "keys"}) {
            Path file = SHIPPED.resolve(name + ".properties");
            Files.copy(file, directory.resolve(file.getFileName()));
        }
    }

    @Test
    void the_defaults_load() {
        Settings settings = Settings.load(directory, Map.of());
        ModeConfig mode = ModeConfig.from(settings);
        HttpConfig http = HttpConfig.from(settings);
        DatabaseConfig database = DatabaseConfig.from(settings);
        LogConfig log = LogConfig.from(settings);
        KeyConfig keys = KeyConfig.from(settings, mode.mode());
        settings.finish();

        assertThat(keys)
                .isEqualTo(new KeyConfig(KeyProtection.PLAIN, new Secret(""), Path.of("/dev/shm"), Optional.empty()));
        assertThat(log).isEqualTo(new LogConfig(LogConfig.Format.PLAIN, Optional.empty()));
        assertThat(mode).isEqualTo(new ModeConfig(Mode.DRILL, Path.of("var/drill")));
        assertThat(http)
                .isEqualTo(new HttpConfig(
                        "127.0.0.1", 8443, 0, 8080, 9090, Optional.empty(), Optional.empty(), 65_536, 200));
        assertThat(database).isEqualTo(new DatabaseConfig(Optional.empty(), 0, 10, 200));
    }

    @Test
    void every_key_can_be_set() {
        Settings settings = Settings.load(
                directory,
                Map.ofEntries(
                        Map.entry("HALTLOKET_MODE", "event"),
                        Map.entry("HALTLOKET_DATA_DIR", "d"),
                        Map.entry("HALTLOKET_HTTP_ADDRESS", "192.168.7.8"),
                        Map.entry("HALTLOKET_HTTP_PORT", "1"),
                        Map.entry("HALTLOKET_HTTP_PUBLIC_PORT", "4"),
                        Map.entry("HALTLOKET_HTTP_LOCAL_PORT", "2"),
                        Map.entry("HALTLOKET_HTTP_MANAGEMENT_PORT", "3"),
                        Map.entry("HALTLOKET_HTTP_CERTIFICATE", "c.pem"),
                        Map.entry("HALTLOKET_HTTP_PRIVATE_KEY", "k.pem"),
                        Map.entry("HALTLOKET_HTTP_BODY_LIMIT_BYTES", "2048"),
                        Map.entry("HALTLOKET_HTTP_STREAM_LIMIT", "5"),
                        Map.entry("HALTLOKET_DATABASE_URL", "postgresql://db.example:6432/halt?sslmode=verify-full"),
                        Map.entry("HALTLOKET_DATABASE_USER", "u"),
                        Map.entry("HALTLOKET_DATABASE_PASSWORD", "p"),
                        Map.entry("HALTLOKET_DATABASE_PORT", "6"),
                        Map.entry("HALTLOKET_DATABASE_POOL_SIZE", "7"),
                        Map.entry("HALTLOKET_DATABASE_WAIT_QUEUE", "8"),
                        Map.entry("HALTLOKET_LOG_FORMAT", "json"),
                        Map.entry("HALTLOKET_LOG_FILE", "l.json"),
                        Map.entry("HALTLOKET_KEY_PROTECTION", "passphrase"),
                        Map.entry("HALTLOKET_KEY_PASSPHRASE", "een zin van twintig letters"),
                        Map.entry("HALTLOKET_KEY_MEMORY_DIR", "/run/halt"),
                        Map.entry("HALTLOKET_KEY_RECOVERY_PUBLIC_KEY", "office.pem")));
        ModeConfig mode = ModeConfig.from(settings);
        HttpConfig http = HttpConfig.from(settings);
        DatabaseConfig database = DatabaseConfig.from(settings);
        KeyConfig keys = KeyConfig.from(settings, mode.mode());
        LogConfig log = LogConfig.from(settings);
        settings.finish();

        assertThat(keys)
                .isEqualTo(new KeyConfig(
                        KeyProtection.PASSPHRASE,
                        new Secret("een zin van twintig letters"),
                        Path.of("/run/halt"),
                        Optional.of(Path.of("office.pem"))));
        assertThat(log).isEqualTo(new LogConfig(LogConfig.Format.JSON, Optional.of(Path.of("l.json"))));
        assertThat(mode).isEqualTo(new ModeConfig(Mode.EVENT, Path.of("d/event")));
        assertThat(http)
                .isEqualTo(new HttpConfig(
                        "192.168.7.8",
                        1,
                        4,
                        2,
                        3,
                        Optional.of(Path.of("c.pem")),
                        Optional.of(Path.of("k.pem")),
                        2048,
                        5));
        Endpoint external = new Endpoint("postgresql://db.example:6432/halt?sslmode=verify-full", "u", new Secret("p"));
        assertThat(database).isEqualTo(new DatabaseConfig(Optional.of(external), 6, 7, 8));
        assertThat(external.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/halt?sslmode=verify-full");
        assertThat(external.host()).isEqualTo("db.example");
        assertThat(external.port()).isEqualTo(6432);
        assertThat(external.database()).isEqualTo("halt");
    }

    @Test
    void what_cannot_be_right_is_refused() {
        Settings settings = Settings.load(
                directory,
                Map.of(
                        "HALTLOKET_HTTP_ADDRESS", "gate.local",
                        "HALTLOKET_HTTP_CERTIFICATE", "c.pem",
                        "HALTLOKET_DATABASE_URL", "postgresql://me:hunter2@db.example/halt",
                        "HALTLOKET_KEY_PASSPHRASE", "hunter2"));
        assertThat(ModeConfig.from(settings).mode()).isEqualTo(Mode.DRILL);
        assertThat(HttpConfig.from(settings).privateKey()).isEmpty();
        assertThat(DatabaseConfig.from(settings).external()).isPresent();
        assertThat(KeyConfig.from(settings, Mode.EVENT).protection()).isEqualTo(KeyProtection.PLAIN);
        assertThatThrownBy(settings::finish)
                .hasMessageContaining("key.protection must be passphrase for a real event")
                .hasMessageContaining("key.recovery-public-key must name the office's key")
                .hasMessageContaining("key.passphrase has fewer than 20 characters")
                .hasMessageContaining("http.address must be lan or an IP address, not \"gate.local\"")
                .hasMessageContaining("http.certificate and http.private-key go together")
                .hasMessageContaining("database.user has no value")
                .hasMessageContaining("database.url must look like postgresql://host:port/database")
                .hasMessageNotContaining("hunter2");
    }
}
