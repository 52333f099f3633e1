package nl.haltloket.care;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.care.Voluntary.Details;
import nl.haltloket.care.Voluntary.Standing;
import nl.haltloket.care.Voluntary.State;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Keeps the voluntary cases until they are handed to Halt or stop; then their key goes, and with it what was written. */
public final class VoluntaryService {
    private static final CaseCipher.Place PLACE = CaseCipher.Place.of("voluntary_case", "details_sealed");

    private final VoluntaryRepository rows = new VoluntaryRepository();
    private final CareContext context;
    private final CareTrail trail;

    VoluntaryService(CareContext context, CareTrail trail) {
        this.context = context;
        this.trail = trail;
    }

    /** Opens one. */
    public Future<Standing> open(Tx tx, Details given, Caller caller) {
        Caller.Worker worker = caller.requireWorker();
        Details details = VoluntaryRules.checked(given, null, worker.name(), now(), today());
        UUID id = context.ids().get();
        return rows.next(tx, eventId())
                .compose(number -> context.caseKeys()
                        .create(
                                tx,
                                id,
                                cipher -> rows.insert(
                                        tx,
                                        eventId(),
                                        id,
                                        number,
                                        now(),
                                        worker.id(),
                                        cipher.seal(PLACE, Json.bytes(details))))
                        .map(_ -> new Standing(id, shown(number), State.OPEN, 1)))
                .compose(standing -> trail.voluntary(tx, AuditAction.CHANGE, id.toString(), caller, "opened")
                        .map(_ -> standing));
    }

    /** Changes the details. */
    public Future<Standing> save(Tx tx, UUID id, Voluntary.Edit edit, Caller caller) {
        return forChange(tx, id)
                .compose(stored -> context.caseKeys().open(tx, id).compose(cipher -> {
                    int version = Versions.next(stored.version(), edit.version());
                    Details details = VoluntaryRules.checked(
                            edit.details(),
                            details(cipher, stored),
                            caller.requireWorker().name(),
                            now(),
                            today());
                    return rows.save(tx, eventId(), id, version, cipher.seal(PLACE, Json.bytes(details)))
                            .compose(_ -> trail.voluntary(tx, AuditAction.CHANGE, id.toString(), caller, "saved"))
                            .map(_ -> new Standing(id, shown(stored.number()), State.OPEN, version));
                }));
    }

    /** All of this event, newest first; the look is recorded. */
    public Future<Voluntary.Listed> list(Tx tx, Caller caller) {
        return rows.list(tx, eventId())
                .compose(all -> Each.of(all, one -> opened(tx, one)))
                .compose(all -> trail.voluntary(tx, AuditAction.READ, "list", caller, "")
                        .map(_ -> new Voluntary.Listed(all)));
    }

    /** One of them; the look is recorded. */
    public Future<Voluntary> read(Tx tx, UUID id, Caller caller) {
        return rows.find(tx, eventId(), id)
                .map(found -> found.orElseThrow(VoluntaryService::unknown))
                .compose(stored -> opened(tx, stored))
                .compose(one -> trail.voluntary(tx, AuditAction.READ, id.toString(), caller, "")
                        .map(_ -> one));
    }

    /**
     * What Halt gets; only with every consent.
     *
     * @param how PRINT or EXPORT
     */
    public Future<Voluntary> export(Tx tx, UUID id, AuditAction how, Caller caller) {
        return forChange(tx, id)
                .compose(stored -> opened(tx, stored))
                .map(one -> {
                    Details _ = VoluntaryRules.requireWhole(Objects.requireNonNull(one.details()), today());
                    return one;
                })
                .compose(one -> rows.exported(tx, eventId(), id, now())
                        .compose(_ -> trail.voluntary(tx, how, id.toString(), caller, ""))
                        .map(_ -> one));
    }

    /** Ends it and erases what was written: when Halt has it, or when the juvenile wants it no more. */
    public Future<Standing> end(Tx tx, UUID id, State outcome, Caller caller) {
        return forChange(tx, id).compose(stored -> {
            if (outcome == State.HANDED_OVER && stored.exportedAt() == null) {
                throw Refusal.conflict(
                        "voluntary.export-first", "Maak eerst het blad voor Halt. Daarna wordt hier gewist.");
            }
            return rows.end(
                            tx,
                            eventId(),
                            id,
                            outcome,
                            now(),
                            caller.requireWorker().id())
                    .compose(_ -> context.caseKeys().delete(tx, id))
                    .compose(_ -> trail.voluntary(tx, AuditAction.ERASE, id.toString(), caller, outcome.name()))
                    .map(_ -> new Standing(id, shown(stored.number()), outcome, stored.version()));
        });
    }

    private Future<VoluntaryRepository.Stored> forChange(Tx tx, UUID id) {
        return rows.forChange(tx, eventId(), id)
                .map(found -> found.orElseThrow(VoluntaryService::unknown))
                .map(stored -> {
                    if (stored.state() != State.OPEN) {
                        throw Refusal.conflict("voluntary.ended", "Deze is al klaar. De gegevens zijn hier gewist.");
                    }
                    return stored;
                });
    }

    private Future<Voluntary> opened(Tx tx, VoluntaryRepository.Stored stored) {
        return stored.detailsSealed() == null
                ? Future.succeededFuture(view(stored, null))
                : context.caseKeys().open(tx, stored.id()).map(cipher -> view(stored, details(cipher, stored)));
    }

    private static @Nullable Details details(CaseCipher cipher, VoluntaryRepository.Stored stored) {
        byte[] sealed = stored.detailsSealed();
        return sealed == null ? null : Json.read(cipher.open(PLACE, sealed), Details.class);
    }

    private Voluntary view(VoluntaryRepository.Stored stored, @Nullable Details details) {
        return new Voluntary(
                stored.id(),
                shown(stored.number()),
                stored.state(),
                stored.version(),
                stored.openedAt(),
                stored.openedBy(),
                stored.exportedAt(),
                stored.endedAt(),
                details,
                details == null ? null : VoluntaryRules.age(details, today()),
                details == null ? List.of() : VoluntaryRules.lacks(details, today()));
    }

    private static String shown(int number) {
        return "V-%04d".formatted(number);
    }

    private UUID eventId() {
        return context.event().id();
    }

    private Instant now() {
        return context.clock().instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), CaseService.ZONE);
    }

    private static Refusal unknown() {
        return Refusal.notFound("voluntary.unknown", "Deze school- of wijkinterventie kennen wij niet.");
    }
}
