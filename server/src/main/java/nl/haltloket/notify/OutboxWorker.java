package nl.haltloket.notify;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
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
    private final GatewaySet gateways;
    private final Claims claims;
    private final Answers answers;
    private final Reports reports;
    private final AtomicInteger sending = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final Promise<Void> idle = Promise.promise();
    private volatile boolean running;
    private long timer;

    /**
     * Makes a worker that does nothing until {@link #start}.
     *
     * @param node stable name of this node; what it was sending in a former life is in doubt at start
     */
    public OutboxWorker(Vertx vertx, Database database, GatewaySet gateways, Parts parts, Clock clock, String node) {
        OutboxRepository messages = new OutboxRepository();
        ReportRepository kept = new ReportRepository();
        MessageChanges changes = new MessageChanges(messages, parts.listener(), node);
        this.vertx = vertx;
        this.database = database;
        this.gateways = gateways;
        this.reports = new Reports(messages, kept, changes, parts.eventKeys(), clock);
        this.claims = new Claims(messages, kept, reports, changes, gateways, parts.caseKeys(), clock, node);
        this.answers = new Answers(messages, kept, changes, reports, gateways.names(), clock, parts.jitter());
        gateways.onRoom(this::wake);
        gateways.onReport(this::keep);
    }

    /**
     * What the worker needs to read messages and to tell of them.
     *
     * @param jitter from 0 to 1, spreads attempts that failed together
     */
    public record Parts(CaseKeys caseKeys, EventKeys eventKeys, MessageListener listener, DoubleSupplier jitter) {}

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
        int free = Math.min(BATCH_MAX, gateways.free());
        List<Claims.Claim> batch = new ArrayList<>();
        return database.inTransaction(tx -> claims.doubtLost(tx)
                        .compose(lost -> claims.take(tx, gateways.usable(), Math.max(1, free), batch)))
                .onFailure(_ -> batch.forEach(claim -> claim.lane().release()))
                .map(done -> {
                    sending.addAndGet(batch.size());
                    return List.copyOf(batch);
                });
    }

    private Future<Void> deliver(Claims.Claim claim) {
        return find(claim)
                .compose(found -> found.isEmpty() ? send(claim) : found(claim, found))
                .eventually(() -> {
                    claim.lane().release();
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

    /** What is in doubt is asked after, where that can be done, before it is sent again. */
    private Future<List<String>> find(Claims.Claim claim) {
        String doubtedAt = claim.doubtedAt();
        return doubtedAt == null
                ? Future.succeededFuture(List.of())
                : gateways.find(doubtedAt, claim.sms())
                        .timeout(FIND.toMillis(), TimeUnit.MILLISECONDS)
                        .otherwise(List.of());
    }

    private Future<Void> found(Claims.Claim claim, List<String> ids) {
        String gateway = Objects.requireNonNull(claim.doubtedAt());
        return record(tx -> answers.found(tx, claim, gateway, ids), RECORD_TRIES);
    }

    private Future<Void> send(Claims.Claim claim) {
        Lane lane = claim.lane();
        return lane.gateway()
                .send(claim.sms())
                .timeout(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(sent -> lane.learn(claim.sms(), sent))
                .transform(sent -> record(tx -> write(tx, claim, sent), RECORD_TRIES));
    }

    private Future<Void> write(Tx tx, Claims.Claim claim, AsyncResult<List<String>> sent) {
        return sent.succeeded()
                ? answers.accepted(tx, claim, sent.result())
                : answers.failed(tx, claim, SendFailure.of(sent.cause()));
    }

    /** An answer that is not recorded makes a double, so the database gets many chances. */
    private Future<Void> record(Function<Tx, Future<Void>> answer, int tries) {
        return database.inTransaction(answer)
                .recover(failure -> tries == 1
                        ? Future.failedFuture(failure)
                        : vertx.timer(RECORD_PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                                .compose(_ -> record(answer, tries - 1)));
    }

    private Future<Void> keep(String gateway, DeliveryReport report) {
        return database.inTransaction(tx -> reports.keep(tx, gateway, report));
    }

    private void releaseWhenIdle() {
        if (!running && !claiming.get() && sending.get() == 0) {
            idle.tryComplete();
        }
    }
}
