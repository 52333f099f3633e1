package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The tables {@code outbox} and {@code outbox_cancel}. */
final class OutboxRepository {
    private static final String INSERT = """
            INSERT INTO outbox (id, case_id, callback_key, priority, body_sealed, number_match, parts,
                                state, state_at, enqueued_at, due_at, expires_at,
                                template, template_language, template_version, abroad)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 'QUEUED', $8, $8, $8, $9, $10, $11, $12, $13)
            """;
    private static final String CANCEL = """
            INSERT INTO outbox_cancel (message_id, at)
            SELECT id, $2 FROM outbox
            WHERE callback_key = $1 AND state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT')
            ON CONFLICT DO NOTHING
            """;
    private static final String BLOCK = """
            WITH mark AS (
              INSERT INTO do_not_contact (case_id, number_match, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING)
            INSERT INTO outbox_cancel (message_id, at)
            SELECT id, $3 FROM outbox
            WHERE number_match = $2 AND state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT')
            ON CONFLICT DO NOTHING
            """;
    private static final String IS_BLOCKED = "SELECT EXISTS (SELECT 1 FROM do_not_contact WHERE number_match = $1)";
    private static final String IS_TOLD = """
            SELECT EXISTS (SELECT 1 FROM outbox o
              WHERE o.case_id = $1 AND o.number_match = $2 AND o.state <> 'CANCELLED'
                AND NOT EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = o.id))
            """;
    private static final String MOVE_BLOCKS = "UPDATE do_not_contact SET case_id = $2 WHERE case_id = $1";
    private static final String UNBLOCK = "DELETE FROM do_not_contact WHERE case_id = $1";
    private static final String COLUMNS = """
            SELECT o.id, o.case_id, o.callback_key, o.priority, o.body_sealed, o.state, o.state_at, o.due_at,
                   o.expires_at, o.attempts, o.doubts, o.possible_double, o.last_gateway, o.refused_by, o.code,
                   EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = o.id)
                   OR EXISTS (SELECT 1 FROM do_not_contact d WHERE d.number_match = o.number_match) AS cancelled
            FROM outbox o
            """;
    /**
     * What has ended, and what is due and can go: some gateway that has room has not refused it, and nothing else to its
     * number is under way, in doubt or due before it.
     */
    private static final String OPEN = COLUMNS + """
            WHERE o.state IN ('QUEUED', 'IN_DOUBT')
              AND (o.expires_at <= $1 OR EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = o.id)
                OR (o.due_at <= $1
                  AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS g WHERE g <> ALL (o.refused_by))
                  AND NOT EXISTS (
                    SELECT 1 FROM outbox u
                    WHERE u.number_match = o.number_match AND u.id <> o.id
                      AND u.state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT')
                      AND (u.state = 'CLAIMED' OR (u.state = 'IN_DOUBT' AND o.state = 'QUEUED')
                        OR (u.state = o.state AND u.due_at <= $1 AND u.expires_at > $1
                          AND (-u.priority, u.due_at, u.id) < (-o.priority, o.due_at, o.id)
                          AND NOT EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = u.id))))))
            ORDER BY o.priority DESC, o.due_at
            LIMIT $3
            FOR NO KEY UPDATE OF o SKIP LOCKED
            """;

    private static final String LOST = COLUMNS + """
            WHERE o.state = 'CLAIMED' AND o.state_at <= $1
            ORDER BY o.state_at
            LIMIT $2
            FOR NO KEY UPDATE OF o SKIP LOCKED
            """;
    private static final String IS_ANY_LOST =
            "SELECT EXISTS (SELECT 1 FROM outbox WHERE state = 'CLAIMED' AND state_at <= $1)";
    private static final String CLAIMED_BY = COLUMNS + """
            WHERE o.state = 'CLAIMED' AND o.claimed_by = $1
            ORDER BY o.state_at
            LIMIT $2
            FOR NO KEY UPDATE OF o SKIP LOCKED
            """;
    private static final String FIND = COLUMNS + "WHERE o.id = $1 FOR NO KEY UPDATE OF o";
    private static final String BODIES = "SELECT id, body_sealed FROM outbox WHERE case_id = $1 ORDER BY id FOR UPDATE";
    private static final String MOVE = "UPDATE outbox SET case_id = $2, body_sealed = $3 WHERE id = $1";
    private static final String LEFT = """
            SELECT o.id, o.body_sealed, o.state, o.state_at, o.template, o.template_language, o.template_version,
                   EXISTS (SELECT 1 FROM outbox_cancel c WHERE c.message_id = o.id)
                   OR EXISTS (SELECT 1 FROM do_not_contact d WHERE d.number_match = o.number_match) AS cancelled
            FROM outbox o WHERE o.callback_key = $1 ORDER BY o.enqueued_at, o.id LIMIT 20
            """;
    private static final String IN_DOUBT_FOR = COLUMNS + """
            WHERE o.state = 'IN_DOUBT' AND o.number_match = $1 AND o.last_gateway = $2 AND o.parts = 1
            ORDER BY o.state_at
            LIMIT 1
            FOR NO KEY UPDATE OF o
            """;
    private static final String SAVE = """
            UPDATE outbox
            SET state = $2, state_at = $3, due_at = $4, attempts = $5, possible_double = $6, code = $7,
                claimed_by = CASE WHEN $2 = 'CLAIMED' THEN $8 END, doubts = $9, last_gateway = $10, refused_by = $11
            WHERE id = $1
            """;
    private static final String FORGET_NUMBERS = "UPDATE outbox SET number_match = NULL WHERE case_id = $1";

    Future<Void> insert(Tx tx, Message message, byte[] sealed, byte[] numberMatch, Instant now) {
        TextSource source = message.source();
        return tx.update(
                        INSERT,
                        message.id(),
                        message.caseId(),
                        message.callbackKey(),
                        message.priority(),
                        Buffer.buffer(sealed),
                        Buffer.buffer(numberMatch),
                        SmsText.parts(message.text()),
                        utc(now),
                        utc(message.expiresAt()),
                        source == null ? null : source.template(),
                        source == null ? null : source.language(),
                        source == null ? null : source.version(),
                        PhoneNumber.isAbroad(message.number()))
                .mapEmpty();
    }

    Future<Integer> cancel(Tx tx, String callbackKey, Instant now) {
        return tx.update(CANCEL, callbackKey, utc(now));
    }

    /** Gives how many waiting messages are taken back by it. */
    Future<Integer> block(Tx tx, UUID caseId, byte[] numberMatch, Instant now) {
        return tx.update(BLOCK, caseId, Buffer.buffer(numberMatch), utc(now));
    }

    Future<Boolean> isBlocked(Tx tx, byte[] numberMatch) {
        return tx.one(row -> row.getBoolean(0), IS_BLOCKED, Buffer.buffer(numberMatch))
                .map(found -> found.orElse(false));
    }

    Future<Void> unblock(Tx tx, UUID caseId) {
        return tx.update(UNBLOCK, caseId).mapEmpty();
    }

    Future<Boolean> isTold(Tx tx, UUID caseId, byte[] numberMatch) {
        return tx.one(row -> row.getBoolean(0), IS_TOLD, caseId, Buffer.buffer(numberMatch))
                .map(found -> found.orElse(false));
    }

    /** Marks of one case stand with another one from now on. */
    Future<Void> moveBlocks(Tx tx, UUID fromCase, UUID toCase) {
        return tx.update(MOVE_BLOCKS, fromCase, toCase).mapEmpty();
    }

    /** A message's number and text, sealed. */
    record Body(UUID id, byte[] sealed) {}

    /** All of a case; whoever sends one of them waits, or is waited for. */
    Future<List<Body>> bodies(Tx tx, UUID caseId) {
        return tx.list(
                row -> new Body(row.getUUID("id"), row.getBuffer("body_sealed").getBytes()), BODIES, caseId);
    }

    Future<Void> move(Tx tx, UUID id, UUID toCase, byte[] sealed) {
        return tx.update(MOVE, id, toCase, Buffer.buffer(sealed)).mapEmpty();
    }

    /** A message as its sender finds it again, number and text still sealed. */
    record Left(
            UUID id,
            byte[] sealed,
            MessageState state,
            Instant at,
            boolean cancelled,
            @Nullable TextSource source) {}

    Future<List<Left>> left(Tx tx, String callbackKey) {
        return tx.list(OutboxRepository::toLeft, LEFT, callbackKey);
    }

    /** @param usable gateways that have room; with none, only what has ended is found */
    Future<List<OutboxRow>> open(Tx tx, Instant now, List<String> usable, int limit) {
        return tx.list(OutboxRepository::toRow, OPEN, utc(now), usable.toArray(String[]::new), limit);
    }

    Future<Boolean> isAnyLost(Tx tx, Instant now, Duration lease) {
        return tx.one(row -> row.getBoolean(0), IS_ANY_LOST, utc(now.minus(lease)))
                .map(found -> found.orElse(false));
    }

    Future<List<OutboxRow>> lost(Tx tx, Instant now, Duration lease, int limit) {
        return tx.list(OutboxRepository::toRow, LOST, utc(now.minus(lease)), limit);
    }

    Future<List<OutboxRow>> claimedBy(Tx tx, String node, int limit) {
        return tx.list(OutboxRepository::toRow, CLAIMED_BY, node, limit);
    }

    Future<Optional<OutboxRow>> find(Tx tx, UUID id) {
        return tx.one(OutboxRepository::toRow, FIND, id);
    }

    Future<Optional<OutboxRow>> inDoubtFor(Tx tx, byte[] numberMatch, String gateway) {
        return tx.one(OutboxRepository::toRow, IN_DOUBT_FOR, Buffer.buffer(numberMatch), gateway);
    }

    Future<Void> save(Tx tx, OutboxRow row, String node) {
        return tx.update(
                        SAVE,
                        row.id(),
                        row.state().name(),
                        utc(row.stateAt()),
                        utc(row.dueAt()),
                        row.tries().attempts(),
                        row.tries().possibleDouble(),
                        row.code(),
                        node,
                        row.tries().doubts(),
                        row.tries().lastGateway(),
                        row.tries().refusedBy().toArray(String[]::new))
                .mapEmpty();
    }

    Future<Void> forgetNumbers(Tx tx, UUID caseId) {
        return tx.update(FORGET_NUMBERS, caseId).mapEmpty();
    }

    private static Left toLeft(Row row) {
        String template = row.getString("template");
        return new Left(
                row.getUUID("id"),
                row.getBuffer("body_sealed").getBytes(),
                MessageState.valueOf(row.getString("state")),
                row.getOffsetDateTime("state_at").toInstant(),
                row.getBoolean("cancelled"),
                template == null
                        ? null
                        : new TextSource(
                                template, row.getString("template_language"), row.getInteger("template_version")));
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static OutboxRow toRow(Row row) {
        return new OutboxRow(
                row.getUUID("id"),
                row.getUUID("case_id"),
                row.getString("callback_key"),
                row.getInteger("priority"),
                row.getBuffer("body_sealed"),
                MessageState.valueOf(row.getString("state")),
                row.getOffsetDateTime("state_at").toInstant(),
                row.getOffsetDateTime("due_at").toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                new Tries(
                        row.getInteger("attempts"),
                        row.getInteger("doubts"),
                        row.getBoolean("possible_double"),
                        row.getString("last_gateway"),
                        List.of(row.getArrayOfStrings("refused_by"))),
                row.getString("code"),
                row.getBoolean("cancelled"));
    }
}
