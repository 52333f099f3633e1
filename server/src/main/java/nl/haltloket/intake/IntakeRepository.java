package nl.haltloket.intake;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The saved sections. */
final class IntakeRepository {
    private static final String VERSION = """
            SELECT version FROM intake_section WHERE case_id = $1 AND section = $2""";
    private static final String SAVE = """
            INSERT INTO intake_section (case_id, section, version, data_sealed, saved_at, saved_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (case_id, section) DO UPDATE SET version = excluded.version,
              data_sealed = excluded.data_sealed, saved_at = excluded.saved_at, saved_by = excluded.saved_by""";
    private static final String LIST = """
            SELECT section, version, data_sealed, saved_at FROM intake_section
            WHERE case_id = $1 ORDER BY section LIMIT 10""";

    private static final String MOVE = """
            UPDATE intake_section SET case_id = $3, data_sealed = $4 WHERE case_id = $1 AND section = $2""";

    /** A section's row, still sealed. */
    record Stored(Section section, int version, byte[] dataSealed, Instant savedAt) {}

    Future<Optional<Integer>> version(Tx tx, UUID caseId, Section section) {
        return tx.one(row -> row.getInteger("version"), VERSION, caseId, section.wire());
    }

    Future<Void> save(Tx tx, UUID caseId, Stored stored, UUID workerId) {
        return tx.update(
                        SAVE,
                        caseId,
                        stored.section().wire(),
                        stored.version(),
                        Buffer.buffer(stored.dataSealed()),
                        stored.savedAt().atOffset(ZoneOffset.UTC),
                        workerId)
                .mapEmpty();
    }

    Future<Void> move(Tx tx, UUID from, Section section, UUID to, byte[] sealed) {
        return tx.update(MOVE, from, section.wire(), to, Buffer.buffer(sealed)).mapEmpty();
    }

    Future<List<Stored>> list(Tx tx, UUID caseId) {
        return tx.list(IntakeRepository::toStored, LIST, caseId);
    }

    private static Stored toStored(Row row) {
        return new Stored(
                Section.of(row.getString("section")),
                row.getInteger("version"),
                row.getBuffer("data_sealed").getBytes(),
                row.getOffsetDateTime("saved_at").toInstant());
    }
}
