package nl.haltloket.care;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.web.Caller;

/** Records every look at care and every change of it, with a purpose of its own. */
final class CareTrail {
    private static final String CARE = "Zorg rond de jongere";
    private static final String VOLUNTARY = "School- of wijkinterventie";
    private static final String QUALITY = "Kwaliteit van het loket";

    /** The voluntary alternative rests on consent: AVG art. 6 (1) (a). */
    private static final String CONSENT = "AVG 6-1-a";

    private final Audit audit;
    private final Event event;

    CareTrail(Audit audit, Event event) {
        this.audit = audit;
        this.event = event;
    }

    Future<Void> care(Tx tx, AuditAction action, UUID caseId, Caller caller, String facts) {
        return record(tx, action, "case:" + caseId, caller, new Ground(CARE, AuditEntry.HALT_TASK), facts);
    }

    Future<Void> voluntary(Tx tx, AuditAction action, String subject, Caller caller, String facts) {
        return record(tx, action, "voluntary:" + subject, caller, new Ground(VOLUNTARY, CONSENT), facts);
    }

    Future<Void> quality(Tx tx, AuditAction action, String subject, Caller caller) {
        return record(tx, action, subject, caller, new Ground(QUALITY, AuditEntry.HALT_TASK), "");
    }

    private record Ground(String purpose, String legalBasis) {}

    private Future<Void> record(Tx tx, AuditAction action, String subject, Caller caller, Ground ground, String facts) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                event.id(),
                                action,
                                subject,
                                caller.auditName(),
                                ground.purpose(),
                                ground.legalBasis(),
                                facts))
                .mapEmpty();
    }
}
