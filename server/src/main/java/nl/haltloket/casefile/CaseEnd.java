package nl.haltloket.casefile;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.refusal.Refusal;

/** The last two steps of a case, which the server takes by itself: transferred, and then erased. */
public final class CaseEnd {
    private final CaseRepository cases = new CaseRepository();
    private final CaseService service;
    private final Event event;
    private final Clock clock;

    public CaseEnd(CaseService service, Event event, Clock clock) {
        this.service = service;
        this.event = event;
        this.clock = clock;
    }

    /** How far a case is, that may be erased already. */
    public record Stage(CaseState state, Instant since) {}

    /** How far it is; refused when there never was such a case. */
    public Future<Stage> stage(Tx tx, UUID id) {
        return cases.stage(tx, event.id(), id).map(found -> found.orElseThrow(CaseService::unknown));
    }

    /** The state, which nobody else changes until this transaction ends. */
    public Future<CaseState> lock(Tx tx, UUID id) {
        return cases.standingForChange(tx, event.id(), id)
                .map(found -> found.orElseThrow(CaseService::unknown).state());
    }

    /** What was sent is received: nothing can be added here any more. */
    public Future<Void> transferred(Tx tx, UUID id) {
        return to(tx, id, CaseState.TRANSFERRED)
                .compose(_ -> cases.end(tx, event.id(), id, CaseState.TRANSFERRED, clock.instant()))
                .compose(_ -> record(tx, id, CaseState.TRANSFERRED))
                .compose(_ -> service.changed(tx, id));
    }

    /** The row keeps when the case was here and how it ended, for counting; nothing of whom it was about. */
    public Future<Void> erased(Tx tx, UUID id) {
        return to(tx, id, CaseState.ERASED)
                .compose(_ -> cases.erase(tx, event.id(), id, clock.instant()))
                .compose(_ -> record(tx, id, CaseState.ERASED))
                .compose(_ -> service.changed(tx, id));
    }

    private Future<Void> record(Tx tx, UUID id, CaseState next) {
        return service.record(tx, AuditAction.CHANGE, id, CaseService.SYSTEM, next.name());
    }

    private Future<Void> to(Tx tx, UUID id, CaseState next) {
        return lock(tx, id).map(state -> {
            if (!state.canBecome(next)) {
                throw Refusal.conflict("case.step", "Van deze stand kan de zaak niet naar die stand.");
            }
            return null;
        });
    }
}
