package nl.haltloket.texts;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.TextSource;
import nl.haltloket.texts.TemplateId.Place;

/** The texts in force. What nobody signed is never sent. */
public final class Templates {
    private final TemplateRepository templates = new TemplateRepository();

    /** A text in this language, or in Dutch when nobody signed one in it; empty when nobody signed that either. */
    public Future<Optional<Rendered>> render(Tx tx, TemplateId id, String language, Map<Place, String> values) {
        return render(tx, id, language, _ -> values);
    }

    /** As above, with values that depend on the language that the text turns out to have. */
    public Future<Optional<Rendered>> render(
            Tx tx, TemplateId id, String language, Function<TextLanguage, Map<Place, String>> values) {
        return templates.inForce(tx, id, language).map(found -> found.map(one -> rendered(one, values)));
    }

    private static Rendered rendered(Template one, Function<TextLanguage, Map<Place, String>> values) {
        TextLanguage language = one.language();
        Map<Place, String> all = new EnumMap<>(Place.class);
        all.putAll(values.apply(language));
        all.computeIfPresent(Place.TEL, (_, dialled) -> language.tel(dialled));
        return new Rendered(
                Filling.fill(one.text(), all), new TextSource(one.id().name(), language.code(), one.version()));
    }

    /**
     * Takes in what the file says otherwise than before. It counts at once in a drill, when the file says who looked at
     * it and nobody here wrote a text of their own; else it is a draft. Gives how many are new.
     */
    public Future<Integer> seed(Tx tx, TextFile file, boolean drill, Clock clock) {
        return templates
                .waitForOthers(tx)
                .compose(_ -> Each.of(file.texts(), entry -> seed(tx, entry, drill, clock)))
                .map(all -> (int) all.stream().filter(isNew -> isNew).count());
    }

    private Future<Boolean> seed(Tx tx, TextFile.Entry entry, boolean drill, Clock clock) {
        return templates.versions(tx, entry.id(), entry.language()).compose(versions -> {
            boolean known = versions.stream()
                    .filter(one -> one.source() == Template.Source.FILE)
                    .findFirst()
                    .map(one -> one.text().equals(entry.text()))
                    .orElse(false);
            if (known) {
                return Future.succeededFuture(false);
            }
            return templates.insert(tx, arrived(entry, versions, drill, clock)).map(true);
        });
    }

    private static Template arrived(TextFile.Entry entry, List<Template> versions, boolean drill, Clock clock) {
        int version = versions.isEmpty() ? 1 : versions.getFirst().version() + 1;
        boolean edited = versions.stream().anyMatch(one -> one.source() == Template.Source.EDITED);
        Template draft = new Template(
                entry.id(),
                entry.language(),
                version,
                entry.text(),
                Template.Source.FILE,
                clock.instant(),
                null,
                null,
                null);
        return entry.signedBy()
                .filter(_ -> drill && !edited)
                .map(by -> draft.signed(by, clock.instant()))
                .orElse(draft);
    }
}
