package nl.haltloket.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import java.net.ConnectException;
import java.net.SocketException;
import java.util.function.Function;

/** The only user of the connection pool: what changes anything runs inside a transaction. */
public final class Database {
    private final Pool pool;

    public Database(Pool pool) {
        this.pool = pool;
    }

    /**
     * Runs the work in one transaction. A failed future or a thrown exception rolls back; the result is given only
     * after the commit. No network call belongs inside.
     */
    public <T> Future<T> inTransaction(Function<Tx, Future<T>> work) {
        return told(pool.withTransaction(connection -> work.apply(new Tx(connection))));
    }

    /** Reads in several statements what was there at one moment, whatever is written meanwhile. */
    public <T> Future<T> atOneMoment(Function<Tx, Future<T>> work) {
        return inTransaction(tx -> tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .compose(_ -> work.apply(tx)));
    }

    /**
     * Runs a look that needs no moment of its own: each statement stands alone, without the two ways to the server that
     * a transaction costs.
     */
    public <T> Future<T> look(Function<Tx, Future<T>> work) {
        return told(pool.withConnection(connection -> work.apply(new Tx(connection))));
    }

    private static <T> Future<T> told(Future<T> done) {
        return done.recover(failure -> Future.failedFuture(
                failure instanceof ClosedConnectionException || failure instanceof SocketException ? gone() : failure));
    }

    /** Of a server that died in the middle, as of one that is not there: nothing was done, or nobody knows. */
    private static ConnectException gone() {
        return new ConnectException("The connection to the database broke");
    }
}
