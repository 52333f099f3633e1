package nl.haltloket.kill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.haltloket.db.EmbeddedServer;

/** Behind the server's back in its database: holds a transaction still at an exact point, and counts. */
final class Backstage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection watching;
    private final Connection holding;

    Backstage(Path database) throws IOException, SQLException {
        String url = EmbeddedServer.running(database).orElseThrow().jdbcUrl();
        String password =
                Files.readString(database.resolve("superuser.password")).strip();
        watching = DriverManager.getConnection(url, "postgres", password);
        holding = DriverManager.getConnection(url, "postgres", password);
    }

    /** Who writes to this table waits, until the database dies or this closes. */
    void holdWrites(String table) throws SQLException {
        holding.setAutoCommit(false);
        execute(holding, "LOCK TABLE " + table + " IN SHARE MODE");
    }

    /** Returns when so many transactions wait for another. */
    void awaitWaiting(int wanted) {
        await().atMost(PATIENCE)
                .until(() -> count("(SELECT DISTINCT pid FROM pg_locks WHERE NOT granted) AS waiting") == wanted);
    }

    /**
     * From now on a commit is on disk and gets no answer: it waits for a copy that nobody makes. The next start knows
     * nothing of it.
     */
    void holdCommits() throws SQLException, InterruptedException {
        execute(watching, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        execute(watching, "SELECT pg_reload_conf()");
        execute(watching, "ALTER SYSTEM RESET synchronous_standby_names");
        AtomicBoolean inForce = new AtomicBoolean();
        Thread probe = Thread.ofVirtual().start(() -> commitUntil(inForce));
        awaitHeldCommits(1);
        inForce.set(true);
        execute(watching, "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
        probe.join();
    }

    /** Returns when so many commits wait for their answer. */
    void awaitHeldCommits(int wanted) {
        await().atMost(PATIENCE).until(() -> count("pg_stat_activity WHERE wait_event = 'SyncRep'") >= wanted);
    }

    long count(String fromWhere) throws SQLException {
        try (Statement statement = watching.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + fromWhere)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Closes what the death of the database left open. */
    @Override
    public void close() throws SQLException {
        watching.close();
        holding.close();
    }

    private void commitUntil(AtomicBoolean enough) {
        try {
            while (!enough.get()) {
                execute(holding, "SELECT pg_logical_emit_message(true, 'probe', 'probe')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean _ = statement.execute(sql);
        }
    }
}
