package nl.haltloket.db;

import org.flywaydb.core.Flyway;

/** Brings a database to the newest schema, by the files under {@code db/migration} on the class path. */
public final class Migrations {
    private static final String LOCATION = "classpath:db/migration";

    private Migrations() {}

    /** Loads what migrating needs, while there is no database to migrate yet. */
    public static void prepare() {
        var _ = Flyway.configure().locations(LOCATION).load();
    }

    /** Blocks until done; gives the number of files applied, 0 when nothing was new. */
    public static int migrate(Endpoint endpoint) {
        return migrate(endpoint.jdbcUrl(), endpoint.user(), endpoint.password().value());
    }

    /** As {@link #migrate(Endpoint)}. */
    public static int migrate(String jdbcUrl, String user, String password) {
        return migrate(jdbcUrl, user, password, LOCATION);
    }

    /** As above, from another place: tests bring their own files. */
    static int migrate(String jdbcUrl, String user, String password, String location) {
        return Flyway.configure()
                .dataSource(jdbcUrl, user, password)
                .locations(location)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
