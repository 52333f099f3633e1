package nl.haltloket.db;

import java.net.URI;
import nl.haltloket.config.Secret;

/**
 * One database and who may enter it.
 *
 * @param url {@code postgresql://host:port/database}, parameters such as {@code ?sslmode=verify-full} allowed; without
 *     user or password
 */
public record Endpoint(String url, String user, Secret password) {
    private static final int DEFAULT_PORT = 5432;

    static Endpoint local(int port, String database, String user, Secret password) {
        return new Endpoint("postgresql://127.0.0.1:%d/%s".formatted(port, database), user, password);
    }

    /** The same place as JDBC writes it. */
    public String jdbcUrl() {
        return "jdbc:" + url;
    }

    /** Host name or address. */
    public String host() {
        return URI.create(url).getHost();
    }

    /** TCP port; 5432 when the address names none. */
    public int port() {
        int port = URI.create(url).getPort();
        return port < 0 ? DEFAULT_PORT : port;
    }

    /** Name of the database. */
    public String database() {
        return URI.create(url).getPath().substring(1);
    }
}
