package nl.haltloket.care;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.db.Tx;

/** How long cases were in each state. The rows are written by the database itself, whatever changes a case. */
final class StepTimeRepository {
    private static final String MEASURED = """
            SELECT state, count(*) AS gone, percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
              percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS most
            FROM step_time WHERE event_id = $1 GROUP BY state ORDER BY state LIMIT 20""";

    Future<List<StepReport.Measured>> measured(Tx tx, UUID eventId) {
        return tx.list(
                row -> new StepReport.Measured(
                        CaseState.valueOf(row.getString("state")),
                        row.getLong("gone"),
                        row.getDouble("median"),
                        row.getDouble("most")),
                MEASURED,
                eventId);
    }
}
