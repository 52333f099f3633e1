package nl.haltloket.crypto;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;

/**
 * The keys of the cases: one row each, wrapped by the event key. Deleting the row makes the case unreadable on this
 * machine; destroying the event key makes it unrecoverable from any copy.
 */
public final class CaseKeys {
    private static final int KEY_BYTES = 32;
    private static final String INSERT = "INSERT INTO case_key (case_id, wrapped) VALUES ($1, $2)";
    private static final String DELETE = "DELETE FROM case_key WHERE case_id = $1";
    private static final String FIND = "SELECT wrapped FROM case_key WHERE case_id = $1";

    private final EventKeys eventKeys;
    private final SecureRandom random;

    public CaseKeys(EventKeys eventKeys, SecureRandom random) {
        this.eventKeys = eventKeys;
        this.random = random;
    }

    /** Makes the key of a new case, and stores it and what is sealed with it one behind the other. */
    public <T> Future<T> create(Tx tx, UUID caseId, Function<CaseCipher, Future<T>> store) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] wrapped = eventKeys.wrap(key, associated(caseId));
        Future<Integer> kept = tx.update(INSERT, caseId, Buffer.buffer(wrapped));
        Future<T> stored = store.apply(cipher(caseId, key));
        return kept.compose(_ -> stored);
    }

    /** The cipher of a case; refused with {@code case.erased} when its key is gone. */
    public Future<CaseCipher> open(Tx tx, UUID caseId) {
        return tx.one(row -> row.getBuffer("wrapped").getBytes(), FIND, caseId)
                .map(found -> found.orElseThrow(
                        () -> Refusal.notFound("case.erased", "Deze gegevens zijn gewist of bestaan niet.")))
                .map(wrapped -> cipher(caseId, eventKeys.unwrap(wrapped, associated(caseId))));
    }

    /** Both keys of what moves from one case to another. */
    public Future<Move> move(Tx tx, UUID from, UUID to) {
        return open(tx, from).compose(before -> open(tx, to).map(after -> new Move(from, to, before, after)));
    }

    /** What was sealed in one case, sealed anew in another. */
    public record Move(UUID from, UUID to, CaseCipher before, CaseCipher after) {

        /** The same value at the same place of the other case. */
        public byte[] anew(CaseCipher.Place place, byte[] sealed) {
            return after.seal(place, before.open(place, sealed));
        }
    }

    /** Deletes the key of what was taken into another case. */
    public Future<Void> delete(Tx tx, UUID caseId) {
        return tx.update(DELETE, caseId).mapEmpty();
    }

    private static CaseCipher cipher(UUID caseId, byte[] key) {
        try {
            return new CaseCipher(caseId, key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A case key is not usable", e);
        }
    }

    private static String associated(UUID caseId) {
        return "case_key|wrapped|" + caseId;
    }
}
