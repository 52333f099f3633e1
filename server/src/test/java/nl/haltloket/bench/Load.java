package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * So many users who each send their next request when they have the answer to the last: a closed loop, which says what
 * the server can do, and not how long people wait when more come than it can do.
 */
final class Load {
    private final Vertx vertx;
    private final long ends;
    private final Supplier<@Nullable Future<?>> request;
    private final List<Long> nanos = new ArrayList<>();
    private final Promise<Void> done = Promise.promise();
    private int users;

    private Load(Vertx vertx, int users, Duration length, Supplier<@Nullable Future<?>> request) {
        this.vertx = vertx;
        this.users = users;
        this.ends = System.nanoTime() + length.toNanos();
        this.request = request;
    }

    /** Runs until the time is over or the supplier gives null; a failed request fails the run. */
    static Figures run(Vertx vertx, int users, Duration length, Supplier<@Nullable Future<?>> request) {
        Load load = new Load(vertx, users, length, request);
        long began = System.nanoTime();
        vertx.runOnContext(_ -> {
            for (int user = 0; user < users; user++) {
                load.next();
            }
        });
        load.done.future().await();
        return Figures.of(load.nanos, (System.nanoTime() - began) / 1e9);
    }

    private void next() {
        long sent = System.nanoTime();
        @Nullable Future<?> answer = sent < ends ? request.get() : null;
        if (answer == null) {
            users--;
            if (users == 0) {
                done.tryComplete();
            }
            return;
        }
        var context = vertx.getOrCreateContext();
        var _ = answer.onSuccess(_ -> context.runOnContext(_ -> {
                    nanos.add(System.nanoTime() - sent);
                    next();
                }))
                .onFailure(done::tryFail);
    }
}
