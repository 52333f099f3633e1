package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.ContactOutcome;
import nl.haltloket.guardian.ContactState;
import nl.haltloket.guardian.Guardian;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.Handover;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.handover.StoredVerdict;
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
    static final CaseCipher.Place NOTE = CaseCipher.Place.of("case_file", "note_sealed");
    static final String PURPOSE = "Halt-afdoening aan het loket";

    private final CaseRepository cases = new CaseRepository();
    private final HandoverService handovers;
    private final GuardianService guardians;
    private final CaseVerdicts verdicts;
    private final Gate gate;
    private final CaseKeys caseKeys;
    private final Audit audit;
    private final Event event;
    private final Clock clock;

    public CaseService(
            HandoverService handovers,
            GuardianService guardians,
            CaseVerdicts verdicts,
            CaseKeys caseKeys,
            Audit audit,
            Event event,
            Clock clock) {
        this.handovers = handovers;
        this.guardians = guardians;
        this.verdicts = verdicts;
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
    public Future<Standing> change(Tx tx, UUID id, Change change, Caller caller) {
        return forChange(tx, id)
                .compose(standing -> passed(tx, id, standing, change, caller))
                .compose(passed -> overruled(tx, id, passed, caller))
                .compose(next -> seal(tx, id, change.note())
                        .compose(note -> cases.change(
                                tx, event.id(), id, next, clock.instant(), change.reasonName(), note.orElse(null)))
                        .compose(_ -> record(tx, AuditAction.CHANGE, id, caller, next.name())))
                .compose(_ -> changed(tx, id))
                .compose(_ -> standing(tx, id));
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

    /** Where a case stands now. */
    Future<Standing> standing(Tx tx, UUID id) {
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
                .compose(_ -> guardians.record(
                        tx, id, guardianId, outcome, caller.requireWorker().id()))
                .compose(state -> record(tx, AuditAction.CHANGE, id, caller, "guardian " + state)
                        .map(_ -> state));
    }

    /** The whole case but the intake; the look is recorded with what it was for. */
    public Future<CaseFile> read(Tx tx, UUID id, Caller caller, AuditAction look) {
        return cases.find(tx, event.id(), id)
                .map(found -> found.orElseThrow(CaseService::unknown))
                .compose(stored -> record(tx, look, id, caller, "case").compose(_ -> open(tx, stored)));
    }

    private Future<CaseFile> open(Tx tx, CaseRepository.Stored stored) {
        UUID id = stored.id();
        return caseKeys.open(tx, id).compose(cipher -> handovers.require(tx, id).compose(handover -> handovers
                .content(tx, handover)
                .compose(content -> guardians.list(tx, id, cipher).compose(all -> others(tx, id)
                        .compose(others -> verdict(tx, handover, others).compose(said -> handovers
                                .waiting(tx, handover.ticket())
                                .map(waiting -> new CaseFile(
                                        id,
                                        stored.state(),
                                        stored.reason(),
                                        stored.receivedAt(),
                                        stored.receivedBy(),
                                        opened(cipher, SAFETY, stored.safetySealed(), Receipt.Safety.class),
                                        opened(cipher, IDENTITY, stored.identitySealed(), Receipt.Identity.class),
                                        handover,
                                        content,
                                        said.all().getFirst(),
                                        StoredVerdict.worst(said.all()),
                                        said.block(),
                                        said.decided(),
                                        all,
                                        others,
                                        waiting))))))));
    }

    private record Said(List<StoredVerdict> all, Decided.Block block, Decided decided) {}

    private Future<Said> verdict(Tx tx, Handover first, List<CaseFile.Offence> others) {
        return verdicts.current(tx, first)
                .map(one -> Stream.concat(Stream.of(one), others.stream().map(CaseFile.Offence::verdict))
                        .toList())
                .compose(all -> verdicts.block(tx, first.id(), all).compose(block -> verdicts.decided(tx, first.id())
                        .map(decided -> new Said(all, block, decided))));
    }

    static <T> @Nullable T opened(CaseCipher cipher, CaseCipher.Place place, byte @Nullable [] sealed, Class<T> type) {
        return sealed == null ? null : Json.read(cipher.open(place, sealed), type);
    }

    private Future<List<CaseFile.Offence>> others(Tx tx, UUID id) {
        return handovers
                .joined(tx, id)
                .compose(all ->
                        Each.of(all, one -> handovers.content(tx, one).compose(content -> verdicts.current(tx, one)
                                .map(verdict -> new CaseFile.Offence(one, content, verdict)))));
    }

    /** The state of a case that is about to be worked on, locked until the transaction ends. */
    public Future<CaseState> stateForChange(Tx tx, UUID id) {
        return forChange(tx, id).map(CaseService::present);
    }

    private Future<CaseRepository.Standing> forChange(Tx tx, UUID id) {
        return cases.standingForChange(tx, event.id(), id).map(found -> found.orElseThrow(CaseService::unknown));
    }

    private static CaseState present(CaseRepository.Standing standing) {
        if (standing.awaiting()) {
            throw Refusal.conflict(
                    "case.awaiting", "Deze zaak wacht nog op de jongere. Neem de jongere eerst over vanaf het bord.");
        }
        return standing.state();
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
        return audit.record(
                        tx,
                        new AuditEntry(
                                event.id(),
                                action,
                                "case:" + id,
                                caller.auditName(),
                                PURPOSE,
                                AuditEntry.HALT_TASK,
                                facts))
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
