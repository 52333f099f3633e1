package nl.haltloket.opening;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.opening.ParkedHandoverRepository.Parked;
import nl.haltloket.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was parked, by the same way in as a handover that is sent now. That way gives the same answer for the same
 * envelope, so that a crash between taking in and deleting takes nothing in twice.
 */
public final class ParkedIntake {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedIntake.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final String PURPOSE = "overdracht die binnenkwam toen het loket op slot was";

    private final Vertx vertx;
    private final Database database;
    private final Audit audit;
    private final UUID eventId;
    private final Clock clock;
    private final Function<byte[], Future<?>> submit;
    private final ParkedHandoverRepository repository = new ParkedHandoverRepository();
    private boolean stopped;

    /** @param submit takes in a sealed handover, or fails with a refusal */
    public ParkedIntake(
            Vertx vertx,
            Database database,
            Audit audit,
            UUID eventId,
            Clock clock,
            Function<byte[], Future<?>> submit) {
        this.vertx = vertx;
        this.database = database;
        this.audit = audit;
        this.eventId = eventId;
        this.clock = clock;
        this.submit = submit;
    }

    /** Goes through all that waits; what a fault kept out is tried again later, until it is taken in or refused. */
    public void start() {
        var _ = database.inTransaction(tx -> repository.waiting(tx, eventId))
                .compose(this::takeIn)
                .onComplete(done -> {
                    if ((done.failed() || !done.result()) && !stopped) {
                        long _ = vertx.setTimer(AGAIN.toMillis(), _ -> start());
                    }
                });
    }

    /** Tries nothing again. */
    public void stop() {
        stopped = true;
    }

    /** In the order in which they came: a correction comes after what it corrects. True when none is left. */
    private Future<Boolean> takeIn(List<Parked> waiting) {
        Future<Boolean> all = Future.succeededFuture(true);
        for (Parked parked : waiting) {
            all = all.compose(done -> takeIn(parked).map(taken -> done && taken));
        }
        return all;
    }

    private Future<Boolean> takeIn(Parked parked) {
        return Future.succeededFuture(parked.sealed())
                .compose(submit::apply)
                .compose(_ -> database.inTransaction(tx -> repository.delete(tx, parked.id())))
                .map(true)
                .recover(failure -> failure instanceof Refusal refusal && isFinal(refusal)
                        ? refuse(parked, refusal)
                        : leave(failure));
    }

    private static boolean isFinal(Refusal refusal) {
        return !(refusal instanceof Refusal.TooMany || refusal instanceof Refusal.Unavailable);
    }

    private Future<Boolean> refuse(Parked parked, Refusal refusal) {
        LOG.warn("Parked handover {} was refused: {}", parked.id(), refusal.code());
        return database.inTransaction(tx -> repository
                        .refuse(tx, parked.id(), clock.instant(), refusal.code(), String.valueOf(refusal.getMessage()))
                        .compose(first -> first ? record(tx, parked, refusal) : Future.succeededFuture()))
                .map(true)
                .recover(this::leave);
    }

    private Future<Void> record(Tx tx, Parked parked, Refusal refusal) {
        AuditEntry entry = new AuditEntry(
                eventId,
                AuditAction.DENIED,
                "parked:" + parked.id(),
                "system",
                PURPOSE,
                AuditEntry.PROVISION_TO_HALT,
                refusal.code());
        return audit.record(tx, entry).mapEmpty();
    }

    private Future<Boolean> leave(Throwable failure) {
        LOG.error("A parked handover could not be read now", failure);
        return Future.succeededFuture(false);
    }
}
