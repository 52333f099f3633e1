package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.ContactOutcome;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Reads cases, and moves them along the steps that exist. */
public final class CaseService {
    /** Age and dates of an event are Dutch ones. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    static final CaseCipher.Place IDENTITY = CaseCipher.Place.of("case_file", "identity_sealed");
    static final CaseCipher.Place SAFETY = CaseCipher.Place.of("case_file", "safety_sealed");
    static final CaseCipher.Place PROGRESS = CaseCipher.Place.of("case_file", "progress_sealed");
    static final CaseCipher.Place NOTE = CaseCipher.Place.of("case_file", "note_sealed");
    static final String SYSTEM = "system";
    static final String PURPOSE = "Halt-afdoening aan het loket";

    private final CaseRepository cases = new CaseRepository();
    private final GuardianService guardians;
    private final CaseVerdicts verdicts;
    private final Rights rights;
    private final CaseReader reader;
    private final Gate gate;
    private final CaseKeys caseKeys;
    private final Audit audit;
    private final Event event;
    private final Clock clock;

    public CaseService(
            HandoverService handovers,
            GuardianService guardians,
            CaseVerdicts verdicts,
            Rights rights,
            CaseKeys caseKeys,
            Audit audit,
            Event event,
            Clock clock) {
        this.guardians = guardians;
        this.verdicts = verdicts;
        this.rights = rights;
        this.reader = new CaseReader(handovers, guardians, verdicts, rights, caseKeys);
        this.gate = new Gate(verdicts);
        this.caseKeys = caseKeys;
        this.audit = audit;
        this.event = event;
        this.clock = clock;
    }

    /** Where a case stands, without personal data of the juvenile. */
    public record Standing(
            UUID id,
            CaseState state,
            Instant receivedAt,
            @Nullable String receivedBy,
            @Nullable String receiptNumber) {

        /** The same case, with the receipt that it gave. */
        Standing with(String number) {
            return new Standing(id, state, receivedAt, receivedBy, number);
        }

        /** The same case in this state. */
        Standing in(CaseState now) {
            return new Standing(id, now, receivedAt, receivedBy, receiptNumber);
        }
    }

    /** Moves a case along; every step that the table does not list is refused. */
    public Future<Standing> change(Tx tx, UUID id, Change asked, Caller caller) {
        Change change = asked.cleaned();
        return forChange(tx, id)
                .compose(standing -> passed(tx, id, standing, change, caller))
                .compose(passed -> overruled(tx, id, passed, caller))
                .compose(next -> seal(tx, id, change.note())
                        .compose(note -> become(tx, id, next, change.reasonName(), note.orElse(null)))
                        .compose(_ -> record(tx, AuditAction.CHANGE, id, caller, next.name())))
                .compose(_ -> changed(tx, id))
                .compose(_ -> standing(tx, id));
    }

    /**
     * Takes a step that another part of the desk decided on: refused with {@code case.step} when the table does not
     * list it.
     *
     * @param reason why, by its code
     * @param auditFacts what the audit says beside the new state; ids and codes only
     */
    public Future<Standing> step(
            Tx tx, UUID id, CaseState to, @Nullable String reason, Caller caller, String auditFacts) {
        return step(tx, id, to, reason, caller.auditName(), auditFacts);
    }

    /** The same, by the server itself. */
    public Future<Standing> step(Tx tx, UUID id, CaseState to, @Nullable String reason, String auditFacts) {
        return step(tx, id, to, reason, SYSTEM, auditFacts);
    }

    private Future<Standing> step(
            Tx tx, UUID id, CaseState to, @Nullable String reason, String actor, String auditFacts) {
        String facts = auditFacts.isBlank() ? to.name() : to.name() + " " + auditFacts;
        return forChange(tx, id)
                .map(standing -> to.isHere() ? present(standing) : standing.state())
                .compose(from -> {
                    from.checkStep(to);
                    return become(tx, id, to, reason, null);
                })
                .compose(_ -> record(tx, AuditAction.CHANGE, id, actor, facts))
                .compose(_ -> changed(tx, id))
                .compose(_ -> standing(tx, id));
    }

    /** That a juvenile is not fit now, or is again, is a fact by which everything is judged anew. */
    private Future<Void> become(Tx tx, UUID id, CaseState next, @Nullable String reason, @Nullable Buffer note) {
        return cases.find(tx, event.id(), id)
                .map(found -> found.orElseThrow(CaseService::unknown).state())
                .compose(from -> cases.change(tx, event.id(), id, next, clock.instant(), reason, note)
                        .compose(_ -> {
                            boolean fitAgain = from == CaseState.NOT_FIT_NOW && next == CaseState.INTAKE;
                            return next == CaseState.NOT_FIT_NOW || fitAgain
                                    ? fit(tx, id, fitAgain)
                                    : Future.succeededFuture();
                        }));
    }

    private Future<Void> fit(Tx tx, UUID id, boolean fit) {
        return cases.fit(tx, event.id(), id, fit)
                .compose(_ -> verdicts.judge(tx, id, VerdictCause.PROGRESSED))
                .mapEmpty();
    }

    /** The rights card was shown. */
    public Future<Standing> rightsShown(Tx tx, UUID id, RightsShown.NewRights shown, Caller caller) {
        return stateForChange(tx, id)
                .compose(state -> {
                    if (!state.isHere()) {
                        throw Refusal.conflict("case.closed", "Deze zaak is niet meer open.");
                    }
                    return rights.keep(
                            tx, id, shown.checked(), caller.requireWorker().id());
                })
                .compose(_ -> record(tx, AuditAction.CHANGE, id, caller, "rights shown " + shown.medium()))
                .compose(_ -> changed(tx, id))
                .compose(_ -> standing(tx, id));
    }

    /** Before every question to the juvenile: refused with {@code intake.rights-first} until the card was shown. */
    public Future<Void> requireRights(Tx tx, UUID id) {
        return rights.require(tx, id);
    }

    private Future<Gate.Passed> passed(Tx tx, UUID id, CaseRepository.Standing standing, Change change, Caller caller) {
        CaseState from = checked(standing, change);
        return switch (change.to()) {
            case INTAKE -> gate.intake(tx, id, from, change.override(), caller);
            case LEFT ->
                (standing.awaiting() ? Future.<Void>succeededFuture() : told(tx, id, change))
                        .map(new Gate.Passed(CaseState.LEFT, null));
            default -> Future.succeededFuture(new Gate.Passed(change.to(), null));
        };
    }

    /** Records what a worker decided otherwise than the rules; gives the state that the case has then. */
    Future<CaseState> overruled(Tx tx, UUID id, Gate.Passed passed, Caller caller) {
        return (passed.overruled() == null
                        ? Future.<Void>succeededFuture()
                        : record(tx, AuditAction.CHANGE, id, caller, passed.overruled()))
                .map(passed.next());
    }

    /** Nobody lets a juvenile go of whom no guardian knows without writing down why; who is picked up, is known of. */
    private Future<Void> told(Tx tx, UUID id, Change change) {
        if (change.reason() == Change.Reason.PICKED_UP || change.note() != null) {
            return Future.succeededFuture();
        }
        return gate.asksToTellGuardian(tx, id).compose(asks -> caseKeys.open(tx, id)
                .compose(cipher -> guardians.list(tx, id, cipher))
                .map(all -> {
                    if (asks && all.stream().noneMatch(Guardian::informed)) {
                        throw Refusal.invalid(
                                "verdict.guardian-not-told",
                                "Er is nog geen ouder gesproken. Schrijf op waarom de jongere toch vertrekt.");
                    }
                    return null;
                }));
    }

    /** The date of birth of the juvenile, as established at receipt; refused while the case waits for its juvenile. */
    public Future<LocalDate> birthDate(Tx tx, UUID id) {
        return cases.find(tx, event.id(), id)
                .map(found -> found.orElseThrow(CaseService::unknown))
                .compose(stored -> caseKeys.open(tx, id).map(cipher -> {
                    Receipt.Identity identity =
                            opened(cipher, IDENTITY, stored.identitySealed(), Receipt.Identity.class);
                    if (identity == null) {
                        throw awaiting();
                    }
                    return LocalDate.parse(identity.birthDate());
                }));
    }

    /** Where a case stands now. */
    public Future<Standing> standing(Tx tx, UUID id) {
        return cases.find(tx, event.id(), id)
                .map(found -> found.orElseThrow(CaseService::unknown))
                .map(stored -> new Standing(id, stored.state(), stored.receivedAt(), stored.receivedBy(), null));
    }

    /** A case that waits for its juvenile can only end. */
    private static CaseState checked(CaseRepository.Standing standing, Change change) {
        return change.checked(
                change.to() == CaseState.LEFT || change.to() == CaseState.RETURNED
                        ? standing.state()
                        : present(standing));
    }

    /** Records how a call to a guardian went. */
    public Future<ContactState> recordContact(Tx tx, UUID id, UUID guardianId, ContactOutcome outcome, Caller caller) {
        return forChange(tx, id)
                .map(CaseService::open)
                .compose(_ -> guardians.record(
                        tx, id, guardianId, outcome, caller.requireWorker().id()))
                .compose(state -> record(tx, AuditAction.CHANGE, id, caller, "guardian " + state)
                        .map(_ -> state));
    }

    /** The whole case but the intake; the look is recorded with what it was for. */
    public Future<CaseFile> read(Tx tx, UUID id, Caller caller, AuditAction look) {
        return cases.find(tx, event.id(), id)
                .map(found -> there(found.orElseThrow(CaseService::unknown)))
                .compose(stored -> reader.open(tx, stored))
                .recover(failure -> gone(tx, id, failure))
                .compose(file -> record(tx, look, id, caller, "case").map(file));
    }

    /** The same for another feature, which records itself what the look was for. */
    public Future<CaseFile> file(Tx tx, UUID id) {
        return cases.find(tx, event.id(), id)
                .map(found -> there(found.orElseThrow(CaseService::unknown)))
                .compose(stored -> reader.open(tx, stored))
                .recover(failure -> gone(tx, id, failure));
    }

    /** Between two reads a case can be erased, and then what is left of it can not be read. */
    private Future<CaseFile> gone(Tx tx, UUID id, Throwable failure) {
        return failure instanceof Refusal
                ? Future.failedFuture(failure)
                : cases.stage(tx, event.id(), id).compose(found -> {
                    found.ifPresent(stage -> refuseErased(stage.state()));
                    return Future.failedFuture(failure);
                });
    }

    private static CaseRepository.Stored there(CaseRepository.Stored stored) {
        refuseErased(stored.state());
        return stored;
    }

    /** An erased case is gone, and into a transferred one nothing goes any more: it would be lost. */
    private static CaseRepository.Standing open(CaseRepository.Standing standing) {
        refuseErased(standing.state());
        if (standing.state() == CaseState.TRANSFERRED) {
            throw Refusal.conflict("case.closed", "Deze zaak is al overgedragen. Bel wie haar nu heeft.");
        }
        return standing;
    }

    private static void refuseErased(CaseState state) {
        if (state == CaseState.ERASED) {
            throw Refusal.notFound(
                    "case.erased", "Deze zaak is overgedragen en daarna gewist. Hier is niets meer te lezen.");
        }
    }

    static <T> @Nullable T opened(CaseCipher cipher, CaseCipher.Place place, byte @Nullable [] sealed, Class<T> type) {
        return sealed == null ? null : Json.read(cipher.open(place, sealed), type);
    }

    /** The state of a case that is about to be worked on, locked until the transaction ends. */
    public Future<CaseState> stateForChange(Tx tx, UUID id) {
        return forChange(tx, id).map(CaseService::open).map(CaseService::present);
    }

    private Future<CaseRepository.Standing> forChange(Tx tx, UUID id) {
        return cases.standingForChange(tx, event.id(), id).map(found -> found.orElseThrow(CaseService::unknown));
    }

    private static CaseState present(CaseRepository.Standing standing) {
        if (standing.awaiting()) {
            throw awaiting();
        }
        return standing.state();
    }

    private static Refusal awaiting() {
        return Refusal.conflict(
                "case.awaiting", "Deze zaak wacht nog op de jongere. Neem de jongere eerst over vanaf het bord.");
    }

    /** Tells the screens that a case changed. */
    public Future<Void> changed(Tx tx, UUID id) {
        return tx.signal(
                HandoverService.TOPIC,
                id.toString(),
                HandoverService.BOARD_TOPIC,
                event.id().toString());
    }

    /** Appends to the audit chain what was done with a case. */
    public Future<Void> record(Tx tx, AuditAction action, UUID id, Caller caller, String facts) {
        return record(tx, action, id, caller.auditName(), facts);
    }

    Future<Void> record(Tx tx, AuditAction action, UUID id, String actor, String facts) {
        return audit.record(
                        tx,
                        new AuditEntry(event.id(), action, "case:" + id, actor, PURPOSE, AuditEntry.HALT_TASK, facts))
                .mapEmpty();
    }

    private Future<Optional<Buffer>> seal(Tx tx, UUID id, @Nullable String note) {
        return note == null
                ? Future.succeededFuture(Optional.empty())
                : caseKeys.open(tx, id).map(cipher -> Optional.of(Buffer.buffer(cipher.seal(NOTE, Json.bytes(note)))));
    }

    static Refusal unknown() {
        return Refusal.notFound("case.unknown", "Deze zaak kennen wij niet.");
    }
}
