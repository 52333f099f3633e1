package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Who calls whom now. */
final class ClaimRepository {
    private static final String FIND = """
            SELECT k.worker_id, k.until, w.display_name AS by
            FROM call_claim k JOIN worker w ON w.id = k.worker_id
            WHERE k.guardian_id = $1 AND k.until > $2""";
    private static final String SAVE = """
            INSERT INTO call_claim (guardian_id, worker_id, at, until) VALUES ($1, $2, $3, $4)
            ON CONFLICT (guardian_id) DO UPDATE
            SET worker_id = EXCLUDED.worker_id, at = EXCLUDED.at, until = EXCLUDED.until""";
    private static final String DROP = "DELETE FROM call_claim WHERE guardian_id = $1";

    /** A claim with the id of whoever has it. */
    record Held(UUID workerId, CallClaim claim) {}

    /** The claim that holds at this moment. */
    Future<Optional<Held>> find(Tx tx, UUID guardianId, Instant now) {
        return tx.one(
                row -> new Held(
                        row.getUUID("worker_id"),
                        new CallClaim(
                                row.getString("by"),
                                row.getOffsetDateTime("until").toInstant())),
                FIND,
                guardianId,
                now.atOffset(ZoneOffset.UTC));
    }

    Future<Void> save(Tx tx, UUID guardianId, UUID workerId, Instant now, Instant until) {
        return tx.update(SAVE, guardianId, workerId, now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    Future<Void> drop(Tx tx, UUID guardianId) {
        return tx.update(DROP, guardianId).mapEmpty();
    }
}
