package nl.haltloket.transfer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.haltloket.db.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings transfers on their way and erases what arrived. Any number of workers may run on one database; what one was at
 * when it died is taken up by its next life at once, or by another after a minute.
 */
public final class TransferWorker {
    /** Signalled when there is something to send or to erase. */
    public static final String TOPIC = "transfer";

    private static final Logger LOG = LoggerFactory.getLogger(TransferWorker.class);
    private static final long TICK_MILLIS = 1000;
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final long STOP_MILLIS = 3000;

    private final Vertx vertx;
    private final TransferContext context;
    private final TransferRepository transfers = new TransferRepository();
    private final ReceiverCaller caller;
    private final Saga saga;
    private final Erasure erasure;
    private final AtomicBoolean again = new AtomicBoolean();
    private volatile boolean running;
    private volatile Future<Integer> round = Future.succeededFuture(0);
    private boolean busy;
    private long timer;

    /** Makes a worker that does nothing until {@link #start}. */
    public TransferWorker(Vertx vertx, TransferContext context) {
        this.vertx = vertx;
        this.context = context;
        this.caller = new ReceiverCaller(vertx, ANSWER);
        TransferTrail trail = new TransferTrail(context.audit(), context.event());
        this.saga = new Saga(context, transfers, trail, new Assembly(context, transfers, trail), caller);
        this.erasure = new Erasure(context, transfers, trail);
    }

    /** Takes up what a former life left, and works from now on. Call it before {@code signals.start()}. */
    public Future<Void> start(Signals signals) {
        signals.listen(TOPIC, _ -> wake());
        return context.database()
                .inTransaction(tx -> transfers.releaseFormer(tx, context.node()))
                .map(_ -> {
                    running = true;
                    timer = vertx.setPeriodic(TICK_MILLIS, _ -> wake());
                    return null;
                });
    }

    /** Takes up nothing more and waits a moment for what is under way. */
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        return round.timeout(STOP_MILLIS, TimeUnit.MILLISECONDS).transform(_ -> caller.close());
    }

    /** One round: brings on what is due and erases what arrived; gives how many were touched. */
    Future<Integer> runOnce() {
        Instant now = context.clock().instant();
        return context.database()
                .inTransaction(tx -> transfers.claim(tx, now, context.node(), now.plus(LEASE)))
                .compose(claimed -> Future.join(
                                claimed.stream().map(this::advance).toList())
                        .map(_ -> claimed.size()))
                .compose(sent -> erasure.eraseAll().map(erased -> sent + erased));
    }

    private Future<Void> advance(Transfer transfer) {
        return saga.advance(transfer).recover(failure -> {
            LOG.error("Transfer {} stopped half-way; it is taken up again", transfer.id(), failure);
            return Future.succeededFuture();
        });
    }

    private synchronized void wake() {
        if (!running) {
            return;
        }
        if (busy) {
            again.set(true);
            return;
        }
        busy = true;
        round = runOnce();
        var _ = round.onComplete(done -> {
            if (done.failed()) {
                LOG.warn("Transfers could not be looked at; trying again at the next tick", done.cause());
                again.set(false);
            }
            next();
        });
    }

    private synchronized void next() {
        busy = false;
        if (again.getAndSet(false)) {
            wake();
        }
    }
}
