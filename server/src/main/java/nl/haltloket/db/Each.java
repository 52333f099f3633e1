package nl.haltloket.db;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Work on each of several things, one after the other: a transaction has one connection. */
public final class Each {
    private Each() {}

    /** Done with all of them; the first failure ends it. */
    public static <T> Future<Void> run(List<T> things, Function<T, Future<Void>> work) {
        Future<Void> done = Future.succeededFuture();
        for (T thing : things) {
            done = done.compose(_ -> work.apply(thing));
        }
        return done;
    }

    /** The results in the order of the things; the first failure ends it. */
    public static <T, R> Future<List<R>> of(List<T> things, Function<T, Future<R>> work) {
        List<R> results = new ArrayList<>();
        Future<Void> done = Future.succeededFuture();
        for (T thing : things) {
            done = done.compose(_ -> work.apply(thing)).map(results::add).mapEmpty();
        }
        return done.map(_ -> List.copyOf(results));
    }
}
