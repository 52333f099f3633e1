package nl.haltloket.guardian;

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
import nl.haltloket.handover.HandoverContent.Relation;
import org.jspecify.annotations.Nullable;

/** The guardians of a case and every step in reaching them. */
final class GuardianRepository {
    /** With what was replaced; of those in use there are four at most. */
    static final int ROWS_MAX = 16;

    private static final String COLUMNS =
            "id, case_id, position, relation, state, state_at, call_before, details_sealed, replaces, replaced_at, replaced_reason";
    private static final String INSERT = """
            INSERT INTO guardian
              (id, case_id, position, state, state_at, relation, call_before, details_sealed, replaces)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)""";
    private static final String LIST = "SELECT " + COLUMNS
            + " FROM guardian WHERE case_id = $1 ORDER BY position, replaced_at DESC NULLS FIRST LIMIT " + ROWS_MAX;
    private static final String FIND = "SELECT " + COLUMNS + " FROM guardian WHERE id = $1 FOR UPDATE";
    private static final String CHANGE = """
            UPDATE guardian SET state = $2, state_at = $3, call_before = $4, details_sealed = $5, relation = $6
            WHERE id = $1""";
    private static final String REPLACE = "UPDATE guardian SET replaced_at = $2, replaced_reason = $3 WHERE id = $1";
    private static final String ADD_STEP = """
            INSERT INTO guardian_contact (id, guardian_id, at, state, worker_id, details_sealed)
            VALUES ($1, $2, $3, $4, $5, $6)""";
    private static final String ALL_STEPS = """
            SELECT c.id, c.at, c.state, c.details_sealed, w.display_name AS by
            FROM guardian_contact c LEFT JOIN worker w ON w.id = c.worker_id
            WHERE c.guardian_id = $1 ORDER BY c.at, c.id""";
    private static final String STEPS = ALL_STEPS + " LIMIT 100";
    private static final String MOVE = "UPDATE guardian SET case_id = $2, details_sealed = $3 WHERE id = $1";
    private static final String KEEP_STEP = "UPDATE guardian_contact SET details_sealed = $2 WHERE id = $1";

    /** A guardian's row, its details still sealed. */
    record Stored(
            UUID id,
            UUID caseId,
            int position,
            Relation relation,
            ContactState state,
            Instant stateAt,
            @Nullable Instant callBefore,
            byte[] detailsSealed,
            @Nullable UUID replaces,
            @Nullable Replaced replaced) {

        Stored changed(ContactState next, Instant at, @Nullable Instant newCallBefore) {
            return new Stored(
                    id, caseId, position, relation, next, at, newCallBefore, detailsSealed, replaces, replaced);
        }

        Stored withDetails(byte[] sealedDetails) {
            return with(relation, sealedDetails);
        }

        Stored with(Relation newRelation, byte[] sealedDetails) {
            return new Stored(
                    id, caseId, position, newRelation, state, stateAt, callBefore, sealedDetails, replaces, replaced);
        }
    }

    /** When and why another contact took the place of this one. */
    record Replaced(Instant at, String reason) {}

    /** A step's row, its details still sealed. */
    record StoredStep(
            UUID id,
            Instant at,
            ContactState state,
            @Nullable String by,
            byte @Nullable [] detailsSealed) {}

    Future<Void> insert(Tx tx, Stored guardian) {
        return tx.update(
                        INSERT,
                        guardian.id(),
                        guardian.caseId(),
                        guardian.position(),
                        guardian.state().name(),
                        at(guardian.stateAt()),
                        guardian.relation().name(),
                        guardian.callBefore() == null ? null : at(guardian.callBefore()),
                        Buffer.buffer(guardian.detailsSealed()),
                        guardian.replaces())
                .mapEmpty();
    }

    /** Every row of a case, those that were replaced too. */
    Future<List<Stored>> list(Tx tx, UUID caseId) {
        return tx.list(GuardianRepository::toStored, LIST, caseId);
    }

    /** Nobody else changes it until this transaction ends. */
    Future<Optional<Stored>> findForChange(Tx tx, UUID id) {
        return tx.one(GuardianRepository::toStored, FIND, id);
    }

    Future<Void> change(Tx tx, Stored guardian) {
        return tx.update(
                        CHANGE,
                        guardian.id(),
                        guardian.state().name(),
                        at(guardian.stateAt()),
                        guardian.callBefore() == null ? null : at(guardian.callBefore()),
                        Buffer.buffer(guardian.detailsSealed()),
                        guardian.relation().name())
                .mapEmpty();
    }

    Future<Void> replace(Tx tx, UUID id, Instant now, String reason) {
        return tx.update(REPLACE, id, at(now), reason).mapEmpty();
    }

    Future<Void> addStep(
            Tx tx,
            UUID id,
            UUID guardianId,
            Instant at,
            ContactState state,
            @Nullable UUID workerId,
            byte @Nullable [] details) {
        return tx.update(
                        ADD_STEP,
                        id,
                        guardianId,
                        at(at),
                        state.name(),
                        workerId,
                        details == null ? null : Buffer.buffer(details))
                .mapEmpty();
    }

    /** Every sealed step of a guardian, however many. */
    Future<List<StoredStep>> allSteps(Tx tx, UUID guardianId) {
        return tx.list(GuardianRepository::toStep, ALL_STEPS, guardianId);
    }

    Future<Void> move(Tx tx, UUID id, UUID toCase, byte[] details) {
        return tx.update(MOVE, id, toCase, Buffer.buffer(details)).mapEmpty();
    }

    Future<Void> keepStep(Tx tx, UUID id, byte[] details) {
        return tx.update(KEEP_STEP, id, Buffer.buffer(details)).mapEmpty();
    }

    Future<List<StoredStep>> steps(Tx tx, UUID guardianId) {
        return tx.list(GuardianRepository::toStep, STEPS, guardianId);
    }

    private static Stored toStored(Row row) {
        OffsetDateTime callBefore = row.getOffsetDateTime("call_before");
        return new Stored(
                row.getUUID("id"),
                row.getUUID("case_id"),
                row.getInteger("position"),
                Relation.valueOf(row.getString("relation")),
                ContactState.valueOf(row.getString("state")),
                row.getOffsetDateTime("state_at").toInstant(),
                callBefore == null ? null : callBefore.toInstant(),
                row.getBuffer("details_sealed").getBytes(),
                row.getUUID("replaces"),
                toReplaced(row));
    }

    private static @Nullable Replaced toReplaced(Row row) {
        OffsetDateTime at = row.getOffsetDateTime("replaced_at");
        return at == null ? null : new Replaced(at.toInstant(), row.getString("replaced_reason"));
    }

    private static StoredStep toStep(Row row) {
        Buffer details = row.getBuffer("details_sealed");
        return new StoredStep(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                ContactState.valueOf(row.getString("state")),
                row.getString("by"),
                details == null ? null : details.getBytes());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
