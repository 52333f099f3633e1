package nl.haltloket.handover;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Handovers that end before the desk received the juvenile: declined, withdrawn, or replaced by a correction. */
final class Endings {
    private static final CaseCipher.Place NOTE = CaseCipher.Place.of("handover", "note_sealed");

    private final HandoverRepository handovers;
    private final HandoverTrail trail;
    private final CaseKeys caseKeys;
    private final Event event;
    private final Clock clock;

    Endings(HandoverRepository handovers, HandoverTrail trail, CaseKeys caseKeys, Event event, Clock clock) {
        this.handovers = handovers;
        this.trail = trail;
        this.caseKeys = caseKeys;
        this.event = event;
        this.clock = clock;
    }

    Future<Void> decline(Tx tx, UUID id, Caller caller, String reason, @Nullable String note) {
        return forChange(tx, id, HandoverState.DECLINED).compose(handover -> sealNote(tx, id, note)
                .compose(sealedNote -> end(
                        tx,
                        handover,
                        new HandoverRepository.Ending(
                                HandoverState.DECLINED,
                                clock.instant(),
                                caller.requireWorker().id(),
                                reason,
                                sealedNote.orElse(null),
                                null),
                        caller.auditName())));
    }

    Future<Void> withdraw(Tx tx, UUID id, Caller caller) {
        var ending = HandoverRepository.Ending.withdrawn(clock.instant(), null);
        return forOwnChange(tx, id, caller.deviceId(), Refusals::unknown)
                .compose(handover -> end(tx, handover, ending, caller.auditName()));
    }

    /** Withdraws what a correction replaces; it may only be the same device's own. */
    Future<Handover> replace(Tx tx, UUID replaced, UUID deviceId) {
        var ending = HandoverRepository.Ending.withdrawn(clock.instant(), "REPLACED");
        return forOwnChange(tx, replaced, deviceId, Refusals::notYours)
                .compose(old -> end(tx, old, ending, "device:" + deviceId).map(_ -> old));
    }

    /** The handover, when it may become this; nobody else changes it until the transaction ends. */
    Future<Handover> forChange(Tx tx, UUID id, HandoverState next) {
        return handovers
                .findForChange(tx, event.id(), id)
                .map(found -> Refusals.fitting(found.orElseThrow(Refusals::unknown), next));
    }

    /** To withdraw: whose it is comes first, so that a stranger is not told what became of it. */
    private Future<Handover> forOwnChange(Tx tx, UUID id, UUID deviceId, Supplier<Refusal> otherwise) {
        return handovers.findForChange(tx, event.id(), id).map(found -> {
            Handover handover = found.orElseThrow(Refusals::unknown);
            if (!handover.deviceId().equals(deviceId)) {
                throw otherwise.get();
            }
            return Refusals.stillYours(handover, event.deskPhone());
        });
    }

    private Future<Void> end(Tx tx, Handover handover, HandoverRepository.Ending ending, String actor) {
        return handovers
                .end(tx, event.id(), handover.id(), ending)
                .compose(_ -> trail.record(
                        tx,
                        AuditAction.CHANGE,
                        handover.id(),
                        actor,
                        ending.state().name()))
                .compose(_ -> trail.changed(tx, handover.id()));
    }

    private Future<Optional<byte[]>> sealNote(Tx tx, UUID id, @Nullable String note) {
        return note == null
                ? Future.succeededFuture(Optional.empty())
                : caseKeys.open(tx, id).map(cipher -> Optional.of(cipher.seal(NOTE, Json.bytes(note))));
    }
}
