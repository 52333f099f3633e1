package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.util.HexFormat;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;

/** What the audit tells of transfers: ids and hashes, so that a stored package can be held against it. */
final class TransferTrail {
    /** Who acts when no person does. */
    static final String SYSTEM = "system";

    private static final String PURPOSE = "Overdracht van een zaak en wissen daarna";

    private final Audit audit;
    private final Event event;

    TransferTrail(Audit audit, Event event) {
        this.audit = audit;
        this.event = event;
    }

    Future<Void> assembled(Tx tx, Transfer transfer, String actor) {
        return record(
                tx,
                AuditAction.EXPORT,
                transfer.caseId(),
                actor,
                "transfer %s to %s".formatted(transfer.id(), transfer.receiver()));
    }

    Future<Void> sealed(Tx tx, Transfer transfer, byte[] hash) {
        return record(tx, AuditAction.CHANGE, transfer.caseId(), SYSTEM, sealedFacts(transfer.id(), hash));
    }

    /** What the line of a sealed package says. */
    static String sealedFacts(UUID transferId, byte[] hash) {
        return "transfer %s package %s".formatted(transferId, HexFormat.of().formatHex(hash));
    }

    Future<Void> confirmed(Tx tx, Transfer transfer, byte[] receipt) {
        return record(tx, AuditAction.CHANGE, transfer.caseId(), SYSTEM, confirmedFacts(transfer.id(), receipt));
    }

    /** What the line of a receipt says. */
    static String confirmedFacts(UUID transferId, byte[] receipt) {
        return "transfer %s receipt %s".formatted(transferId, HexFormat.of().formatHex(SealedPackage.hash(receipt)));
    }

    Future<Void> onPaper(Tx tx, Transfer transfer, String actor) {
        return record(
                tx, AuditAction.EXPORT, transfer.caseId(), actor, "transfer %s on paper".formatted(transfer.id()));
    }

    Future<Void> cancelled(Tx tx, UUID caseId, String actor) {
        return record(tx, AuditAction.CHANGE, caseId, actor, "transfer cancelled");
    }

    Future<Void> looked(Tx tx, UUID caseId, String actor) {
        return record(tx, AuditAction.READ, caseId, actor, "transfer");
    }

    Future<Void> erased(Tx tx, UUID caseId) {
        return record(tx, AuditAction.ERASE, caseId, SYSTEM, "case key destroyed, sealed values removed");
    }

    private Future<Void> record(Tx tx, AuditAction action, UUID caseId, String actor, String facts) {
        return audit.record(
                        tx,
                        new AuditEntry(
                                event.id(), action, "case:" + caseId, actor, PURPOSE, AuditEntry.HALT_TASK, facts))
                .mapEmpty();
    }
}
