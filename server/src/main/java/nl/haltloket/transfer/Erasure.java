package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Erases what was transferred: first the key of the case goes, and with it all that anybody could still have read. */
final class Erasure {
    /** A text that tells a guardian of the appointment may still go out; after this time it does not any more. */
    private static final Duration TEXTS_WAIT = Duration.ofMinutes(15);

    private final TransferContext context;
    private final TransferRepository transfers;
    private final TransferTrail trail;
    private final EraseRepository sealed = new EraseRepository();

    Erasure(TransferContext context, TransferRepository transfers, TransferTrail trail) {
        this.context = context;
        this.transfers = transfers;
        this.trail = trail;
    }

    /** Erases every case that is ready for it; gives how many. */
    Future<Integer> eraseAll() {
        Instant now = context.clock().instant();
        return context.database()
                .inTransaction(tx -> transfers.erasable(tx, context.event().id(), now.minus(TEXTS_WAIT), now))
                .compose(this::each);
    }

    private Future<Integer> each(List<UUID> cases) {
        Future<Integer> done = Future.succeededFuture(0);
        for (UUID caseId : cases) {
            done = done.compose(count ->
                    context.database().inTransaction(tx -> erase(tx, caseId)).map(count + 1));
        }
        return done;
    }

    /** Messages and replies lose what still matched a number; reports that come later find nothing and change nothing. */
    private Future<Void> erase(Tx tx, UUID caseId) {
        return context.ends()
                .erased(tx, caseId)
                .compose(_ -> context.outbox().forget(tx, caseId))
                .compose(_ -> context.replies().forget(tx, caseId))
                .compose(_ -> sealed.erase(tx, caseId))
                .compose(_ -> trail.erased(tx, caseId));
    }
}
