package nl.haltloket.consent;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.document.DocumentId;
import nl.haltloket.document.Shown;
import nl.haltloket.refusal.Refusal;

/** What people are shown, as it is now. */
@FunctionalInterface
public interface Pages {
    /** The document in this language, filled in for the case. */
    Future<Shown> render(Tx tx, UUID caseId, DocumentId document, String language);

    /** The same, refused when it is no longer the version that was shown. */
    default Future<Shown> asShown(Tx tx, UUID caseId, DocumentId document, String language, int version) {
        return render(tx, caseId, document, language).map(shown -> {
            if (shown.version() != version) {
                throw Refusal.conflict(
                        "consent.version-other", "Deze tekst is intussen veranderd. Laat de nieuwe tekst zien.");
            }
            return shown;
        });
    }
}
