package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** The cases of an event. */
final class CaseRepository {
    private static final String INSERT = """
            INSERT INTO case_file
              (id, event_id, state, state_since, received_at, received_by, identity_sealed, safety_sealed)
            VALUES ($1, $2, $3, $4, $4, $5, $6, $7)""";
    private static final String FIND = """
            SELECT c.id, c.state, c.state_since, c.reason, c.received_at, w.display_name AS received_by,
              c.identity_sealed, c.safety_sealed, c.note_sealed, c.awaiting_since, c.fit, c.progress_sealed
            FROM case_file c JOIN worker w ON w.id = c.received_by
            WHERE c.event_id = $1 AND c.id = $2""";
    private static final String LOCK =
            "SELECT state, awaiting_since FROM case_file WHERE event_id = $1 AND id = $2 FOR UPDATE";
    private static final String FILL = """
            UPDATE case_file SET identity_sealed = $3, safety_sealed = $4, awaiting_since = NULL
            WHERE event_id = $1 AND id = $2""";
    private static final String EMPTY = """
            UPDATE case_file SET identity_sealed = NULL, safety_sealed = NULL, reason = NULL, note_sealed = NULL,
              awaiting_since = $3, fit = NULL, progress_sealed = NULL
            WHERE event_id = $1 AND id = $2""";
    private static final String CHANGE = """
            UPDATE case_file SET state = $3, state_since = $4, reason = $5, note_sealed = $6
            WHERE event_id = $1 AND id = $2""";
    private static final String END =
            "UPDATE case_file SET state = $3, state_since = $4 WHERE event_id = $1 AND id = $2";
    private static final String ERASE = """
            UPDATE case_file SET state = 'ERASED', state_since = $3, awaiting_since = NULL,
              identity_sealed = NULL, safety_sealed = NULL, note_sealed = NULL, progress_sealed = NULL
            WHERE event_id = $1 AND id = $2""";
    private static final String STAGE = "SELECT state, state_since FROM case_file WHERE event_id = $1 AND id = $2";
    private static final String FIT = "UPDATE case_file SET fit = $3 WHERE event_id = $1 AND id = $2";
    private static final String WHY = """
            UPDATE case_file SET reason = $3, note_sealed = $4 WHERE event_id = $1 AND id = $2""";
    private static final String PROGRESS = """
            UPDATE case_file SET progress_sealed = $3 WHERE event_id = $1 AND id = $2""";

    /** A case's row, its personal data still sealed. */
    record Stored(
            UUID id,
            CaseState state,
            Instant stateSince,
            @Nullable String reason,
            Instant receivedAt,
            String receivedBy,
            byte @Nullable [] identitySealed,
            byte @Nullable [] safetySealed,
            byte @Nullable [] noteSealed,
            boolean awaiting,
            @Nullable Boolean fit,
            byte @Nullable [] progressSealed) {}

    /** Where a case stands; {@code awaiting} when it lacks the juvenile that is really meant. */
    record Standing(CaseState state, boolean awaiting) {}

    Future<Void> insert(Tx tx, UUID eventId, UUID id, Instant now, UUID workerId, byte[] identity, byte[] safety) {
        return tx.update(
                        INSERT,
                        id,
                        eventId,
                        CaseState.OPENED.name(),
                        now.atOffset(ZoneOffset.UTC),
                        workerId,
                        Buffer.buffer(identity),
                        Buffer.buffer(safety))
                .mapEmpty();
    }

    Future<Optional<Stored>> find(Tx tx, UUID eventId, UUID id) {
        return tx.one(CaseRepository::toStored, FIND, eventId, id);
    }

    /** The state, which nobody else changes until this transaction ends. */
    Future<Optional<Standing>> standingForChange(Tx tx, UUID eventId, UUID id) {
        return tx.one(
                row -> new Standing(
                        CaseState.valueOf(row.getString("state")), row.getOffsetDateTime("awaiting_since") != null),
                LOCK,
                eventId,
                id);
    }

    Future<Void> change(
            Tx tx, UUID eventId, UUID id, CaseState next, Instant now, @Nullable String reason, @Nullable Buffer note) {
        return tx.update(CHANGE, eventId, id, next.name(), now.atOffset(ZoneOffset.UTC), reason, note)
                .mapEmpty();
    }

    /** As {@link #change}, but how the case ended before stays with it. */
    Future<Void> end(Tx tx, UUID eventId, UUID id, CaseState next, Instant now) {
        return tx.update(END, eventId, id, next.name(), now.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    /** Whatever is sealed in the row goes. */
    Future<Void> erase(Tx tx, UUID eventId, UUID id, Instant now) {
        return tx.update(ERASE, eventId, id, now.atOffset(ZoneOffset.UTC)).mapEmpty();
    }

    Future<Optional<CaseEnd.Stage>> stage(Tx tx, UUID eventId, UUID id) {
        return tx.one(
                row -> new CaseEnd.Stage(
                        CaseState.valueOf(row.getString("state")),
                        row.getOffsetDateTime("state_since").toInstant()),
                STAGE,
                eventId,
                id);
    }

    /** What the desk says of whether the juvenile can be spoken with; null when it says nothing. */
    Future<Void> fit(Tx tx, UUID eventId, UUID id, @Nullable Boolean fit) {
        return tx.update(FIT, eventId, id, fit).mapEmpty();
    }

    /** Why the case is in its state. */
    Future<Void> why(Tx tx, UUID eventId, UUID id, @Nullable String reason, @Nullable Buffer note) {
        return tx.update(WHY, eventId, id, reason, note).mapEmpty();
    }

    Future<Void> progress(Tx tx, UUID eventId, UUID id, byte[] progress) {
        return tx.update(PROGRESS, eventId, id, Buffer.buffer(progress)).mapEmpty();
    }

    Future<Void> fill(Tx tx, UUID eventId, UUID id, byte[] identity, byte[] safety) {
        return tx.update(FILL, eventId, id, Buffer.buffer(identity), Buffer.buffer(safety))
                .mapEmpty();
    }

    /** From now on the case waits for the juvenile that is really meant. */
    Future<Void> empty(Tx tx, UUID eventId, UUID id, Instant now) {
        return tx.update(EMPTY, eventId, id, now.atOffset(ZoneOffset.UTC)).mapEmpty();
    }

    private static byte @Nullable [] bytes(@Nullable Buffer buffer) {
        return buffer == null ? null : buffer.getBytes();
    }

    private static Stored toStored(Row row) {
        return new Stored(
                row.getUUID("id"),
                CaseState.valueOf(row.getString("state")),
                row.getOffsetDateTime("state_since").toInstant(),
                row.getString("reason"),
                row.getOffsetDateTime("received_at").toInstant(),
                row.getString("received_by"),
                bytes(row.getBuffer("identity_sealed")),
                bytes(row.getBuffer("safety_sealed")),
                bytes(row.getBuffer("note_sealed")),
                row.getOffsetDateTime("awaiting_since") != null,
                row.getBoolean("fit"),
                bytes(row.getBuffer("progress_sealed")));
    }
}
