package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.util.UUID;

/** The least that Vert.x can do for a durable handover: a POST whose bytes become one row. The floor to measure from. */
final class BareServer {
    private static final int CONNECTIONS = 8;

    private BareServer() {}

    /** Arguments: address of the database. Prints the port that it listens on. */
    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS))
                .connectingTo(PgConnectOptions.fromUri(arguments[0]).setCachePreparedStatements(true))
                .using(vertx)
                .build();
        var server = vertx.createHttpServer()
                .requestHandler(request -> keep(pool, request))
                .listen(0, "127.0.0.1")
                .await();
        System.out.println("PORT " + server.actualPort());
    }

    private static void keep(Pool pool, HttpServerRequest request) {
        var _ = request.body()
                .compose(body -> insert(pool, body))
                .compose(_ -> request.response().setStatusCode(201).end())
                .onFailure(_ -> request.response().setStatusCode(500).end());
    }

    private static Future<?> insert(Pool pool, Buffer body) {
        return pool.preparedQuery(Table.INSERT).execute(Tuple.of(UUID.randomUUID(), body));
    }
}
