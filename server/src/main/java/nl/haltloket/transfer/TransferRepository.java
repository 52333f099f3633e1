package nl.haltloket.transfer;

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
import org.jspecify.annotations.Nullable;

/** Transfers and their steps. */
final class TransferRepository {
    private static final int BATCH_MAX = 5;
    private static final String UNDERWAY = "step IN ('ASSEMBLED', 'SEALED', 'SENT')";
    private static final String INSERT = """
            INSERT INTO transfer (id, event_id, case_id, purpose, receiver, receiver_name, replaces, step, assembled_at,
              assembled_by, content_sealed, due_at, confirmed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $9, $12)""";
    private static final String LIST = "SELECT * FROM transfer WHERE case_id = $1 ORDER BY assembled_at, id LIMIT 100";
    private static final String LOCK = "SELECT * FROM transfer WHERE id = $1 FOR UPDATE";
    private static final String CLAIM = """
            UPDATE transfer SET claimed_by = $2, claimed_until = $3 WHERE id IN (
              SELECT id FROM transfer
              WHERE %s AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
              ORDER BY due_at, id LIMIT %d FOR UPDATE SKIP LOCKED)
            RETURNING *""".formatted(UNDERWAY, BATCH_MAX);
    private static final String RELEASE_FORMER = "UPDATE transfer SET claimed_until = NULL WHERE claimed_by = $1";
    private static final String SEALED = """
            UPDATE transfer SET step = 'SEALED', sealed_at = $2, package = $3, package_sha256 = $4
            WHERE id = $1 AND step = 'ASSEMBLED'""";
    private static final String SENT = """
            UPDATE transfer SET step = 'SENT', sent_at = coalesce(sent_at, $2), receipt = $3,
              case_number = coalesce(case_number, $4)
            WHERE id = $1 AND step IN ('SEALED', 'SENT')""";
    private static final String CONFIRMED = """
            UPDATE transfer SET step = 'CONFIRMED', confirmed_at = $2, case_number = $3, problem = NULL,
              problem_status = 0, problem_at = NULL, claimed_until = NULL
            WHERE id = $1 AND step = 'SENT'""";
    private static final String FAILED = """
            UPDATE transfer SET problem = $2, problem_status = $3, problem_at = $4, attempts = attempts + 1, due_at = $5,
              receipt = NULL, claimed_until = NULL
            WHERE id = $1 AND %s""".formatted(UNDERWAY);
    private static final String CANCEL =
            "UPDATE transfer SET step = 'CANCELLED', claimed_until = NULL WHERE case_id = $1 AND " + UNDERWAY;
    private static final String CANCEL_ONE =
            "UPDATE transfer SET step = 'CANCELLED', claimed_until = NULL WHERE id = $1 AND " + UNDERWAY;
    private static final String HURRY =
            "UPDATE transfer SET due_at = $2 WHERE case_id = $1 AND due_at > $2 AND " + UNDERWAY;

    /** Texts of the case that are still on their way are let go first, but not for ever. */
    private static final String ERASABLE = """
            SELECT c.id FROM case_file c
            WHERE c.event_id = $1 AND c.state = 'TRANSFERRED' AND (c.state_since <= $2 OR NOT EXISTS (
              SELECT 1 FROM outbox o WHERE o.case_id = c.id AND o.state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT')
                AND o.expires_at > $3))
            ORDER BY c.state_since LIMIT 20""";

    /** A new one; {@code workerId} when a person asked for it. */
    Future<Void> insert(Tx tx, UUID eventId, Transfer transfer, @Nullable UUID workerId) {
        return tx.update(
                        INSERT,
                        transfer.id(),
                        eventId,
                        transfer.caseId(),
                        transfer.purpose().name(),
                        transfer.receiver(),
                        transfer.receiverName(),
                        transfer.replaces(),
                        transfer.step().name(),
                        utc(transfer.assembledAt()),
                        workerId,
                        buffer(transfer.contentSealed()),
                        transfer.confirmedAt() == null ? null : utc(transfer.confirmedAt()))
                .mapEmpty();
    }

    /** Of a case, oldest first. */
    Future<List<Transfer>> list(Tx tx, UUID caseId) {
        return tx.list(TransferRepository::toTransfer, LIST, caseId);
    }

    /** Nobody else changes it until this transaction ends. */
    Future<Optional<Transfer>> findForChange(Tx tx, UUID id) {
        return tx.one(TransferRepository::toTransfer, LOCK, id);
    }

    /** What is due and nobody works on; until then it is this node's. */
    Future<List<Transfer>> claim(Tx tx, Instant now, String node, Instant until) {
        return tx.list(TransferRepository::toTransfer, CLAIM, utc(now), node, utc(until));
    }

    /** What this node was at in a former life is free again. */
    Future<Integer> releaseFormer(Tx tx, String node) {
        return tx.update(RELEASE_FORMER, node);
    }

    Future<Void> sealed(Tx tx, UUID id, Instant now, byte[] packageBytes, byte[] hash) {
        return tx.update(SEALED, id, utc(now), Buffer.buffer(packageBytes), Buffer.buffer(hash))
                .mapEmpty();
    }

    /** The receiver has it; the receipt when it gave one, and its case number when it told. */
    Future<Void> sent(Tx tx, UUID id, Instant now, byte @Nullable [] receipt, @Nullable String caseNumber) {
        return tx.update(SENT, id, utc(now), buffer(receipt), caseNumber).mapEmpty();
    }

    Future<Void> confirmed(Tx tx, UUID id, Instant now, String caseNumber) {
        return tx.update(CONFIRMED, id, utc(now), caseNumber).mapEmpty();
    }

    /** It did not get through; a receipt that does not hold is not kept. */
    Future<Void> failed(Tx tx, UUID id, TransferProblem problem, int status, Instant now, Instant dueAt) {
        return tx.update(FAILED, id, problem.name(), status, utc(now), utc(dueAt))
                .mapEmpty();
    }

    /** Whatever of the case is underway is not sent any more. */
    Future<Integer> cancel(Tx tx, UUID caseId) {
        return tx.update(CANCEL, caseId);
    }

    /** This one is not sent any more. */
    Future<Integer> cancelOne(Tx tx, UUID id) {
        return tx.update(CANCEL_ONE, id);
    }

    /** What waits for its next try is tried now. */
    Future<Integer> hurry(Tx tx, UUID caseId, Instant now) {
        return tx.update(HURRY, caseId, utc(now));
    }

    /** Cases that are transferred and not erased yet. */
    Future<List<UUID>> erasable(Tx tx, UUID eventId, Instant transferredBefore, Instant now) {
        return tx.list(row -> row.getUUID("id"), ERASABLE, eventId, utc(transferredBefore), utc(now));
    }

    private static Transfer toTransfer(Row row) {
        String problem = row.getString("problem");
        return new Transfer(
                row.getUUID("id"),
                row.getUUID("case_id"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("receiver"),
                row.getString("receiver_name"),
                row.getUUID("replaces"),
                Transfer.Step.valueOf(row.getString("step")),
                row.getOffsetDateTime("assembled_at").toInstant(),
                bytes(row, "content_sealed"),
                instant(row, "sealed_at"),
                bytes(row, "package"),
                bytes(row, "package_sha256"),
                instant(row, "sent_at"),
                row.getString("case_number"),
                bytes(row, "receipt"),
                instant(row, "confirmed_at"),
                row.getInteger("attempts"),
                row.getOffsetDateTime("due_at").toInstant(),
                problem == null ? null : TransferProblem.valueOf(problem),
                row.getInteger("problem_status"),
                instant(row, "problem_at"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at == null ? null : at.toInstant();
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }

    private static @Nullable Buffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : Buffer.buffer(bytes);
    }
}
