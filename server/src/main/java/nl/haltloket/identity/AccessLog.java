package nl.haltloket.identity;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;

/** Lines of the chain about who can get in. */
final class AccessLog {
    private final Audit audit;
    private final UUID eventId;

    AccessLog(Audit audit, UUID eventId) {
        this.audit = audit;
        this.eventId = eventId;
    }

    /** Something about a worker changed. */
    Future<Void> changed(Tx tx, UUID workerId, String actor, String facts) {
        return write(tx, AuditAction.CHANGE, workerId, actor, facts);
    }

    /** A worker, or somebody else, was kept out. */
    Future<Void> denied(Tx tx, UUID workerId, String actor, String facts) {
        return write(tx, AuditAction.DENIED, workerId, actor, facts);
    }

    /** A worker at a device. */
    static String actor(UUID workerId, UUID deviceId) {
        return "worker:" + workerId + "@" + deviceId;
    }

    private Future<Void> write(Tx tx, AuditAction action, UUID workerId, String actor, String facts) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                eventId,
                                action,
                                "worker:" + workerId,
                                actor,
                                "toegang tot het loket",
                                AuditEntry.SECURITY,
                                facts))
                .mapEmpty();
    }
}
