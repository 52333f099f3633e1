package nl.haltloket.texts;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Where a coordinator writes texts and signs them. */
final class TextDesk {
    private static final String PURPOSE = "Teksten voor ouders en verzorgers";

    private final TemplateRepository templates = new TemplateRepository();
    private final Audit audit;
    private final UUID eventId;
    private final Clock clock;

    TextDesk(Audit audit, UUID eventId, Clock clock) {
        this.audit = audit;
        this.eventId = eventId;
        this.clock = clock;
    }

    /** Every text with its newest versions. */
    Future<List<Template>> list(Tx tx) {
        return templates.list(tx);
    }

    /** Keeps a new version as a draft; {@code newest} is the one that the writer saw, 0 for none. */
    Future<Template> draft(Tx tx, TemplateId id, TextLanguage language, int newest, String written, Caller caller) {
        String text = PlainText.lines(written);
        requireFaultless(id, language, text);
        Caller.Worker worker = caller.requireWorker();
        return templates
                .waitForOthers(tx)
                .compose(_ -> templates.versions(tx, id, language))
                .compose(all -> {
                    int version = all.isEmpty() ? 0 : all.getFirst().version();
                    if (version != newest) {
                        throw Refusal.conflict(
                                "texts.changed",
                                "Iemand anders heeft deze tekst net veranderd. Kijk eerst naar de nieuwste.");
                    }
                    if (!all.isEmpty() && all.getFirst().text().equals(text)) {
                        throw Refusal.conflict(
                                "texts.same", "Dit is precies de nieuwste versie. Er is niets te bewaren.");
                    }
                    Template made = new Template(
                            id,
                            language,
                            version + 1,
                            java.util.Objects.requireNonNull(text),
                            Template.Source.EDITED,
                            clock.instant(),
                            worker.name(),
                            worker.id(),
                            null);
                    return templates
                            .insert(tx, made)
                            .compose(_ -> record(tx, made, "draft", caller))
                            .map(made);
                });
    }

    /** From now on this version is sent. */
    Future<Template> sign(Tx tx, TemplateId id, TextLanguage language, int version, Caller caller) {
        String by = caller.requireWorker().name();
        return templates
                .waitForOthers(tx)
                .compose(_ -> templates.versions(tx, id, language))
                .compose(all -> {
                    Template one = all.stream()
                            .filter(each -> each.version() == version)
                            .findFirst()
                            .orElseThrow(
                                    () -> Refusal.notFound("texts.unknown", "Deze versie van de tekst is er niet."));
                    if (one.signed()) {
                        throw Refusal.conflict("texts.signed", "Deze versie is al ondertekend.");
                    }
                    if (all.stream().anyMatch(each -> each.signed() && each.version() > version)) {
                        throw Refusal.conflict(
                                "texts.older",
                                "Er is al een nieuwere tekst ondertekend. Maak van deze een nieuw concept.");
                    }
                    requireFaultless(id, language, one.text());
                    Template signed = one.signed(by, clock.instant());
                    return templates
                            .sign(tx, one, by, clock.instant())
                            .compose(_ -> record(tx, one, "signed", caller))
                            .map(signed);
                });
    }

    private static void requireFaultless(
            TemplateId id, TextLanguage language, @org.jspecify.annotations.Nullable String text) {
        List<Finding> faults = Lint.check(id, language, text).stream()
                .filter(finding -> finding.level() == Finding.Level.FAULT)
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(
                    faults.getFirst().code(),
                    faults.stream().map(Finding::sentence).collect(Collectors.joining(" ")));
        }
    }

    private Future<Void> record(Tx tx, Template one, String what, Caller caller) {
        String subject = "text:%s:%s".formatted(one.id(), one.language().code());
        return audit.record(
                        tx,
                        new AuditEntry(
                                eventId,
                                AuditAction.CHANGE,
                                subject,
                                caller.auditName(),
                                PURPOSE,
                                AuditEntry.HALT_TASK,
                                "%s version %d".formatted(what, one.version())))
                .mapEmpty();
    }
}
