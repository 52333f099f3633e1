package nl.haltloket.reply;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** The box of texts of which a person decides where they belong, and the way back from a wrong decision. */
final class Triage {
    /** A decision can be taken back in the same shift, which lasts 12 hours at most: Arbeidstijdenwet art. 5:7. */
    static final Duration SHIFT = Duration.ofHours(12);

    private final ReplyRepository replies;
    private final CaseTicketRepository tickets = new CaseTicketRepository();
    private final ReplyTrail trail;
    private final CaseService cases;
    private final CaseKeys caseKeys;
    private final EventCipher eventCipher;
    private final Event event;
    private final Clock clock;

    Triage(ReplyContext context, ReplyRepository replies, ReplyTrail trail) {
        this.replies = replies;
        this.trail = trail;
        this.cases = context.cases();
        this.caseKeys = context.caseKeys();
        this.eventCipher = new EventCipher(context.keys());
        this.event = context.event();
        this.clock = context.clock();
    }

    /** What waits, the longest first, and what was put aside in this shift. */
    Future<TriageList> list(Tx tx, Caller caller) {
        return trail.record(tx, AuditAction.READ, "replies", caller.auditName(), "triage")
                .compose(_ -> replies.triage(tx, event.id()))
                .compose(waiting -> replies.dismissed(tx, event.id(), shiftBegan())
                        .compose(aside -> named(tx, waiting, aside).compose(named -> replies.waiting(tx, event.id())
                                .compose(count -> replies.alike(tx, ids(waiting))
                                        .map(alike -> new TriageList(
                                                count, view(waiting, named, alike), view(aside, named, Map.of())))))));
    }

    /** Who sent it: shown when somebody asks, and written down. */
    Future<TriageList.From> sender(Tx tx, UUID id, Caller caller) {
        return replies.find(tx, event.id(), id)
                .map(Triage::known)
                .compose(reply -> open(tx, reply))
                .compose(
                        body -> trail.record(tx, AuditAction.READ, ReplyTrail.subject(id), caller.auditName(), "sender")
                                .map(new TriageList.From(
                                        body.from(), Sender.of(body.from()).person())));
    }

    /** Links it to a case; of two who do so at once the second hears what the first did. */
    Future<TriageList.Decided> link(Tx tx, UUID id, UUID caseId, Caller caller) {
        return cases.stateForChange(tx, caseId)
                .map(Triage::open)
                .compose(_ -> forDecision(tx, id))
                .compose(
                        reply -> caseKeys.open(tx, caseId).map(cipher -> ReplyBody.open(eventCipher, id, reply.sealed())
                                .seal(cipher, id)))
                .compose(anew -> replies.decide(
                        tx, id, decision(ReplyState.LINKED, Cause.HAND, Optional.of(caseId), anew, caller, null)))
                .compose(_ -> done(tx, id, "linked to case:" + caseId, Optional.of(caseId), caller))
                .map(new TriageList.Decided(id, ReplyState.LINKED, 1));
    }

    /** Puts it aside: it belongs to no case. */
    Future<TriageList.Decided> dismiss(Tx tx, UUID id, TriageList.Reason reason, Caller caller) {
        return forDecision(tx, id)
                .compose(reply -> replies.decide(
                        tx,
                        id,
                        decision(
                                ReplyState.DISMISSED,
                                reply.cause(),
                                Optional.empty(),
                                reply.sealed(),
                                caller,
                                reason.name())))
                .compose(_ -> done(tx, id, "dismissed " + reason, Optional.empty(), caller))
                .map(new TriageList.Decided(id, ReplyState.DISMISSED, 1));
    }

    /** Puts it aside with all others of the same number that wait. */
    Future<TriageList.Decided> dismissAll(Tx tx, UUID id, TriageList.Reason reason, Caller caller) {
        UUID workerId = caller.requireWorker().id();
        return dismiss(tx, id, reason, caller)
                .compose(_ -> replies.dismissAlike(tx, id, clock.instant(), workerId, reason.name()))
                .compose(others -> alike(tx, id, others, "dismissed " + reason, ReplyState.DISMISSED, caller));
    }

    /** Takes it back with all others of its number that were put aside at the same moment. */
    Future<TriageList.Decided> takeAllBack(Tx tx, UUID id, Caller caller) {
        return replies.findForChange(tx, event.id(), id)
                .map(Triage::known)
                .map(this::mayBeTakenBack)
                .compose(_ -> replies.returnAlike(tx, id))
                .compose(others -> takeBack(tx, id, caller)
                        .compose(_ -> alike(tx, id, others, "taken back", ReplyState.TRIAGE, caller)));
    }

    /** Every one of them has its own line in the log. */
    private Future<TriageList.Decided> alike(
            Tx tx, UUID id, List<UUID> others, String facts, ReplyState state, Caller caller) {
        return Each.run(
                        others,
                        other -> trail.record(
                                tx, AuditAction.CHANGE, ReplyTrail.subject(other), caller.auditName(), facts))
                .map(new TriageList.Decided(id, state, others.size() + 1));
    }

    /** Takes it back into the box from a case or from what was put aside. */
    Future<TriageList.Decided> takeBack(Tx tx, UUID id, Caller caller) {
        return replies.findForChange(tx, event.id(), id)
                .map(Triage::known)
                .map(this::mayBeTakenBack)
                .compose(reply -> open(tx, reply)
                        .compose(body -> replies.decide(
                                tx,
                                id,
                                new ReplyRepository.Decision(
                                        ReplyState.TRIAGE,
                                        Cause.TAKEN_BACK,
                                        null,
                                        body.seal(eventCipher, id),
                                        null,
                                        null,
                                        null,
                                        null)))
                        .compose(_ -> done(tx, id, "taken back", Optional.ofNullable(reply.caseId()), caller)))
                .map(new TriageList.Decided(id, ReplyState.TRIAGE, 1));
    }

    private ReplyRepository.Stored mayBeTakenBack(ReplyRepository.Stored reply) {
        if (reply.state() == ReplyState.TRIAGE) {
            throw Refusal.conflict("reply.in-triage", "Dit bericht ligt al bij de berichten zonder zaak.");
        }
        Instant decidedAt = reply.decidedAt();
        if (decidedAt != null && decidedAt.isBefore(shiftBegan())) {
            throw Refusal.conflict(
                    "reply.too-late", "Dit is langer dan 12 uur geleden beslist. Overleg met de coördinator.");
        }
        return reply;
    }

    private Future<ReplyRepository.Stored> forDecision(Tx tx, UUID id) {
        return replies.findForChange(tx, event.id(), id).map(Triage::known).compose(reply -> {
            if (reply.state() == ReplyState.TRIAGE) {
                return Future.succeededFuture(reply);
            }
            UUID caseId = reply.caseId();
            return tickets.tickets(tx, event.id(), caseId == null ? List.of() : List.of(caseId))
                    .compose(named -> Future.failedFuture(tooLate(reply, named)));
        });
    }

    private static Refusal tooLate(ReplyRepository.Stored reply, List<CaseTicketRepository.Named> named) {
        String who = reply.decidedBy();
        if (reply.state() == ReplyState.DISMISSED) {
            return Refusal.conflict("reply.dismissed", "%s legde dit bericht net weg.".formatted(who));
        }
        String words =
                named.stream().findFirst().map(one -> one.ticket().words()).orElse("een andere zaak");
        return Refusal.conflict(
                "reply.linked",
                who == null
                        ? "Dit bericht hoort sinds net vanzelf bij %s.".formatted(words)
                        : "%s koppelde dit bericht net aan %s.".formatted(who, words));
    }

    private static ReplyRepository.Stored known(Optional<ReplyRepository.Stored> found) {
        return found.orElseThrow(() -> Refusal.notFound("reply.unknown", "Dit bericht kennen wij niet."));
    }

    private static CaseState open(CaseState state) {
        if (state == CaseState.TRANSFERRED || state == CaseState.ERASED) {
            throw Refusal.conflict("case.closed", "Deze zaak is al overgedragen. Bel wie haar nu heeft.");
        }
        return state;
    }

    private ReplyRepository.Decision decision(
            ReplyState state,
            Cause cause,
            Optional<UUID> caseId,
            byte[] sealed,
            Caller caller,
            @Nullable String reason) {
        UUID workerId = caller.requireWorker().id();
        return new ReplyRepository.Decision(
                state, cause, caseId.orElse(null), sealed, clock.instant(), workerId, reason, null);
    }

    private Future<Void> done(Tx tx, UUID id, String facts, Optional<UUID> caseId, Caller caller) {
        return trail.record(tx, AuditAction.CHANGE, ReplyTrail.subject(id), caller.auditName(), facts)
                .compose(_ -> trail.changed(tx, caseId.orElse(null)));
    }

    private Future<ReplyBody> open(Tx tx, ReplyRepository.Stored reply) {
        UUID caseId = reply.caseId();
        return caseId == null
                ? Future.succeededFuture(ReplyBody.open(eventCipher, reply.id(), reply.sealed()))
                : caseKeys.open(tx, caseId).map(cipher -> ReplyBody.open(cipher, reply.id(), reply.sealed()));
    }

    private Future<List<CaseTicketRepository.Named>> named(
            Tx tx, List<ReplyRepository.Stored> waiting, List<ReplyRepository.Stored> aside) {
        List<UUID> ids = Stream.concat(waiting.stream(), aside.stream())
                .flatMap(reply -> reply.suggested().stream())
                .distinct()
                .toList();
        return tickets.tickets(tx, event.id(), ids);
    }

    private static List<UUID> ids(List<ReplyRepository.Stored> all) {
        return all.stream().map(ReplyRepository.Stored::id).toList();
    }

    private List<TriageList.Item> view(
            List<ReplyRepository.Stored> all, List<CaseTicketRepository.Named> named, Map<UUID, Long> alike) {
        return all.stream()
                .map(reply -> new TriageList.Item(
                        reply.id(),
                        reply.at(),
                        reply.cause(),
                        ReplyBody.open(eventCipher, reply.id(), reply.sealed()).text(),
                        reply.asked(),
                        alike.getOrDefault(reply.id(), 0L),
                        named.stream()
                                .filter(one -> reply.suggested().contains(one.caseId()))
                                .toList(),
                        reply.reason(),
                        reply.decidedBy()))
                .toList();
    }

    private Instant shiftBegan() {
        return clock.instant().minus(SHIFT);
    }
}
