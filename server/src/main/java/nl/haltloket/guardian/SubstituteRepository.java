package nl.haltloket.guardian;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** Who comes instead of guardians who must not be contacted; one for each. */
final class SubstituteRepository {
    private static final String FIND = """
            SELECT s.who, s.named_at, n.display_name AS named_by, s.spoken_at, w.display_name AS spoken_by, s.details_sealed
            FROM guardian_substitute s
            LEFT JOIN worker n ON n.id = s.named_by LEFT JOIN worker w ON w.id = s.spoken_by
            WHERE s.guardian_id = $1""";
    private static final String SAVE = """
            INSERT INTO guardian_substitute (guardian_id, who, named_at, named_by, spoken_at, spoken_by, details_sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT (guardian_id) DO UPDATE
            SET who = EXCLUDED.who, named_at = EXCLUDED.named_at, named_by = EXCLUDED.named_by,
                spoken_at = EXCLUDED.spoken_at, spoken_by = EXCLUDED.spoken_by, details_sealed = EXCLUDED.details_sealed""";
    private static final String KEEP = "UPDATE guardian_substitute SET details_sealed = $2 WHERE guardian_id = $1";

    /** A row, its details still sealed. */
    record Stored(
            NewSubstitute.Who who,
            Instant namedAt,
            @Nullable String namedBy,
            @Nullable Instant spokenAt,
            @Nullable String spokenBy,
            byte[] detailsSealed) {}

    Future<Optional<Stored>> find(Tx tx, UUID guardianId) {
        return tx.one(
                row -> {
                    OffsetDateTime spokenAt = row.getOffsetDateTime("spoken_at");
                    return new Stored(
                            NewSubstitute.Who.valueOf(row.getString("who")),
                            row.getOffsetDateTime("named_at").toInstant(),
                            row.getString("named_by"),
                            spokenAt == null ? null : spokenAt.toInstant(),
                            row.getString("spoken_by"),
                            row.getBuffer("details_sealed").getBytes());
                },
                FIND,
                guardianId);
    }

    Future<Void> save(
            Tx tx,
            UUID guardianId,
            NewSubstitute.Who who,
            Instant now,
            @Nullable UUID workerId,
            boolean spoken,
            byte[] details) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return tx.update(
                        SAVE,
                        guardianId,
                        who.name(),
                        at,
                        workerId,
                        spoken ? at : null,
                        spoken ? workerId : null,
                        Buffer.buffer(details))
                .mapEmpty();
    }

    Future<Void> keep(Tx tx, UUID guardianId, byte[] details) {
        return tx.update(KEEP, guardianId, Buffer.buffer(details)).mapEmpty();
    }
}
