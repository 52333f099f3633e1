package nl.haltloket.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import nl.haltloket.config.Secret;

/** Makes and starts PostgreSQL through the zonky library, whose defaults are for tests and are all overridden here. */
final class Launcher {
    /** Name of the application's database and of its user. */
    static final String NAME = "haltloket";

    /** Replaying the write-ahead log after a power cut takes its time on a slow disk. */
    private static final Duration START_MAX = Duration.ofSeconds(60);

    /**
     * Many rounds make guessing a human's password slow. These are 256 random bits, which nobody guesses, and each
     * connection of a start pays for the rounds.
     */
    private static final int SCRAM_ROUNDS = 1;

    private static final Map<String, String> DURABLE_AND_SMALL = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("io_method", "sync"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"));

    /** Seven files, one per weekday, used again; a failing statement shows neither its text nor its values. */
    private static final Map<String, String> LOG_WITHOUT_PERSONAL_DATA = Map.of(
            "logging_collector", "on",
            "log_filename", "postgres-%a.log",
            "log_truncate_on_rotation", "on",
            "log_rotation_size", "0",
            "log_timezone", "UTC",
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic");

    private Launcher() {}

    static EmbeddedPostgres launch(ServerDirectory directory, Path binaries, int port) throws IOException {
        refuseTaken(port);
        // The library makes its working directory writable for all; inside an owner-only one nobody can reach it.
        Path unpacked = ServerDirectory.ownerOnly(binaries).resolve("unpacked");
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory.data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(unpacked.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX.multipliedBy(2)) // Start gives up earlier
                .setPort(port)
                .setConnectConfig("password", directory.superuser().value());
        DURABLE_AND_SMALL.forEach(builder::setServerConfig);
        LOG_WITHOUT_PERSONAL_DATA.forEach(builder::setServerConfig);
        initialiseClosed(builder, directory.superuserFile());
        try {
            return new Start(builder, directory.data()).await(START_MAX);
        } catch (IOException | RuntimeException e) {
            new ServerProcesses(directory.data()).stopLeftovers();
            throw DatabaseStartException.failed(directory.data(), e);
        }
    }

    /** Makes the application's database, owned by a user that is not a superuser. */
    static void createDatabase(EmbeddedPostgres postgres, Secret password) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            // No parameters are possible here; the password is ours, hexadecimal, and never logged (see above).
            statement.execute("SET scram_iterations = " + SCRAM_ROUNDS);
            statement.execute("CREATE ROLE haltloket LOGIN PASSWORD '%s'".formatted(password.value()));
            statement.execute("CREATE DATABASE haltloket OWNER haltloket");
        }
    }

    /**
     * The library calls initdb with {@code -A trust}. What it takes for locale options are plain initdb options that
     * come later and win, so that the server is closed from its first second on. The locale is PostgreSQL's own: the
     * same order on every machine.
     */
    private static void initialiseClosed(EmbeddedPostgres.Builder builder, Path superuserFile) {
        builder.setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", superuserFile.toString())
                .setLocaleConfig("set", "scram_iterations=" + SCRAM_ROUNDS)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
    }

    /** Without this a taken port would only show after {@link #START_MAX}. */
    private static void refuseTaken(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            probe.getLocalPort();
        } catch (IOException e) {
            throw DatabaseStartException.portTaken(port);
        }
    }
}
