package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;

/**
 * Takes away what is sealed of a case, in every table that has something of it. A test holds this list against the
 * tables that there are.
 */
final class EraseRepository {
    /** The handovers of a case ($1), with those that they replaced: all are about the same juvenile. */
    private static final String HANDOVERS = """
            WITH RECURSIVE mine (id, replaces) AS (
              SELECT id, replaces FROM handover WHERE id = $1 OR case_id = $1
              UNION SELECT h.id, h.replaces FROM handover h JOIN mine ON h.id = mine.replaces)""";

    private static final String GUARDIANS = " (SELECT id FROM guardian WHERE case_id = $1)";

    /** In the order that references allow. */
    private static final List<String> STATEMENTS = List.of(
            "DELETE FROM care_part WHERE case_id = $1",
            "DELETE FROM warm_handover WHERE case_id = $1",
            "DELETE FROM own_words WHERE case_id = $1",
            "DELETE FROM experience_given WHERE case_id = $1",
            "DELETE FROM juvenile_screen WHERE case_id = $1",
            "DELETE FROM decision_signature WHERE case_id = $1",
            "DELETE FROM decision WHERE case_id = $1",
            "DELETE FROM offer WHERE case_id = $1",
            "DELETE FROM rights_shown WHERE case_id = $1",
            "DELETE FROM intake_section WHERE case_id = $1",
            "DELETE FROM approval WHERE case_id = $1",
            "DELETE FROM verdict_override WHERE case_id = $1",
            "DELETE FROM call_claim WHERE guardian_id IN" + GUARDIANS,
            "DELETE FROM guardian_letter WHERE guardian_id IN" + GUARDIANS,
            "DELETE FROM guardian_substitute WHERE guardian_id IN" + GUARDIANS,
            "DELETE FROM text_refusal WHERE guardian_id IN" + GUARDIANS,
            "DELETE FROM guardian_contact WHERE guardian_id IN" + GUARDIANS,
            "DELETE FROM guardian WHERE case_id = $1",
            "DELETE FROM case_code WHERE case_id = $1",
            HANDOVERS + " DELETE FROM verdict WHERE handover_id IN (SELECT id FROM mine)",
            HANDOVERS
                    + " UPDATE handover SET content_sealed = '', note_sealed = NULL WHERE id IN (SELECT id FROM mine)",
            HANDOVERS + " UPDATE command SET body_match = NULL WHERE subject IN (SELECT id FROM mine)",
            HANDOVERS + " DELETE FROM case_key WHERE case_id IN (SELECT id FROM mine)",
            "UPDATE reply SET body_sealed = '' WHERE case_id = $1",
            "UPDATE reply SET suggested = array_remove(suggested, $1) WHERE $1 = ANY(suggested)",
            "UPDATE outbox SET body_sealed = '' WHERE case_id = $1",
            "UPDATE transfer SET content_sealed = NULL, package = NULL WHERE case_id = $1");

    /** All of it. */
    Future<Void> erase(Tx tx, UUID caseId) {
        return Each.run(STATEMENTS, statement -> tx.update(statement, caseId).mapEmpty());
    }
}
