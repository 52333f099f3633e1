package nl.haltloket.handover;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.CardService;
import nl.haltloket.event.Event;
import nl.haltloket.event.Ticket;
import nl.haltloket.identity.SessionService;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** Takes handovers in, shows them, and lets them be declined or withdrawn until the desk has received the juvenile. */
public final class HandoverService {
    /** Signalled when something of an event's handovers or cases changed; the key is the event's id. */
    public static final String BOARD_TOPIC = "board";

    /** Signalled when a handover changed; the key is its id. */
    public static final String TOPIC = "handover";

    private final Database database;
    private final HandoverRepository handovers = new HandoverRepository();
    private final HandoverTrail trail;
    private final Endings endings;
    private final Submissions submissions;
    private final Contents contents;
    private final Verdicts verdicts;
    private final EventKeys keys;
    private final Event event;
    private final Clock clock;

    public HandoverService(
            Vertx vertx,
            Database database,
            SessionService sessions,
            CardService cards,
            CaseKeys caseKeys,
            EventKeys keys,
            Verdicts verdicts,
            Audit audit,
            Event event,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.event = event;
        this.clock = clock;
        this.trail = new HandoverTrail(audit, event);
        this.verdicts = verdicts;
        this.contents = new Contents(handovers, verdicts, caseKeys, event);
        this.endings = new Endings(handovers, trail, caseKeys, event, clock);
        this.submissions = new Submissions(
                database,
                sessions,
                cards,
                keys,
                new Submissions.Parts(vertx, handovers, endings, trail, contents, verdicts, caseKeys, event, clock));
    }

    /** A handover that was taken in, now or before. */
    public record Submitted(Handover handover, boolean fresh) {}

    /** Takes in a sealed envelope. The same envelope gives the same answer for ever; another body is refused. */
    public Future<Submitted> submit(byte[] sealed) {
        return submissions.submit(sealed);
    }

    /** The state of a handover; a phone sees only its own. */
    public Future<Handover> find(UUID id, Caller caller) {
        return database.inTransaction(tx -> require(tx, id)).map(handover -> {
            if (caller.profile() == Profile.VERWIJZER && !handover.deviceId().equals(caller.deviceId())) {
                throw Refusals.unknown();
            }
            return handover;
        });
    }

    /** What the referrer declared, with other offences of the same juvenile that wait; each look is recorded. */
    public Future<ContentView> read(UUID id, Caller caller) {
        return database.inTransaction(tx -> require(tx, id).compose(handover -> waiting(tx, handover.ticket())
                .map(ids -> others(handover, ids))
                .compose(ids -> withOthers(tx, handover, ids)
                        .compose(view -> recordLooks(tx, id, ids, caller).map(view)))));
    }

    private Future<ContentView> withOthers(Tx tx, Handover handover, List<UUID> ids) {
        return Each.of(ids, other -> require(tx, other).compose(one -> beside(tx, one)))
                .compose(others -> view(tx, handover, others));
    }

    /** Last of all: from its line in the audit on, every other writer waits for the end of the transaction. */
    private Future<Void> recordLooks(Tx tx, UUID id, List<UUID> others, Caller caller) {
        return Each.run(
                Stream.concat(Stream.of(id), others.stream()).toList(),
                one -> trail.record(tx, AuditAction.READ, one, caller.auditName(), "content"));
    }

    private Future<ContentView> view(Tx tx, Handover handover, List<ContentView.Other> others) {
        return content(tx, handover).compose(content -> verdicts.current(tx, handover, content)
                .map(verdict -> ContentView.of(event, handover, content, verdict, others)));
    }

    private Future<ContentView.Other> beside(Tx tx, Handover other) {
        return content(tx, other).compose(content -> verdicts.current(tx, other, content)
                .map(verdict -> ContentView.Other.of(event, other, content, verdict)));
    }

    /**
     * What the rules say with these facts of the desk, of the worst of all offences of the juvenile that wait. Nothing is
     * kept but the look.
     */
    public Future<VerdictView> judge(UUID id, DeskFacts desk, Caller caller) {
        return database.inTransaction(tx -> trail.record(tx, AuditAction.READ, id, caller.auditName(), "verdict")
                        .compose(_ -> require(tx, id))
                        .compose(handover -> waiting(tx, handover.ticket())
                                .compose(ids -> Each.of(others(handover, ids), other -> require(tx, other)))
                                .compose(others -> Each.of(prepend(handover, others), one -> judge(tx, one, desk)))))
                .map(HandoverService::worst);
    }

    private Future<VerdictView> judge(Tx tx, Handover handover, DeskFacts desk) {
        return content(tx, handover)
                .map(content -> VerdictView.of(event, content, verdicts.judge(handover, content, desk), null, null));
    }

    private static List<Handover> prepend(Handover first, List<Handover> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private static VerdictView worst(List<VerdictView> all) {
        return all.stream()
                .sorted(Comparator.comparing(VerdictView::decision).reversed())
                .findFirst()
                .orElseThrow();
    }

    private static List<UUID> others(Handover handover, List<UUID> ids) {
        return handover.state() == HandoverState.SUBMITTED
                ? ids.stream().filter(id -> !id.equals(handover.id())).toList()
                : List.of();
    }

    /** The content of a handover, for a look that its caller records. */
    public Future<HandoverContent> content(Tx tx, Handover handover) {
        return contents.read(tx, handover);
    }

    /** What waits for receipt under a ticket, oldest first. */
    public Future<List<UUID>> waiting(Tx tx, Ticket ticket) {
        return handovers.waiting(tx, event.id(), ticket);
    }

    /** What was received in a case beside its first handover: more offences of the same juvenile. */
    public Future<List<Handover>> joined(Tx tx, UUID caseId) {
        return handovers.joined(tx, event.id(), caseId).compose(ids -> Each.of(ids, id -> require(tx, id)));
    }

    /** The handover; refused when there is none. */
    public Future<Handover> require(Tx tx, UUID id) {
        return handovers.find(tx, event.id(), id).map(found -> found.orElseThrow(Refusals::unknown));
    }

    /** Declines with a reason. */
    public Future<Handover> decline(Tx tx, UUID id, Caller caller, String reason, @Nullable String note) {
        return endings.decline(tx, id, caller, reason, note).compose(_ -> require(tx, id));
    }

    /** Withdraws the caller's own handover. */
    public Future<Handover> withdraw(Tx tx, UUID id, Caller caller) {
        return endings.withdraw(tx, id, caller).compose(_ -> require(tx, id));
    }

    /** Marks it received in this case, by whoever comes first; the other is told who that was. */
    public Future<Handover> receive(Tx tx, UUID id, UUID caseId, UUID workerId) {
        return endings.forChange(tx, id, HandoverState.RECEIVED).compose(handover -> handovers
                .end(
                        tx,
                        event.id(),
                        id,
                        new HandoverRepository.Ending(
                                HandoverState.RECEIVED, clock.instant(), workerId, null, null, caseId))
                .compose(_ -> trail.changed(tx, id))
                .compose(_ -> require(tx, id)));
    }

    /** Marks it received in a case that is open already; from here on it lies under the key of that case. */
    public Future<Handover> join(Tx tx, UUID id, UUID caseId, UUID workerId) {
        return endings.forChange(tx, id, HandoverState.RECEIVED)
                .compose(handover -> contents.moveInto(tx, handover, caseId))
                .compose(_ -> receive(tx, id, caseId, workerId));
    }

    /**
     * Makes and keeps the receipt of a handover that was received under this head of the audit chain.
     *
     * @param ruling what the rules said, and whether a worker decided otherwise
     */
    public Future<Handover.Receipt> giveReceipt(Tx tx, Handover handover, byte[] auditHead, Handover.Ruling ruling) {
        return handovers.nextReceipt(tx, event.id()).compose(next -> {
            Handover.Receipt receipt = Receipts.make(keys, handover, "R-%04d".formatted(next), auditHead, ruling);
            return handovers.keepReceipt(tx, event.id(), handover.id(), receipt).map(_ -> receipt);
        });
    }
}
