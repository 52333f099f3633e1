package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The codes of cases. */
final class CaseCodeRepository {
    private static final String FIND = "SELECT code FROM case_code WHERE case_id = $1";
    private static final String CASE_WITH = "SELECT case_id FROM case_code WHERE code = $1";
    /** Of two that ask at once for one case the second gets no row, and finds the code of the first. */
    private static final String INSERT = "INSERT INTO case_code (case_id, code) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String MOVE = """
            UPDATE case_code SET case_id = $2
            WHERE case_id = $1 AND NOT EXISTS (SELECT 1 FROM case_code WHERE case_id = $2)""";

    Future<Optional<String>> find(Tx tx, UUID caseId) {
        return tx.one(row -> row.getString("code"), FIND, caseId);
    }

    Future<Optional<UUID>> caseWith(Tx tx, String code) {
        return tx.one(row -> row.getUUID("case_id"), CASE_WITH, code);
    }

    Future<Boolean> insert(Tx tx, UUID caseId, String code) {
        return tx.update(INSERT, caseId, code).map(count -> count == 1);
    }

    Future<Void> move(Tx tx, UUID fromCase, UUID toCase) {
        return tx.update(MOVE, fromCase, toCase).mapEmpty();
    }
}
