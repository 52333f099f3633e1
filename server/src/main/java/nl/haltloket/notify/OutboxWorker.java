package nl.haltloket.notify;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Signals;
import nl.haltloket.db.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox: claims in one transaction, sends outside any, records in another. Any number of workers
 * may run on one database. Delivery is at least once, and a double can come only from a message that was in doubt.
 */
public final class OutboxWorker {
    /** Without an answer by then, a message is in doubt. */
    static final Duration ANSWER = Duration.ofSeconds(8);

    private static final Duration FIND = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final long TICK_MILLIS = 1000;
    private static final int BATCH_MAX = 20;
    /** Twenty seconds: a database that died is back well before. */
    private static final int RECORD_TRIES = 100;

    private static final long RECORD_PAUSE_MILLIS = 200;
    private static final long STOP_MILLIS = 3000;

    private final Vertx vertx;
    private final Database database;
    private final SmsGateway gateway;
    private final Claims claims;
    private final Answers answers;
    private final Reports reports;
    private final AtomicInteger sending = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Pace pace;
    private final Promise<Void> idle = Promise.promise();
    private volatile boolean running;
    private long timer;

    /**
     * Makes a worker that does nothing until {@link #start}.
     *
     * @param node stable name of this node; what it was sending in a former life is in doubt at start
     */
    public OutboxWorker(Vertx vertx, Database database, SmsGateway gateway, Parts parts, Clock clock, String node) {
        OutboxRepository messages = new OutboxRepository();
        ReportRepository kept = new ReportRepository();
        MessageChanges changes = new MessageChanges(messages, parts.listener(), node);
        this.vertx = vertx;
        this.database = database;
        this.gateway = gateway;
        this.claims = new Claims(messages, changes, parts.caseKeys(), clock, node);
        this.reports = new Reports(messages, kept, changes, parts.eventKeys(), clock);
        this.answers = new Answers(messages, kept, changes, reports, clock);
        this.pace = new Pace(vertx, this::wake);
        gateway.onReport(this::keep);
    }

    /** What the worker needs to read messages and to tell of them. */
    public record Parts(CaseKeys caseKeys, EventKeys eventKeys, MessageListener listener) {}

    /** Takes up what a former life left, and works from now on. Call it before {@code signals.start()}. */
    public Future<Void> start(Signals signals) {
        signals.listen(Outbox.TOPIC, key -> wake());
        return database.inTransaction(claims::doubtFormerLife).map(doubted -> {
            LOG.info("Outbox worker started, {} messages in doubt from before", doubted);
            running = true;
            timer = vertx.setPeriodic(TICK_MILLIS, tick -> wake());
            wake();
            return null;
        });
    }

    /** Claims nothing more and waits a moment for what is being sent. Close the gateway after this. */
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        releaseWhenIdle();
        return idle.future().timeout(STOP_MILLIS, TimeUnit.MILLISECONDS).otherwiseEmpty();
    }

    /** One round: claims what is due, sends it and records the answers; gives the number of messages sent. */
    public Future<Integer> runOnce() {
        return claim().compose(batch ->
                Future.join(batch.stream().map(this::deliver).toList()).map(done -> batch.size()));
    }

    private void wake() {
        if (!running) {
            return;
        }
        if (!claiming.compareAndSet(false, true)) {
            again.set(true);
            return;
        }
        claim().onComplete(claimed -> {
            claiming.set(false);
            if (claimed.succeeded()) {
                claimed.result().forEach(claim -> deliver(claim).onComplete(done -> wake()));
            } else {
                LOG.warn("The outbox could not be read; trying again at the next tick", claimed.cause());
                again.set(false);
            }
            releaseWhenIdle();
            if (again.getAndSet(false)) {
                wake();
            }
        });
    }

    private Future<List<Claims.Claim>> claim() {
        int free = Math.min(BATCH_MAX, Math.min(gateway.window(), pace.most()) - sending.get());
        boolean canSend = gateway.health().up() && free > 0;
        return database.inTransaction(
                        tx -> claims.doubtLost(tx).compose(lost -> claims.take(tx, canSend, Math.max(1, free))))
                .map(batch -> {
                    sending.addAndGet(batch.size());
                    return batch;
                });
    }

    private Future<Void> deliver(Claims.Claim claim) {
        return find(claim)
                .compose(found -> found.isEmpty()
                        ? send(claim)
                        : record(tx -> answers.found(tx, claim, gateway.name(), found), RECORD_TRIES))
                .eventually(() -> {
                    sending.decrementAndGet();
                    releaseWhenIdle();
                    return Future.succeededFuture();
                })
                .recover(failure -> {
                    LOG.error(
                            "Message {} was sent but not recorded", claim.sms().id(), failure);
                    return Future.succeededFuture();
                });
    }

    private Future<Void> send(Claims.Claim claim) {
        return gateway.send(claim.sms())
                .timeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(this::learn)
                .transform(sent -> record(
                        tx -> sent.succeeded()
                                ? answers.accepted(tx, claim, gateway.name(), sent.result())
                                : answers.failed(tx, claim, gateway.name(), SendFailure.of(sent.cause())),
                        RECORD_TRIES));
    }

    /** What is in doubt is asked after, where it can be, before it is sent again. */
    private Future<List<String>> find(Claims.Claim claim) {
        return claim.doubted()
                ? gateway.find(claim.sms())
                        .timeout(FIND.toMillis(), TimeUnit.MILLISECONDS)
                        .otherwise(List.of())
                : Future.succeededFuture(List.of());
    }

    private void learn(AsyncResult<List<String>> sent) {
        if (sent.succeeded()) {
            pace.taken();
        } else if (sent.cause() instanceof SendFailure.Throttled) {
            pace.throttled();
        }
    }

    /** An answer that is not recorded makes a double, so the database gets many chances. */
    private Future<Void> record(Function<Tx, Future<Void>> answer, int tries) {
        return database.inTransaction(answer::apply).recover(failure -> tries == 1
                ? Future.failedFuture(failure)
                : vertx.timer(RECORD_PAUSE_MILLIS, TimeUnit.MILLISECONDS).compose(_ -> record(answer, tries - 1)));
    }

    private Future<Void> keep(DeliveryReport report) {
        return database.inTransaction(tx -> reports.keep(tx, gateway.name(), report));
    }

    private void releaseWhenIdle() {
        if (!running && !claiming.get() && sending.get() == 0) {
            idle.tryComplete();
        }
    }
}
