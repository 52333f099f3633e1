package nl.haltloket;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.care.OwnWords;
import nl.haltloket.casefile.Chosen;
import nl.haltloket.consent.Choices;
import nl.haltloket.db.Tx;
import nl.haltloket.dossier.Dossier;
import nl.haltloket.dossier.DossierService;

/** The parts of a dossier that features beside it keep. */
record DossierParts(Choices choices, OwnWords words) implements DossierService.Parts {
    @Override
    public Future<Chosen> chosen(Tx tx, UUID caseId) {
        return choices.read(tx, caseId);
    }

    @Override
    public Future<Optional<Dossier.OwnWords>> ownWords(Tx tx, UUID caseId) {
        return words.of(tx, caseId)
                .map(said -> said.text().isBlank()
                        ? Optional.empty()
                        : Optional.of(new Dossier.OwnWords(said.text(), said.savedAt())));
    }
}
