package nl.haltloket.db;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.haltloket.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = new TestDatabase(vertx);
    private final Signals signals = new Signals(vertx, database.options());
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() throws Exception {
        signals.listen("board", heard::add);
        signals.start().await(10, SECONDS);
        assertThat(heard.poll(10, SECONDS)).isEqualTo(Signals.ANYTHING);
    }

    @AfterEach
    void close() throws Exception {
        signals.close().await(10, SECONDS);
        database.close();
        vertx.close().await(10, SECONDS);
    }

    @Test
    void a_signal_is_heard_when_and_only_when_its_transaction_commits() throws Exception {
        Future<Void> undone = database.database().inTransaction(tx -> tx.signal("board", "undone")
                .compose(done -> Future.<Void>failedFuture("rolled back")));
        assertThat(undone.transform(result -> Future.succeededFuture(result.failed()))
                        .await(10, SECONDS))
                .isTrue();
        assertThat(database.database()
                        .inTransaction(tx -> tx.signal("board", "case-1"))
                        .await(10, SECONDS))
                .isNull();
        assertThat(heard.poll(10, SECONDS)).isEqualTo("case-1");
    }

    @Test
    void a_lost_connection_comes_back_and_asks_to_read_everything_again() throws Exception {
        String kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()";
        assertThat(database.pool().query(kill).execute().await(10, SECONDS).rowCount())
                .isEqualTo(1);
        assertThat(heard.poll(10, SECONDS)).isEqualTo(Signals.ANYTHING);
        assertThat(database.database()
                        .inTransaction(tx -> tx.signal("board", "case-2"))
                        .await(10, SECONDS))
                .isNull();
        assertThat(heard.poll(10, SECONDS)).isEqualTo("case-2");
    }
}
