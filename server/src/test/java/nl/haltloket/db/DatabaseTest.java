package nl.haltloket.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.PoolOptions;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestDatabase;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who gets no connection, and who got one. */
@ExtendWith(VertxExtension.class)
class DatabaseTest {
    private static final int WAIT_MILLIS = 20;

    @Test
    void no_connection_in_time_or_a_full_queue_is_as_a_database_that_is_away(Vertx vertx) {
        try (TestDatabase tables = new TestDatabase(vertx)) {
            Database one = withOneConnection(vertx, tables);
            Promise<Void> release = Promise.promise();
            Promise<Void> taken = Promise.promise();
            Future<Void> holding = one.inTransaction(_ -> {
                taken.complete();
                return release.future();
            });
            TestApp.await(taken.future());
            Future<Integer> waiting = one.inTransaction(_ -> Future.succeededFuture(1));
            Future<Integer> tooMany = one.look(_ -> Future.succeededFuture(2));
            assertThat(failure(waiting)).isInstanceOf(ConnectException.class);
            assertThat(failure(tooMany)).isInstanceOf(ConnectException.class);
            assertThat(failure(one.look(_ -> Future.succeededFuture(3)))).isInstanceOf(ConnectException.class);
            release.complete();
            TestApp.await(holding);
            Integer after = TestApp.await(one.look(_ -> Future.succeededFuture(4)));
            assertThat(after).isEqualTo(4);
        }
    }

    @Test
    void a_fault_of_the_work_itself_stays_what_it_is(Vertx vertx) {
        try (TestDatabase tables = new TestDatabase(vertx)) {
            Database one = withOneConnection(vertx, tables);
            assertThat(failure(one.inTransaction(_ -> Future.failedFuture("Timeout"))))
                    .isNotInstanceOf(ConnectException.class)
                    .hasMessage("Timeout");
            assertThat(failure(one.look(_ -> {
                        throw new IllegalStateException("fault");
                    })))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    /** Which is open: what opens one may take longer than anybody waits here. */
    private static Database withOneConnection(Vertx vertx, TestDatabase tables) {
        Database database = new Database(PgBuilder.pool()
                .with(new PoolOptions()
                        .setMaxSize(1)
                        .setMaxWaitQueueSize(1)
                        .setConnectionTimeout(WAIT_MILLIS)
                        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
                .connectingTo(tables.options())
                .using(vertx)
                .build());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> failure(database.look(_ -> Future.succeededFuture())) == null);
        return database;
    }

    private static @Nullable Throwable failure(Future<?> future) {
        return TestApp.await(future.transform(done -> Future.succeededFuture(done.cause())));
    }
}
