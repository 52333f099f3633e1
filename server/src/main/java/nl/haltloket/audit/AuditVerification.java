package nl.haltloket.audit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Walks the chains and says where one breaks. */
public final class AuditVerification {
    private static final int PAGE = 1000;
    private static final String CHAINS = "SELECT event_id, seq, head FROM audit_chain ORDER BY event_id LIMIT 1000";
    private static final String NEXT_LINES = """
            SELECT event_id, seq, at, action, subject, actor, purpose, legal_basis, facts, previous, hash
            FROM audit_entry WHERE event_id = $1 AND seq > $2 ORDER BY seq LIMIT %d""".formatted(PAGE);

    private AuditVerification() {}

    /**
     * What was found for one event.
     *
     * @param lines lines that hold
     * @param problem where and how it breaks; empty when it holds
     */
    public record Finding(UUID eventId, long lines, String head, String problem) {
        /** True when every line holds. */
        public boolean holds() {
            return problem.isEmpty();
        }
    }

    /** Verifies the chain of every event. */
    public static Future<List<Finding>> verify(Tx tx) {
        return tx.list(row -> row, CHAINS).compose(chains -> Future.join(chains.stream()
                        .map(chain -> follow(tx, chain, 0, AuditChain.beginning(chain.getUUID("event_id"))))
                        .toList())
                .map(all -> all.<Finding>list()));
    }

    private static Future<Finding> follow(Tx tx, Row chain, long after, byte[] head) {
        UUID eventId = chain.getUUID("event_id");
        return tx.list(row -> row, NEXT_LINES, eventId, after).compose(lines -> {
            long seq = after;
            byte[] expected = head;
            for (Row line : lines) {
                seq++;
                expected = AuditChain.link(expected, seq, instant(line), entry(line));
                if (line.getLong("seq") != seq || !same(line.getBuffer("hash"), expected)) {
                    return Future.succeededFuture(
                            finding(eventId, seq - 1, expected, "regel " + seq + " is veranderd of ontbreekt"));
                }
            }
            return lines.size() == PAGE
                    ? follow(tx, chain, seq, expected)
                    : Future.succeededFuture(end(chain, eventId, seq, expected));
        });
    }

    private static Finding end(Row chain, UUID eventId, long seq, byte[] head) {
        boolean complete = chain.getLong("seq") == seq && same(chain.getBuffer("head"), head);
        return finding(eventId, seq, head, complete ? "" : "na regel " + seq + " ontbreken regels");
    }

    private static Finding finding(UUID eventId, long lines, byte[] head, String problem) {
        return new Finding(eventId, lines, HexFormat.of().formatHex(head), problem);
    }

    private static boolean same(Buffer stored, byte[] expected) {
        return Arrays.equals(stored.getBytes(), expected);
    }

    private static Instant instant(Row line) {
        return line.getOffsetDateTime("at").toInstant();
    }

    private static AuditEntry entry(Row line) {
        return new AuditEntry(
                line.getUUID("event_id"),
                AuditAction.valueOf(line.getString("action")),
                line.getString("subject"),
                line.getString("actor"),
                line.getString("purpose"),
                line.getString("legal_basis"),
                line.getString("facts"));
    }
}
