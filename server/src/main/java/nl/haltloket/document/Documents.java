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
        return template(tx, document, language)
                .compose(template -> filled(tx, caseId, template, new CaseFacts.Letter(null, "", "")));
    }

    /** A letter with the code of its case. */
    record Lettered(Shown shown, String code) {}

    /** The letter for a guardian of the case; {@code worker} writes it. */
    Future<Lettered> letter(Tx tx, UUID caseId, String language, Guardian guardian, String worker) {
        return template(tx, DocumentId.GUARDIAN_LETTER, language).compose(template -> codes.of(tx, caseId)
                .compose(code -> filled(tx, caseId, template, new CaseFacts.Letter(guardian, code, worker))
                        .map(shown -> new Lettered(shown, code))));
    }

    private Future<Shown> filled(Tx tx, UUID caseId, DocumentTemplate template, CaseFacts.Letter letter) {
        return cases.file(tx, caseId).compose(file -> intake.list(tx, caseId)
                .map(sections -> template.filled(
                        facts.conditions(file, letter.guardian()),
                        facts.values(file, sections, template.language(), letter))));
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

    /** The case for a document; whoever looks is recorded by the caller. */
    Future<CaseFile> file(Tx tx, UUID caseId) {
        return cases.file(tx, caseId);
    }

    private static Refusal notInLanguage() {
        return Refusal.notFound("document.language", "Dit document is er niet in deze taal.");
    }
}
