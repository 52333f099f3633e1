package nl.haltloket.db;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An open transaction. Services carry it from repository to repository, so that nobody reaches for the pool halfway.
 * Only {@link Database} makes one.
 *
 * <p>Statements that do not need each other's answers may be sent one behind the other without waiting. PostgreSQL does
 * them in that order; after one that fails the others fail too, so the first is the one to look at.
 */
public final class Tx {
    private final SqlConnection connection;

    Tx(SqlConnection connection) {
        this.connection = connection;
    }

    /** Runs a statement with positional parameters. */
    public Future<RowSet<Row>> query(String sql, @Nullable Object... parameters) {
        return connection.preparedQuery(sql).execute(Tuple.from(parameters));
    }

    /** Runs a statement of which only the effect counts; gives the number of rows touched. */
    public Future<Integer> update(String sql, @Nullable Object... parameters) {
        return query(sql, parameters).map(RowSet::rowCount);
    }

    /** At most one row; more than one is a fault in the statement. */
    public <T> Future<Optional<T>> one(Function<Row, T> mapper, String sql, @Nullable Object... parameters) {
        return list(mapper, sql, parameters).map(rows -> {
            if (rows.size() > 1) {
                throw new IllegalStateException("More than one row where at most one was expected");
            }
            return rows.stream().findFirst();
        });
    }

    /** All rows, mapped. The statement itself carries the limit. */
    public <T> Future<List<T>> list(Function<Row, T> mapper, String sql, @Nullable Object... parameters) {
        return query(sql, parameters).map(rows -> rows.stream().map(mapper).toList());
    }

    /** Tells every node that something of this topic changed, when and only when this transaction commits. */
    public Future<Void> signal(String topic, String key) {
        return query("SELECT pg_notify($1, $2)", topic, key).mapEmpty();
    }

    /** The same of two topics, in one way to the server. */
    public Future<Void> signal(String topic, String key, String otherTopic, String otherKey) {
        return query("SELECT pg_notify($1, $2), pg_notify($3, $4)", topic, key, otherTopic, otherKey)
                .mapEmpty();
    }
}
