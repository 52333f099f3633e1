package nl.haltloket.handover;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;

/** What every step of a handover leaves behind: a line in the audit, and a signal to the screens. */
final class HandoverTrail {
    private static final String PURPOSE = "overdracht door de verwijzer";

    private final Audit audit;
    private final Event event;

    HandoverTrail(Audit audit, Event event) {
        this.audit = audit;
        this.event = event;
    }

    Future<Void> record(Tx tx, AuditAction action, UUID id, String actor, String facts) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                event.id(),
                                action,
                                "handover:" + id,
                                actor,
                                PURPOSE,
                                AuditEntry.PROVISION_TO_HALT,
                                facts))
                .mapEmpty();
    }

    Future<Void> changed(Tx tx, UUID id) {
        return tx.signal(
                HandoverService.TOPIC,
                id.toString(),
                HandoverService.BOARD_TOPIC,
                event.id().toString());
    }
}
