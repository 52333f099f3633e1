package nl.haltloket.db;

import java.net.URI;
import java.util.Optional;
import nl.haltloket.config.Secret;
import nl.haltloket.config.Settings;

/**
 * Which database, and how many connections to it.
 *
 * @param external the PostgreSQL service to use; absent means the embedded server
 * @param port of the embedded server, on loopback; 0 means any free one
 * @param poolSize most connections open at once
 * @param waitQueue most requests that wait for a connection; the next one is refused
 */
public record DatabaseConfig(Optional<Endpoint> external, int port, int poolSize, int waitQueue) {
    private static final int PORT_MAX = 65_535;
    /** The embedded server has 40 connections; migrations, signals and its own reserve need some of them. */
    private static final int POOL_MAX = 32;

    private static final int WAIT_QUEUE_MAX = 10_000;

    /** Reads the keys that start with {@code database.}; problems are noted in the settings. */
    public static DatabaseConfig from(Settings settings) {
        return new DatabaseConfig(
                external(settings),
                settings.number("database.port", 0, PORT_MAX),
                settings.number("database.pool-size", 1, POOL_MAX),
                settings.number("database.wait-queue", 0, WAIT_QUEUE_MAX));
    }

    private static Optional<Endpoint> external(Settings settings) {
        Optional<String> url = settings.optional("database.url");
        Optional<String> user = settings.optional("database.user");
        Secret password = settings.secret("database.password");
        if (url.isPresent() && user.isEmpty()) {
            settings.reject("database.user", "has no value, but database.url names a server");
        }
        if (url.isPresent() && !isUsable(url.get())) {
            // The value is not repeated: a password may stand in it.
            settings.reject("database.url", "must look like postgresql://host:port/database, without user or password");
        }
        return url.map(place -> new Endpoint(place, user.orElse(""), password));
    }

    private static boolean isUsable(String url) {
        try {
            URI uri = URI.create(url);
            return "postgresql".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getPath().matches("/[^/]+");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
