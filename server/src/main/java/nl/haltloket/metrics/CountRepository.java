package nl.haltloket.metrics;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.haltloket.db.Tx;

/** Counts over the tables of all features, in one statement, for one event's few thousand rows. */
final class CountRepository {
    private static final String COUNT = """
            SELECT 'handover' AS what, state, count(*) AS n, 0::float8 AS seconds FROM handover GROUP BY state
            UNION ALL
            SELECT 'case', state, count(*), 0 FROM case_file GROUP BY state
            UNION ALL
            SELECT 'message', state, count(*),
                   CASE WHEN state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT')
                        THEN greatest(extract(epoch FROM $1 - min(enqueued_at)), 0) ELSE 0 END
            FROM outbox GROUP BY state
            UNION ALL
            SELECT 'double', '', count(*), 0 FROM outbox WHERE possible_double
            UNION ALL
            SELECT 'unknown', '', count(*), 0 FROM message_report WHERE state = 'UNKNOWN'
            UNION ALL
            SELECT 'audit', '', coalesce(sum(seq), 0)::bigint, 0 FROM audit_chain
            UNION ALL
            SELECT 'started', '', 0, extract(epoch FROM pg_postmaster_start_time())
            LIMIT 100
            """;

    private record Line(String what, String state, long count, double seconds) {}

    /** @param now by the server's clock, for ages */
    Future<Counts> read(Tx tx, Instant now) {
        return tx.list(CountRepository::line, COUNT, now.atOffset(ZoneOffset.UTC))
                .map(lines -> new Counts(
                        states(lines, "handover"),
                        states(lines, "case"),
                        states(lines, "message"),
                        lines.stream()
                                .filter(line -> line.what().equals("message"))
                                .mapToDouble(Line::seconds)
                                .max()
                                .orElse(0),
                        count(lines, "double"),
                        count(lines, "unknown"),
                        count(lines, "audit"),
                        lines.stream()
                                .filter(line -> line.what().equals("started"))
                                .mapToDouble(Line::seconds)
                                .sum()));
    }

    private static Line line(Row row) {
        return new Line(row.getString("what"), row.getString("state"), row.getLong("n"), row.getDouble("seconds"));
    }

    private static long count(List<Line> lines, String what) {
        return lines.stream()
                .filter(line -> line.what().equals(what))
                .mapToLong(Line::count)
                .sum();
    }

    private static Map<String, Long> states(List<Line> lines, String what) {
        Map<String, Long> counts = new HashMap<>();
        lines.stream().filter(line -> line.what().equals(what)).forEach(line -> counts.put(line.state(), line.count()));
        return counts;
    }
}
