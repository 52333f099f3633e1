package nl.haltloket.care;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.web.Caller;

/** Tells how long each step takes; only the states in which a juvenile waits here. */
public final class StepReports {
    private final StepTimeRepository rows = new StepTimeRepository();
    private final CareTrail trail;
    private final Event event;
    private final Clock clock;

    StepReports(CareTrail trail, Event event, Clock clock) {
        this.trail = trail;
        this.event = event;
        this.clock = clock;
    }

    /** The report of this event so far. */
    public Future<StepReport> report(Tx tx, Caller caller) {
        return rows.measured(tx, event.id())
                .map(all -> all.stream().collect(Collectors.toMap(StepReport.Measured::state, Function.identity())))
                .compose(all -> trail.quality(tx, AuditAction.READ, "report:steps", caller)
                        .map(_ -> report(all)));
    }

    private StepReport report(Map<CaseState, StepReport.Measured> all) {
        return new StepReport(
                SmallNumbers.LIMIT,
                clock.instant(),
                Arrays.stream(CaseState.values())
                        .filter(CaseState::isHere)
                        .map(state -> StepReport.Step.of(state, all.get(state)))
                        .toList());
    }
}
