package nl.haltloket.handover;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Ticket;
import nl.haltloket.event.TicketAnimal;
import nl.haltloket.event.TicketColour;
import org.jspecify.annotations.Nullable;

/** The handovers of an event. */
final class HandoverRepository {
    private static final String WAIT_FOR_SAME = "SELECT pg_advisory_xact_lock($1)";
    private static final String COLUMNS = """
            SELECT h.id, h.device_id, d.referrer_id, h.state, h.colour, h.animal, h.number, h.payload_hash, h.captured_at,
              h.clock_offset_ms,
              h.rules_version, h.submitted_at, h.ended_at, w.display_name AS ended_by, h.decline_reason,
              h.receipt_number, h.receipt_signed, h.audit_head, h.case_id,
              (SELECT r.id FROM handover r WHERE r.replaces = h.id LIMIT 1) AS replaced_by
            FROM %s h JOIN device d ON d.id = h.device_id LEFT JOIN worker w ON w.id = h.ended_by
            """;
    private static final String FIND = COLUMNS.formatted("handover") + "WHERE h.event_id = $1 AND h.id = $2";
    private static final String INSERT = """
            WITH kept AS (
              INSERT INTO handover (id, event_id, device_id, state, payload_hash, content_sealed, colour, animal, number,
                captured_at, clock_offset_ms, rules_version, submitted_at, replaces)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING *)
            """ + COLUMNS.formatted("kept");
    private static final String LOCK = "SELECT 1 FROM handover WHERE event_id = $1 AND id = $2 FOR UPDATE";
    private static final String CONTENT = "SELECT content_sealed FROM handover WHERE event_id = $1 AND id = $2";
    private static final String KEEP_CONTENT =
            "UPDATE handover SET content_sealed = $3 WHERE event_id = $1 AND id = $2";
    private static final String SAME_TICKET = """
            SELECT id FROM handover WHERE event_id = $1 AND number = $2 AND state = 'SUBMITTED'
            ORDER BY submitted_at, id LIMIT 8""";
    private static final String OF_CASE = """
            SELECT id FROM handover WHERE event_id = $1 AND case_id = $2 AND id <> $2
            ORDER BY submitted_at, id LIMIT 8""";
    private static final String END = """
            UPDATE handover SET state = $3, ended_at = $4, ended_by = $5, decline_reason = $6, note_sealed = $7,
              case_id = $8
            WHERE event_id = $1 AND id = $2""";
    /** The highest stands at the end of its index; beyond R-9999 that order ends, and they are counted. */
    private static final String NEXT_RECEIPT = """
            SELECT CASE
              WHEN last IS NULL THEN 1
              WHEN last < 'R-9999' THEN substr(last, 3)::bigint + 1
              ELSE (SELECT count(receipt_number) + 1 FROM handover WHERE event_id = $1) END AS next
            FROM (SELECT max(receipt_number) AS last FROM handover WHERE event_id = $1) AS given""";

    private static final String KEEP_RECEIPT = """
            UPDATE handover SET receipt_number = $3, receipt_signed = $4, audit_head = $5
            WHERE event_id = $1 AND id = $2""";

    /** As {@link #find}; two submissions of one id wait for each other. */
    Future<Optional<Handover>> findBefore(Tx tx, UUID eventId, UUID id) {
        Future<?> alone = tx.query(WAIT_FOR_SAME, id.getLeastSignificantBits());
        Future<Optional<Handover>> found = find(tx, eventId, id);
        return alone.compose(_ -> found);
    }

    Future<Handover> insert(Tx tx, UUID eventId, Envelope.Opened opened, Ticket ticket, byte[] sealed, Instant now) {
        return tx.query(
                        INSERT,
                        opened.caseId(),
                        eventId,
                        opened.deviceId(),
                        HandoverState.SUBMITTED.name(),
                        Buffer.buffer(opened.payloadHash()),
                        Buffer.buffer(sealed),
                        ticket.colour().name(),
                        ticket.animal().name(),
                        ticket.number(),
                        at(opened.capturedAt()),
                        opened.clockOffsetMs(),
                        opened.rulesVersion(),
                        at(now),
                        opened.content().replaces())
                .map(rows -> toHandover(rows.iterator().next()));
    }

    Future<Optional<Handover>> find(Tx tx, UUID eventId, UUID id) {
        return tx.one(HandoverRepository::toHandover, FIND, eventId, id);
    }

    /** As {@link #find}, and nobody else changes it until this transaction ends. */
    Future<Optional<Handover>> findForChange(Tx tx, UUID eventId, UUID id) {
        return tx.query(LOCK, eventId, id).compose(_ -> find(tx, eventId, id));
    }

    Future<Optional<byte[]>> content(Tx tx, UUID eventId, UUID id) {
        return tx.one(row -> row.getBuffer("content_sealed").getBytes(), CONTENT, eventId, id);
    }

    Future<Void> keepContent(Tx tx, UUID eventId, UUID id, byte[] sealed) {
        return tx.update(KEEP_CONTENT, eventId, id, Buffer.buffer(sealed)).mapEmpty();
    }

    /** What waits for receipt under a ticket, oldest first. */
    Future<List<UUID>> waiting(Tx tx, UUID eventId, Ticket ticket) {
        return tx.list(row -> row.getUUID("id"), SAME_TICKET, eventId, ticket.number());
    }

    /** What was received in a case beside its first handover. */
    Future<List<UUID>> joined(Tx tx, UUID eventId, UUID caseId) {
        return tx.list(row -> row.getUUID("id"), OF_CASE, eventId, caseId);
    }

    Future<Void> end(Tx tx, UUID eventId, UUID id, Ending ending) {
        return tx.update(
                        END,
                        eventId,
                        id,
                        ending.state().name(),
                        at(ending.at()),
                        ending.workerId(),
                        ending.reason(),
                        ending.sealedNote() == null ? null : Buffer.buffer(ending.sealedNote()),
                        ending.caseId())
                .mapEmpty();
    }

    /** How a handover ended. */
    record Ending(
            HandoverState state,
            Instant at,
            @Nullable UUID workerId,
            @Nullable String reason,
            byte @Nullable [] sealedNote,
            @Nullable UUID caseId) {

        static Ending withdrawn(Instant at, @Nullable String reason) {
            return new Ending(HandoverState.WITHDRAWN, at, null, reason, null, null);
        }
    }

    Future<Long> nextReceipt(Tx tx, UUID eventId) {
        return tx.query(NEXT_RECEIPT, eventId)
                .map(rows -> rows.iterator().next().getLong("next"));
    }

    Future<Void> keepReceipt(Tx tx, UUID eventId, UUID id, Handover.Receipt receipt) {
        return tx.update(
                        KEEP_RECEIPT,
                        eventId,
                        id,
                        receipt.number(),
                        Buffer.buffer(receipt.signed()),
                        Buffer.buffer(receipt.auditHead()))
                .mapEmpty();
    }

    private static Handover toHandover(Row row) {
        return new Handover(
                row.getUUID("id"),
                row.getUUID("device_id"),
                row.getString("referrer_id"),
                HandoverState.valueOf(row.getString("state")),
                new Ticket(
                        TicketColour.valueOf(row.getString("colour")),
                        TicketAnimal.valueOf(row.getString("animal")),
                        row.getInteger("number")),
                row.getBuffer("payload_hash").getBytes(),
                row.getOffsetDateTime("captured_at").toInstant(),
                row.getLong("clock_offset_ms"),
                row.getString("rules_version"),
                row.getOffsetDateTime("submitted_at").toInstant(),
                instant(row.getOffsetDateTime("ended_at")),
                row.getString("ended_by"),
                row.getString("decline_reason"),
                toReceipt(row),
                row.getUUID("replaced_by"),
                row.getUUID("case_id"));
    }

    private static Handover.@Nullable Receipt toReceipt(Row row) {
        String number = row.getString("receipt_number");
        return number == null
                ? null
                : new Handover.Receipt(
                        number,
                        row.getBuffer("receipt_signed").getBytes(),
                        row.getBuffer("audit_head").getBytes());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
