package nl.haltloket.testing;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import nl.haltloket.config.Secret;
import nl.haltloket.db.Database;
import nl.haltloket.db.Endpoint;
import org.flywaydb.core.Flyway;

/** A fresh, migrated database on a real PostgreSQL: one for the whole JVM, or one of its own. */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int CONNECTIONS = 8;

    private final Vertx vertx;
    private final EmbeddedPostgres postgres;
    private final boolean own;
    private final PgConnectOptions options;
    private final Pool pool;

    /** Copies the migrated database under a new name, which is much quicker than migrating again. */
    public TestDatabase(Vertx vertx) {
        this(vertx, Server.POSTGRES, "", false);
    }

    /**
     * With its tables in this directory, on a PostgreSQL of its own: one whose tables cannot be written any more makes
     * no other databases.
     */
    public TestDatabase(Vertx vertx, Path directory) {
        this(vertx, start(), directory.toString(), true);
    }

    private TestDatabase(Vertx vertx, EmbeddedPostgres postgres, String directory, boolean own) {
        this.vertx = vertx;
        this.postgres = postgres;
        this.own = own;
        String name = "test" + COUNT.incrementAndGet();
        String copy = "CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE;
        if (directory.isEmpty()) {
            execute(postgres, copy);
        } else {
            execute(postgres, "CREATE TABLESPACE small LOCATION '" + directory + "'");
            execute(postgres, copy + " TABLESPACE small");
        }
        this.options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(postgres.getPort())
                .setDatabase(name)
                .setUser("postgres");
        this.pool = newPool();
    }

    /** The way in that services get. */
    public Database database() {
        return new Database(pool);
    }

    /** For what only a test may do. */
    public Pool pool() {
        return pool;
    }

    /** Another pool on the same database, as another process would have. */
    public Pool newPool() {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(options)
                .using(vertx)
                .build();
    }

    /** The same place as the server's configuration names one. */
    public Endpoint endpoint() {
        return new Endpoint(
                "postgresql://127.0.0.1:%d/%s".formatted(options.getPort(), options.getDatabase()),
                options.getUser(),
                new Secret(""));
    }

    public PgConnectOptions options() {
        return new PgConnectOptions(options);
    }

    @Override
    public void close() {
        pool.close().await();
        if (own) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "off")
                    .start();
            execute(postgres, "CREATE DATABASE " + TEMPLATE);
            Flyway.configure()
                    .dataSource(postgres.getDatabase("postgres", TEMPLATE))
                    .load()
                    .migrate();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Started by the first test that needs it; ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = TestDatabase.start();
    }
}
