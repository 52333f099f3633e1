package nl.haltloket.reply;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The texts that came in. */
final class ReplyRepository {
    /** No join: who waited for a row to be decided would get the new row with the worker that it did not have before. */
    private static final String COLUMNS = """
            SELECT r.id, r.state, r.cause, r.case_id, r.suggested, r.body_sealed, r.at, r.asked_at, r.decided_at,
              (SELECT w.display_name FROM worker w WHERE w.id = r.decided_by) AS decided_by, r.reason, r.read_at
            FROM reply r
            """;

    private static final String WAIT_FOR_SAME = "SELECT pg_advisory_xact_lock(hashtextextended(encode($1, 'hex'), 15))";
    private static final String IS_KEPT = """
            SELECT EXISTS (SELECT 1 FROM reply WHERE (gateway = $1 AND provider_id = $2) OR double_match = $3)""";
    private static final String INSERT = """
            INSERT INTO reply (id, event_id, gateway, provider_id, double_match, number_match, state, cause, case_id,
                               suggested, body_sealed, at, asked_at, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, CASE WHEN $9::uuid IS NOT NULL THEN $12::timestamptz END)
            ON CONFLICT DO NOTHING""";
    private static final String ASKED = "SELECT count(*) FROM reply WHERE number_match = $1 AND asked_at > $2";
    private static final String ASKED_ABOUT = COLUMNS + """
            WHERE r.number_match = $1 AND r.asked_at > $2 AND r.state = 'TRIAGE' AND $3 = ANY(r.suggested)
            ORDER BY r.at LIMIT 10 FOR NO KEY UPDATE OF r""";
    private static final String WAITING = "SELECT count(*) FROM reply WHERE event_id = $1 AND state = 'TRIAGE'";
    private static final String ALIKE = """
            SELECT r.id, (SELECT count(*) FROM reply a WHERE a.number_match = r.number_match AND a.event_id = r.event_id
                AND a.state = 'TRIAGE' AND a.id <> r.id) AS alike
            FROM reply r WHERE r.id = ANY($1)""";
    private static final String DISMISS_ALIKE = """
            UPDATE reply SET state = 'DISMISSED', decided_at = $2, decided_by = $3, reason = $4
            WHERE id IN (SELECT a.id FROM reply a JOIN reply r ON r.number_match = a.number_match AND r.event_id = a.event_id
              WHERE r.id = $1 AND a.id <> r.id AND a.state = 'TRIAGE'
              ORDER BY a.id LIMIT 1000 FOR NO KEY UPDATE OF a SKIP LOCKED)
            RETURNING id""";
    private static final String RETURN_ALIKE = """
            UPDATE reply SET state = 'TRIAGE', cause = 'TAKEN_BACK', decided_at = NULL, decided_by = NULL, reason = NULL
            WHERE id IN (SELECT a.id FROM reply a JOIN reply r ON r.number_match = a.number_match AND r.event_id = a.event_id
                AND r.decided_at = a.decided_at AND r.decided_by = a.decided_by
              WHERE r.id = $1 AND a.id <> r.id AND r.state = 'DISMISSED' AND a.state = 'DISMISSED'
              ORDER BY a.id LIMIT 1000 FOR NO KEY UPDATE OF a SKIP LOCKED)
            RETURNING id""";
    private static final String TRIAGE = COLUMNS + """
            WHERE r.event_id = $1 AND r.state = 'TRIAGE' ORDER BY r.at, r.id LIMIT 50""";
    private static final String DISMISSED = COLUMNS + """
            WHERE r.event_id = $1 AND r.state = 'DISMISSED' AND r.decided_at > $2
            ORDER BY r.decided_at DESC, r.id LIMIT 20""";
    private static final String FIND = COLUMNS + "WHERE r.event_id = $1 AND r.id = $2";
    private static final String FIND_FOR_CHANGE = FIND + " FOR NO KEY UPDATE OF r";
    private static final String OF_CASE = "SELECT * FROM (" + COLUMNS
            + "WHERE r.case_id = $1 ORDER BY r.at DESC, r.id DESC LIMIT 100) newest ORDER BY at, id";
    private static final String ALL_OF_CASE =
            "SELECT id, body_sealed FROM reply WHERE case_id = $1 ORDER BY id FOR NO KEY UPDATE";
    private static final String DECIDE = """
            UPDATE reply SET state = $2, cause = $3, case_id = $4, body_sealed = $5, decided_at = $6, decided_by = $7,
              reason = $8, read_at = $9
            WHERE id = $1""";
    private static final String MOVE = "UPDATE reply SET case_id = $2, body_sealed = $3 WHERE id = $1";
    private static final String SUGGEST_OTHER =
            "UPDATE reply SET suggested = array_replace(suggested, $1, $2) WHERE $1 = ANY(suggested)";
    private static final String READ =
            "UPDATE reply SET read_at = $3 WHERE case_id = $1 AND id = ANY($2) AND read_at IS NULL";
    private static final String FORGET =
            "UPDATE reply SET number_match = NULL, double_match = NULL, provider_id = NULL" + " WHERE case_id = $1";

    /** A row, its sender and words still sealed. {@code decidedBy} is the name of a worker. */
    record Stored(
            UUID id,
            ReplyState state,
            Cause cause,
            @Nullable UUID caseId,
            List<UUID> suggested,
            byte[] sealed,
            Instant at,
            boolean asked,
            @Nullable Instant decidedAt,
            @Nullable String decidedBy,
            @Nullable String reason,
            @Nullable Instant readAt) {}

    /** How the same text is known again: by the provider's id, else by its own mark; and its number. */
    record Marks(String gateway, @Nullable String providerId, byte @Nullable [] doubleMatch, byte[] numberMatch) {}

    /** What becomes of a row. */
    record Decision(
            ReplyState state,
            Cause cause,
            @Nullable UUID caseId,
            byte[] sealed,
            @Nullable Instant at,
            @Nullable UUID workerId,
            @Nullable String reason,
            @Nullable Instant readAt) {}

    /** What is sealed of a row. */
    record Sealed(UUID id, byte[] body) {}

    /** Until the transaction ends nobody else keeps a text of this number. */
    Future<Void> waitForSame(Tx tx, Marks marks) {
        return tx.query(WAIT_FOR_SAME, Buffer.buffer(marks.numberMatch())).mapEmpty();
    }

    Future<Boolean> isKept(Tx tx, Marks marks) {
        return tx.one(row -> row.getBoolean(0), IS_KEPT, marks.gateway(), marks.providerId(), mark(marks))
                .map(found -> found.orElse(false));
    }

    /** False when the same text was kept at the same moment. {@code asked}: when the sender was asked, if at all. */
    Future<Boolean> insert(
            Tx tx,
            UUID eventId,
            UUID id,
            Marks marks,
            Match match,
            byte[] sealed,
            Instant at,
            @Nullable Instant asked) {
        return tx.update(
                        INSERT,
                        id,
                        eventId,
                        marks.gateway(),
                        marks.providerId(),
                        mark(marks),
                        Buffer.buffer(marks.numberMatch()),
                        (match.caseId() == null ? ReplyState.TRIAGE : ReplyState.LINKED).name(),
                        match.cause().name(),
                        match.caseId(),
                        match.suggested().toArray(UUID[]::new),
                        Buffer.buffer(sealed),
                        utc(at),
                        utc(asked))
                .map(count -> count == 1);
    }

    /** How many texts went to this number by themselves since then. */
    Future<Long> asked(Tx tx, byte[] numberMatch, Instant since) {
        return tx.one(row -> row.getLong(0), ASKED, Buffer.buffer(numberMatch), utc(since))
                .map(found -> found.orElse(0L));
    }

    /** What still waits of a number that was asked since then whether this case is meant. */
    Future<List<Stored>> askedAbout(Tx tx, byte[] numberMatch, Instant since, UUID caseId) {
        return tx.list(ReplyRepository::toStored, ASKED_ABOUT, Buffer.buffer(numberMatch), utc(since), caseId);
    }

    /** The longest waiting first. */
    Future<List<Stored>> triage(Tx tx, UUID eventId) {
        return tx.list(ReplyRepository::toStored, TRIAGE, eventId);
    }

    /** All that wait, also those that {@link #triage} leaves out. */
    Future<Long> waiting(Tx tx, UUID eventId) {
        return tx.one(row -> row.getLong(0), WAITING, eventId).map(found -> found.orElse(0L));
    }

    /** How many others of the same number wait, by reply. */
    Future<Map<UUID, Long>> alike(Tx tx, List<UUID> ids) {
        return tx.list(row -> Map.entry(row.getUUID("id"), row.getLong("alike")), ALIKE, (Object)
                        ids.toArray(UUID[]::new))
                .map(all -> all.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Puts aside the others of the same number that wait, at most 1000; gives which. */
    Future<List<UUID>> dismissAlike(Tx tx, UUID id, Instant at, UUID workerId, String reason) {
        return tx.list(row -> row.getUUID("id"), DISMISS_ALIKE, id, utc(at), workerId, reason);
    }

    /** Takes back the others of the same number that were put aside together with this one; gives which. */
    Future<List<UUID>> returnAlike(Tx tx, UUID id) {
        return tx.list(row -> row.getUUID("id"), RETURN_ALIKE, id);
    }

    Future<List<Stored>> dismissed(Tx tx, UUID eventId, Instant since) {
        return tx.list(ReplyRepository::toStored, DISMISSED, eventId, utc(since));
    }

    Future<Optional<Stored>> find(Tx tx, UUID eventId, UUID id) {
        return tx.one(ReplyRepository::toStored, FIND, eventId, id);
    }

    /** Nobody else changes it until this transaction ends. */
    Future<Optional<Stored>> findForChange(Tx tx, UUID eventId, UUID id) {
        return tx.one(ReplyRepository::toStored, FIND_FOR_CHANGE, eventId, id);
    }

    Future<List<Stored>> ofCase(Tx tx, UUID caseId) {
        return tx.list(ReplyRepository::toStored, OF_CASE, caseId);
    }

    Future<List<Sealed>> allOfCase(Tx tx, UUID caseId) {
        return tx.list(
                row -> new Sealed(
                        row.getUUID("id"), row.getBuffer("body_sealed").getBytes()),
                ALL_OF_CASE,
                caseId);
    }

    Future<Void> decide(Tx tx, UUID id, Decision decision) {
        return tx.update(
                        DECIDE,
                        id,
                        decision.state().name(),
                        decision.cause().name(),
                        decision.caseId(),
                        Buffer.buffer(decision.sealed()),
                        utc(decision.at()),
                        decision.workerId(),
                        decision.reason(),
                        utc(decision.readAt()))
                .mapEmpty();
    }

    Future<Void> move(Tx tx, UUID id, UUID toCase, byte[] sealed) {
        return tx.update(MOVE, id, toCase, Buffer.buffer(sealed)).mapEmpty();
    }

    /** Where one case was suggested, another one is. */
    Future<Void> suggestOther(Tx tx, UUID caseId, UUID other) {
        return tx.update(SUGGEST_OTHER, caseId, other).mapEmpty();
    }

    /** Gives how many of these of the case were not read before. */
    Future<Integer> read(Tx tx, UUID caseId, List<UUID> ids, Instant now) {
        return tx.update(READ, caseId, ids.toArray(UUID[]::new), utc(now));
    }

    Future<Void> forget(Tx tx, UUID caseId) {
        return tx.update(FORGET, caseId).mapEmpty();
    }

    private static @Nullable Buffer mark(Marks marks) {
        byte[] mark = marks.doubleMatch();
        return mark == null ? null : Buffer.buffer(mark);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static Stored toStored(Row row) {
        return new Stored(
                row.getUUID("id"),
                ReplyState.valueOf(row.getString("state")),
                Cause.valueOf(row.getString("cause")),
                row.getUUID("case_id"),
                Arrays.asList(row.getArrayOfUUIDs("suggested")),
                row.getBuffer("body_sealed").getBytes(),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("asked_at") != null,
                instant(row.getOffsetDateTime("decided_at")),
                row.getString("decided_by"),
                row.getString("reason"),
                instant(row.getOffsetDateTime("read_at")));
    }
}
