package nl.haltloket.care;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The parts of the care records. */
final class CareRepository {
    private static final String VERSION = "SELECT version FROM care_part WHERE case_id = $1 AND part = $2";
    private static final String SAVE = """
            INSERT INTO care_part (case_id, part, version, data_sealed, saved_at, saved_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (case_id, part) DO UPDATE SET version = excluded.version,
              data_sealed = excluded.data_sealed, saved_at = excluded.saved_at, saved_by = excluded.saved_by""";
    private static final String LIST = """
            SELECT p.part, p.version, p.data_sealed, p.saved_at, w.display_name AS saved_by
            FROM care_part p JOIN worker w ON w.id = p.saved_by WHERE p.case_id = $1 ORDER BY p.part LIMIT 10""";
    private static final String MOVE =
            "UPDATE care_part SET case_id = $3, data_sealed = $4 WHERE case_id = $1 AND part = $2";

    /** A part's row, still sealed. */
    record Stored(CarePart part, int version, byte[] dataSealed, Instant savedAt, String savedBy) {}

    Future<Optional<Integer>> version(Tx tx, UUID caseId, CarePart part) {
        return tx.one(row -> row.getInteger("version"), VERSION, caseId, part.wire());
    }

    Future<Void> save(Tx tx, UUID caseId, CarePart part, int version, byte[] sealed, Instant at, UUID workerId) {
        return tx.update(
                        SAVE,
                        caseId,
                        part.wire(),
                        version,
                        Buffer.buffer(sealed),
                        at.atOffset(ZoneOffset.UTC),
                        workerId)
                .mapEmpty();
    }

    Future<List<Stored>> list(Tx tx, UUID caseId) {
        return tx.list(CareRepository::toStored, LIST, caseId);
    }

    Future<Void> move(Tx tx, UUID from, CarePart part, UUID to, byte[] sealed) {
        return tx.update(MOVE, from, part.wire(), to, Buffer.buffer(sealed)).mapEmpty();
    }

    private static Stored toStored(Row row) {
        return new Stored(
                CarePart.of(row.getString("part")),
                row.getInteger("version"),
                row.getBuffer("data_sealed").getBytes(),
                row.getOffsetDateTime("saved_at").toInstant(),
                row.getString("saved_by"));
    }
}
