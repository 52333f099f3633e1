package nl.haltloket.reply;

import io.vertx.core.Future;
import java.util.UUID;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.handover.HandoverService;
import org.jspecify.annotations.Nullable;

/** Writes down what was done with a text that came in, and tells the screens. */
final class ReplyTrail {
    /** Who acts when nobody does. */
    static final String SYSTEM = "system";

    private static final String PURPOSE = "Bereiken van ouders";

    private final Audit audit;
    private final Event event;

    ReplyTrail(Audit audit, Event event) {
        this.audit = audit;
        this.event = event;
    }

    Future<Void> record(Tx tx, AuditAction action, String subject, String actor, String facts) {
        return audit.record(
                        tx, new AuditEntry(event.id(), action, subject, actor, PURPOSE, AuditEntry.HALT_TASK, facts))
                .mapEmpty();
    }

    static String subject(UUID replyId) {
        return "reply:" + replyId;
    }

    /** The board always; the case when there is one. */
    Future<Void> changed(Tx tx, @Nullable UUID caseId) {
        String board = event.id().toString();
        return caseId == null
                ? tx.signal(HandoverService.BOARD_TOPIC, board)
                : tx.signal(HandoverService.TOPIC, caseId.toString(), HandoverService.BOARD_TOPIC, board);
    }
}
