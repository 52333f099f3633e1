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
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Opens cases by receiving handovers, and moves them along the steps that exist. */
public final class CaseService {
    /** Age and dates of an event are Dutch ones. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private static final CaseCipher.Place IDENTITY = CaseCipher.Place.of("case_file", "identity_sealed");
    private static final CaseCipher.Place SAFETY = CaseCipher.Place.of("case_file", "safety_sealed");
    private static final CaseCipher.Place NOTE = CaseCipher.Place.of("case_file", "note_sealed");
    private static final String PURPOSE = "Halt-afdoening aan het loket";

    private final CaseRepository cases = new CaseRepository();
    private final HandoverService handovers;
    private final GuardianService guardians;
    private final CaseKeys caseKeys;
    private final Audit audit;
    private final Event event;
    private final Clock clock;

    public CaseService(
            HandoverService handovers,
            GuardianService guardians,
            CaseKeys caseKeys,
            Audit audit,
            Event event,
            Clock clock) {
        this.handovers = handovers;
        this.guardians = guardians;
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
            @Nullable String receiptNumber) {}

    /**
     * The transaction of receipt: the handover is received, the case opened, the crossing of the legal border recorded,
     * the receipt signed and the guardians' texts queued; all of it or nothing.
     */
    public Future<Standing> receive(Tx tx, Receipt unchecked, Caller caller) {
        Receipt receipt = unchecked.checked(LocalDate.ofInstant(clock.instant(), ZONE));
        UUID id = receipt.handoverId();
        Caller.Worker worker = caller.requireWorker();
        return handovers.receive(tx, id, worker.id()).compose(handover -> caseKeys.open(tx, id)
                .compose(cipher -> open(tx, receipt, cipher, worker)
                        .compose(_ -> recordBorder(tx, id, caller))
                        .compose(head -> handovers.giveReceipt(tx, handover, head))
                        .compose(given -> guardians
                                .add(tx, id, cipher, receipt.guardians())
                                .map(_ -> new Standing(
                                        id, CaseState.OPENED, clock.instant(), worker.name(), given.number())))));
    }

    private Future<Void> open(Tx tx, Receipt receipt, CaseCipher cipher, Caller.Worker worker) {
        return cases.insert(
                tx,
                event.id(),
                receipt.handoverId(),
                clock.instant(),
                worker.id(),
                cipher.seal(IDENTITY, Json.bytes(receipt.identity())),
                cipher.seal(SAFETY, Json.bytes(receipt.safety())));
    }

    /** Before this line the data are the referrer's police data, after it Halt's. */
    private Future<byte[]> recordBorder(Tx tx, UUID id, Caller caller) {
        String facts = "van=werkgever verwijzer (Wpg); naar=Stichting Halt (AVG);"
                + " velden=feit,verklaringen,jongere,ouder,verwijzer";
        return audit.record(
                tx,
                new AuditEntry(
                        event.id(),
                        AuditAction.PROVISION,
                        "case:" + id,
                        caller.auditName(),
                        PURPOSE,
                        AuditEntry.PROVISION_TO_HALT,
                        facts));
    }

    /** Moves a case along; every step that the table does not list is refused. */
    public Future<Standing> change(Tx tx, UUID id, Change change, Caller caller) {
        return cases.stateForChange(tx, event.id(), id)
                .map(found -> found.orElseThrow(CaseService::unknown))
                .map(state -> change.checked(state))
                .compose(state -> seal(tx, id, change.note()))
                .compose(note -> cases.change(
                        tx, event.id(), id, change.to(), clock.instant(), change.reasonName(), note.orElse(null)))
                .compose(_ ->
                        record(tx, AuditAction.CHANGE, id, caller, change.to().name()))
                .compose(_ -> changed(tx, id))
                .compose(_ -> cases.find(tx, event.id(), id))
                .map(found -> found.orElseThrow(CaseService::unknown))
                .map(stored -> new Standing(id, stored.state(), stored.receivedAt(), stored.receivedBy(), null));
    }

    /** Records how a call to a guardian went. */
    public Future<ContactState> recordContact(Tx tx, UUID id, UUID guardianId, ContactOutcome outcome, Caller caller) {
        return guardians
                .record(tx, id, guardianId, outcome, caller.requireWorker().id())
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
        return caseKeys.open(tx, id).compose(cipher -> handovers
                .require(tx, id)
                .compose(handover -> handovers.content(tx, id).compose(content -> guardians
                        .list(tx, id, cipher)
                        .map(all -> new CaseFile(
                                id,
                                stored.state(),
                                stored.reason(),
                                stored.receivedAt(),
                                stored.receivedBy(),
                                Json.read(cipher.open(SAFETY, stored.safetySealed()), Receipt.Safety.class),
                                Json.read(cipher.open(IDENTITY, stored.identitySealed()), Receipt.Identity.class),
                                handover,
                                content,
                                all)))));
    }

    /** The state of a case that is about to be worked on, locked until the transaction ends. */
    public Future<CaseState> stateForChange(Tx tx, UUID id) {
        return cases.stateForChange(tx, event.id(), id).map(found -> found.orElseThrow(CaseService::unknown));
    }

    /** Tells the screens that a case changed. */
    public Future<Void> changed(Tx tx, UUID id) {
        return tx.signal(HandoverService.TOPIC, id.toString())
                .compose(_ -> tx.signal(HandoverService.BOARD_TOPIC, event.id().toString()));
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

    private static Refusal unknown() {
        return Refusal.notFound("case.unknown", "Deze zaak kennen wij niet.");
    }
}
