package nl.haltloket.intake;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.UUID;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Makes the saved appointment the case's: from here on it is scheduled. */
public final class AppointmentService {
    private final CaseService cases;
    private final IntakeService intake;
    private final Clock clock;

    public AppointmentService(CaseService cases, IntakeService intake, Clock clock) {
        this.cases = cases;
        this.intake = intake;
        this.clock = clock;
    }

    /** Refused without a day, and for one that is past or too late by now; what was saved stays. */
    public Future<CaseService.Standing> schedule(Tx tx, UUID caseId, Caller caller) {
        return cases.stateForChange(tx, caseId)
                .compose(_ -> cases.standing(tx, caseId))
                .compose(standing -> intake.list(tx, caseId).map(sections -> {
                    IntakeService.Saved saved = sections.get(Section.APPOINTMENT.wire());
                    if (saved == null
                            || Section.APPOINTMENT.appointment(saved.data()).isEmpty()) {
                        throw Refusal.conflict("appointment.none", "Kies eerst een dag voor de afspraak.");
                    }
                    Section.APPOINTMENT.check(saved.data(), clock);
                    Section.APPOINTMENT.checkTerm(saved.data(), standing.receivedAt());
                    return standing;
                }))
                .compose(_ -> cases.step(tx, caseId, CaseState.SCHEDULED, null, caller, "appointment"));
    }
}
