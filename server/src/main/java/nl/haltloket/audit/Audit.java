package nl.haltloket.audit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Writes the chain, inside the transaction of what it tells of: no entry without its cause, no cause without entry. */
public final class Audit {
    private static final String START = """
            INSERT INTO audit_chain (event_id, seq, head) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING""";
    private static final String TAKE_NEXT = """
            UPDATE audit_chain SET seq = seq + 1 WHERE event_id = $1 RETURNING seq, head""";
    private static final String APPEND = """
            INSERT INTO audit_entry (event_id, seq, at, action, subject, actor, purpose, legal_basis, facts, previous, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
    private static final String MOVE_HEAD = "UPDATE audit_chain SET head = $2 WHERE event_id = $1";

    private final Clock clock;

    public Audit(Clock clock) {
        this.clock = clock;
    }

    /** Begins the chain of an event, once. */
    public Future<Void> start(Tx tx, UUID eventId) {
        return tx.update(START, eventId, Buffer.buffer(AuditChain.beginning(eventId)))
                .mapEmpty();
    }

    /** Appends a line; gives the new head of the chain (32 bytes). Callers of one event wait for each other. */
    public Future<byte[]> record(Tx tx, AuditEntry entry) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return tx.query(TAKE_NEXT, entry.eventId())
                .compose(rows -> append(tx, entry, at, rows.iterator().next()));
    }

    private Future<byte[]> append(Tx tx, AuditEntry entry, Instant at, Row chain) {
        long seq = chain.getLong("seq");
        byte[] previous = chain.getBuffer("head").getBytes();
        byte[] head = AuditChain.link(previous, seq, at, entry);
        return tx.update(
                        APPEND,
                        entry.eventId(),
                        seq,
                        at.atOffset(ZoneOffset.UTC),
                        entry.action().name(),
                        entry.subject(),
                        entry.actor(),
                        entry.purpose(),
                        entry.legalBasis(),
                        entry.facts(),
                        Buffer.buffer(previous),
                        Buffer.buffer(head))
                .compose(_ -> tx.update(MOVE_HEAD, entry.eventId(), Buffer.buffer(head)))
                .map(_ -> head);
    }
}
