package nl.haltloket.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the loket and its PostgreSQL were busy with while they were watched: looks many times a second what each
 * connection waits for, and counts transactions and processor time.
 */
final class SmsLimit {
    private static final String WAITING = """
            SELECT CASE WHEN state = 'active' AND wait_event IS NULL THEN 'CPU'
                        WHEN state = 'active' THEN wait_event_type || ' ' || wait_event
                        ELSE 'transaction waits for the loket' END AS what,
                   count(*) AS connections
            FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
              AND (state = 'active' AND wait_event IS DISTINCT FROM 'ClientRead' OR state = 'idle in transaction')
            GROUP BY 1
            """;
    private static final String WRITTEN = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
    private static final int UTIME = 11;
    private static final double TICKS_PER_SECOND = 100; // USER_HZ of every Linux
    private static final long PAUSE_MILLIS = 5;

    private final Connection database;
    private final List<Watched> watched;
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Map<String, Integer> connections = new TreeMap<>();
    private final Map<String, Integer> looksWith = new TreeMap<>();
    private final Map<String, Double> ticksBefore = new TreeMap<>();
    private final long writtenBefore;
    private final long began = System.nanoTime();
    private final Thread thread;
    private int looks;

    /** A part of the whole whose processor time counts together. */
    record Watched(String name, List<Long> pids) {}

    /** Watches from now on, over a connection of its own. */
    SmsLimit(Connection database, List<Watched> watched) throws IOException, SQLException {
        this.database = database;
        this.watched = watched;
        this.writtenBefore = written();
        for (Watched process : watched) {
            ticksBefore.put(process.name(), ticks(process));
        }
        this.thread = Thread.ofPlatform().daemon().name("sms-limit").start(this::look);
    }

    /** Ends watching; so many messages went in the meantime. */
    JsonObject end(int messages) throws IOException, SQLException, InterruptedException {
        enough.set(true);
        thread.join();
        double seconds = (System.nanoTime() - began) / 1e9;
        JsonObject cores = new JsonObject();
        for (Watched process : watched) {
            double spent = ticks(process) - ticksBefore.getOrDefault(process.name(), 0.0);
            cores.put(process.name(), Figures.rounded(spent / TICKS_PER_SECOND / seconds));
        }
        JsonObject waits = new JsonObject();
        connections.forEach((what, count) -> waits.put(
                what,
                new JsonObject()
                        .put("connections", Figures.rounded((double) count / looks))
                        .put("share", Figures.rounded((double) looksWith.getOrDefault(what, 0) / looks))));
        return new JsonObject()
                .put("transactionsPerMessage", Figures.rounded((double) (written() - writtenBefore) / messages))
                .put("cores", cores)
                .put("waits", waits);
    }

    private void look() {
        try {
            while (!enough.get()) {
                looks++;
                try (Statement statement = database.createStatement();
                        ResultSet rows = statement.executeQuery(WAITING)) {
                    while (rows.next()) {
                        connections.merge(rows.getString("what"), rows.getInt("connections"), Integer::sum);
                        looksWith.merge(rows.getString("what"), 1, Integer::sum);
                    }
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long written() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(WRITTEN)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Processor time so far, of those that still live. */
    private static double ticks(Watched process) throws IOException {
        double sum = 0;
        for (long pid : process.pids()) {
            Path stat = Path.of("/proc/" + pid + "/stat");
            if (Files.exists(stat)) {
                String line = Files.readString(stat);
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
                sum += Double.parseDouble(fields[UTIME]) + Double.parseDouble(fields[UTIME + 1]);
            }
        }
        return sum;
    }
}
