package nl.haltloket.document;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.TextLanguage;
import nl.haltloket.web.Caller;

/** Where a coordinator looks documents over and signs them off. */
final class DocumentDesk {
    private static final String PURPOSE = "Documenten aan het loket";
    private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, Month.SEPTEMBER, 30);
    private static final LocalDate SAMPLE_BIRTH = LocalDate.of(2011, Month.MARCH, 8);

    private final DocumentRepository templates = new DocumentRepository();
    private final Audit audit;
    private final UUID eventId;
    private final Clock clock;

    DocumentDesk(Audit audit, UUID eventId, Clock clock) {
        this.audit = audit;
        this.eventId = eventId;
        this.clock = clock;
    }

    /** Every document with its newest versions. */
    Future<List<DocumentTemplate>> list(Tx tx) {
        return templates.list(tx);
    }

    /** A version with samples in its places, as it reads in such a case. */
    Future<Shown> preview(Tx tx, DocumentId id, TextLanguage language, int version, Set<Condition> facts) {
        return templates.one(tx, id, language, version).map(found -> found.orElseThrow(DocumentDesk::unknown)
                .filled(facts, samples(language)));
    }

    /** From now on this version is used. */
    Future<DocumentTemplate> sign(Tx tx, DocumentId id, TextLanguage language, int version, Caller caller) {
        String by = caller.requireWorker().name();
        Instant now = clock.instant();
        return templates
                .waitForOthers(tx)
                .compose(_ -> templates.one(tx, id, language, version))
                .map(found -> signable(found.orElseThrow(DocumentDesk::unknown)))
                .compose(one -> templates
                        .best(tx, id, language)
                        .map(best -> newest(one, best.orElse(one)))
                        .compose(_ -> templates.sign(tx, one, by, now))
                        .compose(_ -> record(tx, one, caller))
                        .map(one.signed(by, now)));
    }

    private static DocumentTemplate signable(DocumentTemplate one) {
        if (one.signed()) {
            throw Refusal.conflict("document.signed", "Deze versie is al ondertekend.");
        }
        return one;
    }

    private static DocumentTemplate newest(DocumentTemplate one, DocumentTemplate best) {
        if (best.signed() && best.version() > one.version()) {
            throw Refusal.conflict("document.older", "Er is al een nieuwere versie ondertekend.");
        }
        return one;
    }

    private Future<Void> record(Tx tx, DocumentTemplate one, Caller caller) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                eventId,
                                AuditAction.CHANGE,
                                "document:%s:%s"
                                        .formatted(one.id(), one.language().code()),
                                caller.auditName(),
                                PURPOSE,
                                AuditEntry.HALT_TASK,
                                "signed version %d".formatted(one.version())))
                .mapEmpty();
    }

    /** Invented people, as every sample is. */
    static Map<Place, String> samples(TextLanguage language) {
        Map<Place, String> samples = new EnumMap<>(Place.class);
        for (Place place : Place.values()) {
            samples.put(place, sample(place, language));
        }
        return samples;
    }

    private static String sample(Place place, TextLanguage language) {
        return switch (place) {
            case NAME -> "Noor";
            case GUARDIAN -> "S. Voorbeeld";
            case OFFENCE -> "Vernieling";
            case TEL -> CaseFacts.tel(language, "088 000 00 00");
            case CODE -> "0417";
            case EVENT -> "Voorbeeldfeest";
            case TOWN -> "Oostdorp";
            case DAY -> CaseFacts.day(language, SAMPLE_DAY);
            case TIME -> "22:04";
            case LAST_DAY -> CaseFacts.day(language, SAMPLE_DAY.plusDays(30));
            case WORKER -> "J. Voorbeeld";
            case REFERRER -> "HH-0000, Gemeente Oostdorp";
            case RECORD -> "PL0000-2026000000";
            case RECEIPT -> "OV-2026-0000";
            case AUDIT, SEAL -> "00000000 ".repeat(8).strip();
            case FULL_NAME -> "Noor Voorbeeld";
            case BORN -> CaseFacts.born(SAMPLE_BIRTH);
            case TICKET -> "blauwe vos 12";
            case REASON -> "De jongere doet niet mee.";
            case SINCE -> CaseFacts.day(language, SAMPLE_DAY) + ", 22:40";
        };
    }

    private static Refusal unknown() {
        return Refusal.notFound("document.unknown", "Deze versie van het document is er niet.");
    }
}
