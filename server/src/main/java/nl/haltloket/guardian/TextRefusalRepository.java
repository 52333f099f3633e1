package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.texts.TemplateId;

/** Why the last text to a guardian did not go; one at most for each. */
final class TextRefusalRepository {
    private static final String KEEP = """
            INSERT INTO text_refusal (guardian_id, template, code, sentence, at) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (guardian_id) DO UPDATE
            SET template = excluded.template, code = excluded.code, sentence = excluded.sentence, at = excluded.at""";
    private static final String DROP = "DELETE FROM text_refusal WHERE guardian_id = $1";
    private static final String FIND = "SELECT code, sentence FROM text_refusal WHERE guardian_id = $1";

    Future<Void> keep(Tx tx, UUID guardianId, TemplateId template, TextRefused refused, Instant at) {
        return tx.update(
                        KEEP,
                        guardianId,
                        template.name(),
                        refused.code(),
                        refused.sentence(),
                        at.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    /** A text went after all. */
    Future<Void> drop(Tx tx, UUID guardianId) {
        return tx.update(DROP, guardianId).mapEmpty();
    }

    Future<Optional<TextRefused>> find(Tx tx, UUID guardianId) {
        return tx.one(row -> new TextRefused(row.getString("code"), row.getString("sentence")), FIND, guardianId);
    }
}
