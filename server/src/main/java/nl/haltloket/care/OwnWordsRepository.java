package nl.haltloket.care;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** What juveniles want to say, one row for a case. */
final class OwnWordsRepository {
    /** A row, still sealed. */
    record Stored(int version, byte[] textSealed, Instant savedAt) {}

    private static final String FIND = "SELECT version, text_sealed, saved_at FROM own_words WHERE case_id = $1";
    private static final String SAVE = """
            INSERT INTO own_words (case_id, version, text_sealed, saved_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, text_sealed = excluded.text_sealed,
              saved_at = excluded.saved_at""";
    private static final String MOVE = "UPDATE own_words SET case_id = $2, text_sealed = $3 WHERE case_id = $1";

    Future<Optional<Stored>> find(Tx tx, UUID caseId) {
        return tx.one(OwnWordsRepository::toStored, FIND, caseId);
    }

    Future<Void> save(Tx tx, UUID caseId, Stored stored) {
        return tx.update(
                        SAVE,
                        caseId,
                        stored.version(),
                        Buffer.buffer(stored.textSealed()),
                        stored.savedAt().atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    Future<Void> move(Tx tx, UUID from, UUID to, byte[] sealed) {
        return tx.update(MOVE, from, to, Buffer.buffer(sealed)).mapEmpty();
    }

    private static Stored toStored(Row row) {
        return new Stored(
                row.getInteger("version"),
                row.getBuffer("text_sealed").getBytes(),
                row.getOffsetDateTime("saved_at").toInstant());
    }
}
