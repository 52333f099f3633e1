package nl.haltloket.texts;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
        return templates.waitForOthers(tx).compose(_ -> templates.all(tx)).compose(all -> {
            List<Template> arrived = file.texts().stream()
                    .flatMap(entry -> arrived(entry, of(entry, all), drill, clock).stream())
                    .toList();
            return arrived.isEmpty()
                    ? Future.succeededFuture(0)
                    : templates.insertOfFile(tx, arrived, clock.instant()).map(arrived.size());
        });
    }

    /** The versions of this text in this language, newest first. */
    private static List<Template> of(TextFile.Entry entry, List<Template> all) {
        return all.stream()
                .filter(one -> one.id() == entry.id() && one.language() == entry.language())
                .toList();
    }

    private static Optional<Template> arrived(
            TextFile.Entry entry, List<Template> versions, boolean drill, Clock clock) {
        boolean known = versions.stream()
                .filter(one -> one.source() == Template.Source.FILE)
                .findFirst()
                .map(one -> one.text().equals(entry.text()))
                .orElse(false);
        return known ? Optional.empty() : Optional.of(version(entry, versions, drill, clock));
    }

    private static Template version(TextFile.Entry entry, List<Template> versions, boolean drill, Clock clock) {
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
