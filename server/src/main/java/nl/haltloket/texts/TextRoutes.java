package nl.haltloket.texts;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.notify.SmsText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.TemplateId.Place;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for the coordinator's texts. */
public final class TextRoutes {
    private final TextDesk desk;
    private final Database database;
    private final Commands commands;

    public TextRoutes(
            nl.haltloket.audit.Audit audit, UUID eventId, java.time.Clock clock, Database database, Commands commands) {
        this.desk = new TextDesk(audit, eventId, clock);
        this.database = database;
        this.commands = commands;
    }

    private record LanguageView(String code, String name, boolean rightToLeft, Map<String, String> samples) {
        static LanguageView of(TextLanguage language) {
            Map<String, String> samples = new LinkedHashMap<>();
            Arrays.stream(Place.values()).forEach(place -> samples.put(place.word(), language.sample(place)));
            return new LanguageView(language.code(), language.dutchName(), language.rightToLeft(), samples);
        }
    }

    private record KindView(TemplateId id, List<String> required, List<String> optional) {
        static KindView of(TemplateId id) {
            return new KindView(id, words(id.required()), words(id.optional()));
        }

        private static List<String> words(java.util.Set<Place> places) {
            return places.stream().sorted().map(Place::word).toList();
        }
    }

    /** {@code mine}: the caller wrote it. */
    private record VersionView(
            int version,
            String text,
            Template.Source source,
            Instant madeAt,
            @Nullable String madeBy,
            boolean mine,
            @Nullable Instant signedAt,
            @Nullable String signedBy) {
        static VersionView of(Template one, Caller caller) {
            Template.Signature signature = one.signature();
            return new VersionView(
                    one.version(),
                    one.text(),
                    one.source(),
                    one.madeAt(),
                    one.madeBy(),
                    caller.requireWorker().id().equals(one.madeById()),
                    signature == null ? null : signature.at(),
                    signature == null ? null : signature.by());
        }
    }

    private record TextView(TemplateId id, String language, List<VersionView> versions) {}

    private record Overview(List<LanguageView> languages, List<KindView> kinds, List<TextView> texts) {}

    private record Draft(int newest, String text) {}

    private record Kept(TemplateId id, String language, int version, List<Finding> findings) {
        static Kept of(Template one) {
            return new Kept(
                    one.id(), one.language().code(), one.version(), Lint.check(one.id(), one.language(), one.text()));
        }
    }

    /** {@code sameWriter}: who signs wrote it too; four eyes see more. */
    private record Signed(TemplateId id, String language, int version, boolean sameWriter) {}

    private record Trial(TemplateId id, String language, String text) {}

    private record Preview(
            String text,
            SmsText.Encoding encoding,
            int parts,
            int characters,
            int units,
            List<String> unknownToGsm7,
            List<Finding> findings) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("listTexts", request -> database.look(desk::list)
                .map(all -> Answer.ok(overview(all, request.caller()))));
        api.operation("previewText", request -> Future.succeededFuture(Answer.ok(preview(request.body(Trial.class)))));
        api.operation("draftText", this::draft);
        api.operation("signText", this::sign);
    }

    private static Overview overview(List<Template> all, Caller caller) {
        Map<String, TextView> texts = new LinkedHashMap<>();
        for (Template one : all) {
            texts.computeIfAbsent(
                            one.id() + " " + one.language(),
                            _ -> new TextView(one.id(), one.language().code(), new java.util.ArrayList<>()))
                    .versions()
                    .add(VersionView.of(one, caller));
        }
        return new Overview(
                Arrays.stream(TextLanguage.values()).map(LanguageView::of).toList(),
                Arrays.stream(TemplateId.values()).map(KindView::of).toList(),
                List.copyOf(texts.values()));
    }

    private static Preview preview(Trial trial) {
        TextLanguage language = language(trial.language());
        Lint.Count count = Lint.count(language, trial.text());
        return new Preview(
                Filling.fillWithSamples(trial.text(), language),
                count.encoding(),
                count.parts(),
                count.characters(),
                count.units(),
                count.unknownToGsm7(),
                Lint.check(trial.id(), language, trial.text()));
    }

    private Future<Answer> draft(Request request) {
        Draft draft = request.body(Draft.class);
        TemplateId id = TemplateId.valueOf(request.text("textId"));
        TextLanguage language = language(request.text("language"));
        return commands.once(request, Kept.class, tx -> desk.draft(
                                tx, id, language, draft.newest(), draft.text(), request.caller())
                        .map(Kept::of))
                .map(Answer::created);
    }

    private Future<Answer> sign(Request request) {
        TemplateId id = TemplateId.valueOf(request.text("textId"));
        TextLanguage language = language(request.text("language"));
        int version = Integer.parseInt(request.text("version"));
        Caller caller = request.caller();
        return commands.once(request, Signed.class, tx -> desk.sign(tx, id, language, version, caller)
                        .map(one -> new Signed(
                                id,
                                language.code(),
                                version,
                                caller.requireWorker().id().equals(one.madeById()))))
                .map(Answer::created);
    }

    private static TextLanguage language(String code) {
        return TextLanguage.of(code)
                .orElseThrow(() -> Refusal.notFound("texts.language", "In deze taal zijn er geen teksten."));
    }
}
