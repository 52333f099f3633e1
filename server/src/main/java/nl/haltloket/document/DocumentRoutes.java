package nl.haltloket.document;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.haltloket.audit.Audit;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.TextLanguage;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for documents: those of a case, and the templates for the coordinator. */
public final class DocumentRoutes {
    private static final String SLIP = "receipt-slip.pdf";

    private final Vertx vertx;
    private final Database database;
    private final Commands commands;
    private final CaseDocuments papers;
    private final DocumentDesk desk;

    public DocumentRoutes(
            Vertx vertx,
            Database database,
            Commands commands,
            Audit audit,
            CaseService cases,
            Documents documents,
            DocumentFile file,
            Event event,
            Clock clock) {
        this.vertx = vertx;
        this.database = database;
        this.commands = commands;
        this.papers = new CaseDocuments(documents, cases, event, file.draftNotices());
        this.desk = new DocumentDesk(audit, event.id(), clock);
    }

    private record LanguageView(String code, String name, boolean rightToLeft) {}

    private record KindView(DocumentId id, String name) {}

    private record VersionView(
            int version,
            Instant madeAt,
            @Nullable Instant signedAt,
            @Nullable String signedBy) {
        static VersionView of(DocumentTemplate one) {
            DocumentTemplate.Signature signature = one.signature();
            return new VersionView(
                    one.version(),
                    one.madeAt(),
                    signature == null ? null : signature.at(),
                    signature == null ? null : signature.by());
        }
    }

    private record DocumentView(DocumentId id, String language, List<VersionView> versions) {}

    private record Overview(List<LanguageView> languages, List<KindView> kinds, List<DocumentView> documents) {}

    private record Signed(DocumentId id, String language, int version) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("readShown", this::show);
        api.operation("printDocument", this::print);
        api.operation("printLetter", this::letter);
        api.operation("listDocuments", _ -> database.look(desk::list).map(all -> Answer.ok(overview(all))));
        api.operation("previewDocument", request -> preview(request)
                .map(shown -> Answer.ok(ShownView.of(shown, papers.notice(shown)))));
        api.operation("previewDocumentPdf", request -> preview(request)
                .compose(shown -> pdf(new CaseDocuments.Paper(shown, papers.frame(shown, "0417", List.of())), false)));
        api.operation("signDocument", this::sign);
    }

    private Future<Answer> show(Request request) {
        DocumentId document = DocumentId.valueOf(request.text("documentId"));
        return database.inTransaction(tx -> papers.show(
                        tx, request.id("caseId"), document, language(request).code(), request.caller()))
                .map(shown -> Answer.ok(ShownView.of(shown, papers.notice(shown))));
    }

    private Future<Answer> print(Request request) {
        boolean slip = request.text("documentFile").equals(SLIP);
        DocumentId document = slip ? DocumentId.RECEIPT : DocumentWords.ofFile(request.text("documentFile"));
        return database.inTransaction(tx -> papers.print(
                        tx, request.id("caseId"), document, language(request).code(), request.caller()))
                .compose(paper -> pdf(paper, slip));
    }

    private Future<Answer> letter(Request request) {
        return database.inTransaction(tx -> papers.letter(
                        tx,
                        request.id("caseId"),
                        request.id("guardianId"),
                        language(request).code(),
                        request.caller()))
                .compose(paper -> pdf(paper, false));
    }

    private Future<Answer> pdf(CaseDocuments.Paper paper, boolean slip) {
        return vertx.executeBlocking(() -> slip
                        ? DocumentPdf.slip(paper.shown(), paper.frame())
                        : DocumentPdf.a4(paper.shown(), paper.frame()))
                .map(Answer::pdf);
    }

    private Future<Shown> preview(Request request) {
        return database.look(tx -> desk.preview(
                tx,
                DocumentId.valueOf(request.text("documentId")),
                pathLanguage(request),
                Integer.parseInt(request.text("version")),
                facts(request)));
    }

    private static Set<Condition> facts(Request request) {
        Set<Condition> facts = EnumSet.of(Condition.GUARDIAN_NAMED);
        facts.add(Condition.valueOf(request.query("offence").orElse("VIOLATION")));
        facts.add(Condition.valueOf(request.query("age").orElse("UNDER_16")));
        boolean arrested = request.query("manner").orElse("STOPPED").equals("ARRESTED");
        facts.addAll(arrested ? EnumSet.of(Condition.ARRESTED) : EnumSet.of(Condition.NOT_ARRESTED, Condition.FREE));
        return facts;
    }

    private Future<Answer> sign(Request request) {
        DocumentId id = DocumentId.valueOf(request.text("documentId"));
        TextLanguage language = pathLanguage(request);
        int version = Integer.parseInt(request.text("version"));
        return commands.once(request, Signed.class, tx -> desk.sign(tx, id, language, version, request.caller())
                        .map(_ -> new Signed(id, language.code(), version)))
                .map(Answer::created);
    }

    private static Overview overview(List<DocumentTemplate> all) {
        Map<String, DocumentView> documents = new LinkedHashMap<>();
        for (DocumentTemplate one : all) {
            documents
                    .computeIfAbsent(
                            one.id() + " " + one.language(),
                            _ -> new DocumentView(one.id(), one.language().code(), new ArrayList<>()))
                    .versions()
                    .add(VersionView.of(one));
        }
        return new Overview(
                Arrays.stream(TextLanguage.values())
                        .map(one -> new LanguageView(one.code(), one.dutchName(), one.rightToLeft()))
                        .toList(),
                Arrays.stream(DocumentId.values())
                        .map(id -> new KindView(id, DocumentWords.name(id)))
                        .toList(),
                List.copyOf(documents.values()));
    }

    /** Dutch when the question does not say. */
    private static TextLanguage language(Request request) {
        return language(request.query("language").orElse("nl"));
    }

    private static TextLanguage pathLanguage(Request request) {
        return language(request.text("language"));
    }

    private static TextLanguage language(String code) {
        return TextLanguage.of(code)
                .orElseThrow(() -> Refusal.notFound("document.language", "Dit document is er niet in deze taal."));
    }
}
