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
import org.postgresql.PGConnection;

/** Behind the server's back in its database: holds a transaction still at an exact point, and counts. */
final class Backstage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final String HELD = "pg_stat_activity WHERE wait_event = 'SyncRep'";

    /**
     * What a screen asks for locks its id, of 64 bits; reports lock a number of 32. A commit keeps its locks until it
     * is answered.
     */
    private static final String OF_SCREEN = "pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted"
            + " AND classid NOT IN (0, 4294967295))";

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

    /** Returns when so many requests of screens wait for another transaction, whatever else waits. */
    void awaitWaiting(int wanted) {
        await().atMost(PATIENCE)
                .until(() -> count("pg_stat_activity WHERE cardinality(pg_blocking_pids(pid)) > 0 AND " + OF_SCREEN)
                        == wanted);
    }

    /**
     * From now on a commit is on disk and gets no answer: it waits for a copy that nobody makes. The next start knows
     * nothing of it.
     */
    void holdCommits() throws SQLException, InterruptedException {
        execute(watching, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
        execute(watching, "SELECT pg_reload_conf()");
        AtomicBoolean inForce = new AtomicBoolean();
        Thread probe = Thread.ofVirtual().start(() -> commitUntil(inForce));
        long probing = holding.unwrap(PGConnection.class).getBackendPID();
        await().atMost(PATIENCE).until(() -> count(HELD + " AND pid = " + probing) == 1);
        inForce.set(true);
        execute(watching, "ALTER SYSTEM RESET synchronous_standby_names"); // not before: it is read after the reload
        execute(watching, "SELECT pg_cancel_backend(" + probing + ")");
        probe.join();
    }

    /** Returns when the commit of a screen's request waits for its answer; every other commit is let through. */
    void awaitHeldRequest() {
        await().atMost(PATIENCE).until(() -> {
            execute(watching, "SELECT pg_cancel_backend(pid) FROM " + HELD + " AND NOT " + OF_SCREEN);
            return count(HELD + " AND " + OF_SCREEN) == 1;
        });
    }

    long count(String fromWhere) throws SQLException {
        try (Statement statement = watching.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + fromWhere)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Closes what the death of the database left open; when it did not die it holds no commit any more. */
    @Override
    public void close() throws SQLException {
        if (watching.isValid(1)) {
            execute(watching, "SELECT pg_reload_conf()");
        }
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
