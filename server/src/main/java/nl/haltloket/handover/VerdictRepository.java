package nl.haltloket.handover;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.eligibility.Verdict;

/** The verdicts on handovers, row. */
final class VerdictRepository {
    private static final String INSERT = """
            INSERT INTO verdict
              (handover_id, sequence, cause, at, rules_version, offences_version, verdict_sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7)""";
    private static final String NEXT =
            "SELECT coalesce(max(sequence), 0) + 1 AS next FROM verdict WHERE handover_id = $1";
    private static final String LATEST = """
            SELECT sequence, cause, at, verdict_sealed FROM verdict WHERE handover_id = $1
            ORDER BY sequence DESC LIMIT 1""";
    private static final String ALL = """
            SELECT sequence, cause, at, verdict_sealed FROM verdict WHERE handover_id = $1
            ORDER BY sequence LIMIT 1000""";
    private static final String RESEAL =
            "UPDATE verdict SET verdict_sealed = $3 WHERE handover_id = $1 AND sequence = $2";
    private static final String FORGET = "DELETE FROM verdict WHERE handover_id = $1 AND sequence > 1";

    /** A row, still row. */
    record Sealed(int sequence, VerdictCause cause, Instant at, byte[] bytes) {}

    Future<Integer> next(Tx tx, UUID handoverId) {
        return tx.query(NEXT, handoverId).map(rows -> rows.iterator().next().getInteger("next"));
    }

    Future<Void> insert(Tx tx, UUID handoverId, Sealed row, Verdict verdict) {
        return tx.update(
                        INSERT,
                        handoverId,
                        row.sequence(),
                        row.cause().name(),
                        row.at().atOffset(ZoneOffset.UTC),
                        verdict.rules(),
                        verdict.offences(),
                        Buffer.buffer(row.bytes()))
                .mapEmpty();
    }

    Future<Optional<Sealed>> latest(Tx tx, UUID handoverId) {
        return tx.one(VerdictRepository::toSealed, LATEST, handoverId);
    }

    Future<List<Sealed>> all(Tx tx, UUID handoverId) {
        return tx.list(VerdictRepository::toSealed, ALL, handoverId);
    }

    Future<Void> reseal(Tx tx, UUID handoverId, int sequence, byte[] bytes) {
        return tx.update(RESEAL, handoverId, sequence, Buffer.buffer(bytes)).mapEmpty();
    }

    /** All but the first, which rests on the referrer's words alone. */
    Future<Void> forget(Tx tx, UUID handoverId) {
        return tx.update(FORGET, handoverId).mapEmpty();
    }

    private static Sealed toSealed(Row row) {
        return new Sealed(
                row.getInteger("sequence"),
                VerdictCause.valueOf(row.getString("cause")),
                row.getOffsetDateTime("at").toInstant(),
                row.getBuffer("verdict_sealed").getBytes());
    }
}
