package nl.haltloket.db;

import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
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
     *
     * <p>Fails with a {@link ConnectException} when the database is away, or when no connection came free in time.
     */
    public <T> Future<T> inTransaction(Function<Tx, Future<T>> work) {
        Begun begun = new Begun();
        return told(begun, pool.withTransaction(connection -> begun.by(work, connection)));
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
        Begun begun = new Begun();
        return told(begun, pool.withConnection(connection -> begun.by(work, connection)));
    }

    /** Whether there was a connection for the work; what fails before that is the way to the database and not the work. */
    private static final class Begun {
        private volatile boolean already;

        <T> Future<T> by(Function<Tx, Future<T>> work, SqlConnection connection) {
            already = true;
            return work.apply(new Tx(connection));
        }
    }

    private static <T> Future<T> told(Begun begun, Future<T> done) {
        return done.recover(failure -> Future.failedFuture(told(begun.already, failure)));
    }

    private static Throwable told(boolean begun, Throwable failure) {
        if (failure instanceof ClosedConnectionException || failure instanceof SocketException) {
            // Of a server that died in the middle, as of one that is not there: nothing was done, or nobody knows.
            return new ConnectException("The connection to the database broke");
        }
        return begun || failure instanceof PgException
                ? failure
                : new ConnectException("No connection to the database: " + failure.getMessage());
    }
}
