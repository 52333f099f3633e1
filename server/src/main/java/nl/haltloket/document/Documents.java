package nl.haltloket.document;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/** The documents of a case, filled in. */
public final class Documents {
    private final DocumentRepository templates = new DocumentRepository();
    private final CaseService cases;
    private final IntakeService intake;
    private final CaseCodes codes;
    private final CaseFacts facts;

    public Documents(CaseService cases, IntakeService intake, CaseCodes codes, Event event, Clock clock) {
        this.cases = cases;
        this.intake = intake;
        this.codes = codes;
        this.facts = new CaseFacts(event, clock);
    }

    /**
     * The document as it is shown now: the newest version that somebody signed off in this language, or else the newest
     * draft, which says so. The same case, document, version and language give the same text as long as the data that it
     * names stay the same; who is 16 at midnight gets other sentences. The look is not recorded here.
     *
     * @param language BCP 47; refused with {@code document.language} when the document does not exist in it
     */
    public Future<Shown> render(Tx tx, UUID caseId, DocumentId document, String language) {
        if (document.forOneGuardian()) {
            throw new IllegalArgumentException(document + " is made for one guardian");
        }
        return render(tx, caseId, document, language, null, "");
    }

    /**
     * As above, for one guardian where the document is for one.
     *
     * @param worker who writes it
     */
    Future<Shown> render(
            Tx tx, UUID caseId, DocumentId document, String language, @Nullable Guardian guardian, String worker) {
        return template(tx, document, language).compose(template -> cases.file(tx, caseId)
                .compose(file -> intake.list(tx, caseId).compose(sections -> code(tx, caseId, guardian)
                        .map(code -> template.filled(
                                facts.conditions(file, guardian),
                                facts.values(file, sections, template.language(), guardian, code, worker))))));
    }

    /** Codes (BCP 47) of the languages in which somebody signed this document off. */
    public Future<List<String>> signedLanguages(Tx tx, DocumentId document) {
        return templates.signedLanguages(tx, document);
    }

    private Future<DocumentTemplate> template(Tx tx, DocumentId document, String language) {
        return templates
                .best(tx, document, TextLanguage.of(language).orElseThrow(Documents::notInLanguage))
                .map(found -> found.orElseThrow(Documents::notInLanguage));
    }

    private Future<String> code(Tx tx, UUID caseId, @Nullable Guardian guardian) {
        return guardian == null ? Future.succeededFuture("") : codes.of(tx, caseId);
    }

    /** The case for a document; whoever looks is recorded by the caller. */
    Future<CaseFile> file(Tx tx, UUID caseId) {
        return cases.file(tx, caseId);
    }

    private static Refusal notInLanguage() {
        return Refusal.notFound("document.language", "Dit document is er niet in deze taal.");
    }
}
