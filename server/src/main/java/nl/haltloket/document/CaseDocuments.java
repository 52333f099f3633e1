package nl.haltloket.document;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.handover.Handover;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.TextLanguage;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** The documents of a case, on a screen and on paper; each look and each print is recorded. */
final class CaseDocuments {
    /** Before the signed receipt in its QR code. */
    static final String RECEIPT_QR = "halt-loket/receipt/1/";

    private final Documents documents;
    private final CaseService cases;
    private final Event event;
    private final Map<TextLanguage, String> draftNotices;

    CaseDocuments(Documents documents, CaseService cases, Event event, Map<TextLanguage, String> draftNotices) {
        this.documents = documents;
        this.cases = cases;
        this.event = event;
        this.draftNotices = draftNotices;
    }

    /** What is printed, and what stands around it. */
    record Paper(Shown shown, DocumentPdf.Frame frame) {}

    Future<Shown> show(Tx tx, UUID caseId, DocumentId document, String language, Caller caller) {
        if (caller.isJuvenile() && !document.forJuvenile()) {
            throw Refusal.notAllowed("document.not-for-juvenile", "Dit document is voor iemand anders.");
        }
        return documents
                .file(tx, caseId)
                .map(file -> fits(file, document))
                .compose(_ -> documents.render(tx, caseId, document, language))
                .compose(shown ->
                        record(tx, AuditAction.READ, caseId, shown, caller).map(shown));
    }

    Future<Paper> print(Tx tx, UUID caseId, DocumentId document, String language, Caller caller) {
        return documents.file(tx, caseId).map(file -> fits(file, document)).compose(file -> documents
                .render(tx, caseId, document, language)
                .compose(shown -> record(tx, AuditAction.PRINT, caseId, shown, caller)
                        .map(new Paper(shown, frame(shown, null, receipts(file, document))))));
    }

    Future<Paper> letter(Tx tx, UUID caseId, UUID guardianId, String language, Caller caller) {
        return documents
                .file(tx, caseId)
                .map(file -> writable(file, guardianId))
                .compose(guardian -> documents.letter(
                        tx, caseId, language, guardian, caller.requireWorker().name()))
                .compose(letter -> record(tx, AuditAction.PRINT, caseId, letter.shown(), caller)
                        .map(new Paper(letter.shown(), frame(letter.shown(), letter.code(), List.of()))));
    }

    /** What stands around a document of this event. */
    DocumentPdf.Frame frame(Shown shown, @Nullable String boxed, List<String> qrCodes) {
        return new DocumentPdf.Frame(event.name(), event.drill(), notice(shown), boxed, qrCodes);
    }

    /** What a reader of this language must know about a document that nobody signed off. */
    String notice(Shown shown) {
        TextLanguage language = TextLanguage.of(shown.language()).orElseThrow();
        return Objects.requireNonNull(draftNotices.get(language));
    }

    private static CaseFile fits(CaseFile file, DocumentId document) {
        if (document == DocumentId.NEGATIVE_REPORT && !isReported(file.state())) {
            throw Refusal.conflict(
                    "document.not-returned", "Deze zaak gaat niet terug naar de verwijzer: er is nog niets te melden.");
        }
        if (document.forOneGuardian()) {
            throw Refusal.invalid("document.for-guardian", "Deze brief is voor een ouder. Kies hem bij die ouder.");
        }
        return file;
    }

    /** Without Halt the referrer decides what comes next, also about a juvenile who left. */
    private static boolean isReported(CaseState state) {
        return state == CaseState.RETURNED || state == CaseState.LEFT;
    }

    private static List<String> receipts(CaseFile file, DocumentId document) {
        List<Handover> handovers = new ArrayList<>(List.of(file.handover()));
        file.otherOffences().forEach(other -> handovers.add(other.handover()));
        return document != DocumentId.RECEIPT
                ? List.of()
                : handovers.stream()
                        .flatMap(handover -> java.util.Optional.ofNullable(handover.receipt()).stream())
                        .map(receipt -> RECEIPT_QR
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(receipt.signed()))
                        .toList();
    }

    private static Guardian writable(CaseFile file, UUID guardianId) {
        Guardian guardian = file.guardians().stream()
                .filter(one -> one.id().equals(guardianId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("guardian.unknown", "Deze ouder hoort niet bij deze zaak."));
        if (guardian.state() == ContactState.DO_NOT_CONTACT) {
            throw Refusal.conflict(
                    "guardian.do-not-contact", "Deze ouder moet met rust worden gelaten, en krijgt ook geen brief.");
        }
        return guardian;
    }

    private Future<Void> record(Tx tx, AuditAction action, UUID caseId, Shown shown, Caller caller) {
        String facts = "document %s %s %d".formatted(shown.document(), shown.language(), shown.version());
        return cases.record(tx, action, caseId, caller, facts);
    }
}
