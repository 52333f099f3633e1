package nl.haltloket.document;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.haltloket.db.Tx;

/** Takes in the documents that the loket comes with. */
public final class DocumentShelf {
    private final DocumentRepository templates = new DocumentRepository();

    /**
     * Takes in what the file says otherwise than before. It counts at once in a drill, when the file says who looked at
     * it; else it is a draft. Gives how many are new.
     */
    public Future<Integer> seed(Tx tx, DocumentFile file, boolean drill, Clock clock) {
        Instant now = clock.instant();
        return templates.waitForOthers(tx).compose(_ -> templates.newest(tx)).compose(newest -> {
            List<DocumentTemplate> arrived = file.documents().stream()
                    .flatMap(entry -> arrived(entry, of(entry, newest), drill, now).stream())
                    .toList();
            return arrived.isEmpty()
                    ? Future.succeededFuture(0)
                    : templates.insert(tx, arrived, now).map(arrived.size());
        });
    }

    private static Optional<DocumentTemplate> of(DocumentFile.Entry entry, List<DocumentTemplate> newest) {
        return newest.stream()
                .filter(one -> one.id() == entry.id() && one.language() == entry.language())
                .findFirst();
    }

    private static Optional<DocumentTemplate> arrived(
            DocumentFile.Entry entry, Optional<DocumentTemplate> newest, boolean drill, Instant now) {
        if (newest.filter(one -> one.pieces().equals(entry.pieces())).isPresent()) {
            return Optional.empty();
        }
        int version = newest.map(DocumentTemplate::version).orElse(0) + 1;
        DocumentTemplate draft = new DocumentTemplate(entry.id(), entry.language(), version, entry.pieces(), now, null);
        return Optional.of(entry.signedBy()
                .filter(_ -> drill)
                .map(by -> draft.signed(by, now))
                .orElse(draft));
    }
}
