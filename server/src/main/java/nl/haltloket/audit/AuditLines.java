package nl.haltloket.audit;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Finds lines of the chains by what they tell. */
public final class AuditLines {
    private static final int PAGE = 1000;
    private static final String FIND = """
            SELECT event_id, seq, subject, facts FROM audit_entry
            WHERE (event_id, seq) > ($1, $2) AND facts LIKE $3 ORDER BY event_id, seq LIMIT %d""".formatted(PAGE);
    private static final UUID FIRST = new UUID(0, 0);

    private AuditLines() {}

    /** A line, without who and when. */
    public record Line(UUID eventId, long seq, String subject, String facts) {}

    /** Every line of every event whose facts are like this pattern of SQL. */
    public static Future<List<Line>> like(Tx tx, String pattern) {
        return after(tx, FIRST, 0, pattern, new ArrayList<>());
    }

    private static Future<List<Line>> after(Tx tx, UUID eventId, long seq, String pattern, List<Line> found) {
        return tx.list(
                        row -> new Line(
                                row.getUUID("event_id"),
                                row.getLong("seq"),
                                row.getString("subject"),
                                row.getString("facts")),
                        FIND,
                        eventId,
                        seq,
                        pattern)
                .compose(page -> {
                    found.addAll(page);
                    return page.size() < PAGE
                            ? Future.succeededFuture(List.copyOf(found))
                            : after(tx, page.getLast().eventId(), page.getLast().seq(), pattern, found);
                });
    }
}
