package nl.haltloket.audit;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
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

    /** {@link AuditChain#link} in one way to the server: the chain lets one transaction through at a time. */
    private static final String APPEND = """
            WITH line AS (
              UPDATE audit_chain SET seq = seq + 1, head = sha256(head || int8send(seq + 1) || $2::bytea)
              WHERE event_id = $1 RETURNING seq, old.head AS previous, new.head AS hash)
            INSERT INTO audit_entry (event_id, seq, at, action, subject, actor, purpose, legal_basis, facts, previous, hash)
            SELECT $1, seq, $3, $4, $5, $6, $7, $8, $9, previous, hash FROM line RETURNING hash""";

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
        return tx.query(
                        APPEND,
                        entry.eventId(),
                        Buffer.buffer(AuditChain.fields(at, entry)),
                        at.atOffset(ZoneOffset.UTC),
                        entry.action().name(),
                        entry.subject(),
                        entry.actor(),
                        entry.purpose(),
                        entry.legalBasis(),
                        entry.facts())
                .map(rows -> rows.iterator().next().getBuffer("hash").getBytes());
    }
}
