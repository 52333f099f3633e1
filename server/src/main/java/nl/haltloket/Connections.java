package nl.haltloket;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;
import nl.haltloket.db.DatabaseConfig;
import nl.haltloket.db.Endpoint;

/** How the server reaches its database. */
final class Connections {
    private static final int CONNECT_SECONDS = 5;

    private Connections() {}

    static PgConnectOptions to(Endpoint endpoint) {
        return PgConnectOptions.fromUri(endpoint.url())
                .setUser(endpoint.user())
                .setPassword(endpoint.password().value())
                .setCachePreparedStatements(true);
    }

    static Pool pool(Vertx vertx, PgConnectOptions connection, DatabaseConfig config) {
        PoolOptions options = new PoolOptions()
                .setName("database")
                .setMaxSize(config.poolSize())
                .setMaxWaitQueueSize(config.waitQueue())
                .setConnectionTimeout(CONNECT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(options)
                .connectingTo(connection)
                .using(vertx)
                .build();
    }
}
