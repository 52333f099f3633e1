package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages out of the queue, in one transaction and right before they are sent. */
final class Claims {
    /**
     * A message this process is going to send.
     *
     * @param attempt which one this is, from 1
     * @param lane the room that it has in a gateway
     * @param doubtedAt the gateway that never answered the attempt before, if it did not
     * @param doubled whether it may be a double already
     */
    record Claim(Sms sms, int attempt, Lane lane, @Nullable String doubtedAt, boolean doubled) {}

    /** Longer than {@link OutboxWorker#ANSWER}, so that a living worker never loses its claim. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int LOST_MAX = 100;

    private final OutboxRepository messages;
    private final ReportRepository reports;
    private final Reports arrived;
    private final AttemptRepository attempts = new AttemptRepository();
    private final MessageChanges changes;
    private final GatewaySet gateways;
    private final CaseKeys keys;
    private final Clock clock;
    private final String node;

    Claims(
            OutboxRepository messages,
            ReportRepository reports,
            Reports arrived,
            MessageChanges changes,
            GatewaySet gateways,
            CaseKeys keys,
            Clock clock,
            String node) {
        this.messages = messages;
        this.reports = reports;
        this.arrived = arrived;
        this.changes = changes;
        this.gateways = gateways;
        this.keys = keys;
        this.clock = clock;
        this.node = node;
    }

    /** Whatever this node was sending when it was killed. */
    Future<Integer> doubtFormerLife(Tx tx) {
        return reports.lockAll(tx)
                .compose(_ -> messages.claimedBy(tx, node, LOST_MAX))
                .compose(rows -> doubt(tx, rows));
    }

    /** Whatever any node was sending when it was killed; almost always nothing, and then nothing is locked. */
    Future<Integer> doubtLost(Tx tx) {
        Instant now = clock.instant();
        return messages.isAnyLost(tx, now, LEASE)
                .compose(any -> any
                        ? reports.lockAll(tx)
                                .compose(_ -> messages.lost(tx, now, LEASE, LOST_MAX))
                                .compose(rows -> doubt(tx, rows))
                        : Future.succeededFuture(0));
    }

    /**
     * Claims at most so many, each for a gateway that has room for it. Looks at cancellation and expiry here, the last
     * moment there is; with {@code usable} empty it does nothing else.
     *
     * @param claims gets what is claimed; if the transaction fails, whoever gave it must give the room back
     */
    Future<Void> take(Tx tx, List<String> usable, int limit, List<Claim> claims) {
        return messages.open(tx, clock.instant(), usable, limit).compose(rows -> takeAll(tx, rows, claims));
    }

    private Future<Void> takeAll(Tx tx, List<OutboxRow> rows, List<Claim> claims) {
        Future<Void> all = Future.succeededFuture();
        for (OutboxRow row : rows) {
            all = all.compose(done -> takeOne(tx, row, claims));
        }
        return all;
    }

    private Future<Void> takeOne(Tx tx, OutboxRow row, List<Claim> claims) {
        Instant now = clock.instant();
        if (row.cancelled()) {
            return changes.save(tx, row.to(MessageState.CANCELLED, now));
        }
        if (row.expired(now)) {
            return changes.save(tx, row.to(MessageState.EXPIRED, now));
        }
        return open(tx, row)
                .transform(opened -> opened.failed()
                        ? changes.save(tx, unreadable(row, opened.cause(), now))
                        : gateways.reserve(
                                        row.tries().lastGateway(), row.tries().refusedBy())
                                .map(lane -> claim(tx, row, opened.result(), lane, claims))
                                .orElseGet(Future::succeededFuture));
    }

    private Future<Void> claim(Tx tx, OutboxRow row, Sms sms, Lane lane, List<Claim> claims) {
        Instant now = clock.instant();
        OutboxRow claimed = row.claimed(now, lane.name());
        String doubtedAt = row.state() == MessageState.IN_DOUBT ? row.tries().lastGateway() : null;
        claims.add(
                new Claim(sms, claimed.attempts(), lane, doubtedAt, row.tries().possibleDouble()));
        return changes.save(tx, claimed)
                .compose(_ -> attempts.begin(tx, row.id(), claimed.attempts(), lane.name(), now));
    }

    private Future<Sms> open(Tx tx, OutboxRow row) {
        return keys.open(tx, row.caseId()).map(cipher -> {
            OutboxBody body = OutboxBody.open(cipher, row.id(), row.sealed().getBytes());
            return new Sms(row.id(), body.number(), body.text(), row.priority() > 0, row.expiresAt());
        });
    }

    /** An erased case takes its messages with it; anything else is a fault that must not hold up the others. */
    private static OutboxRow unreadable(OutboxRow row, Throwable why, Instant now) {
        if (why instanceof Refusal) {
            return row.to(MessageState.CANCELLED, now, "case-erased");
        }
        LOG.error("Message {} can not be read", row.id(), why);
        return row.to(MessageState.FAILED, now, "sealed");
    }

    /** As with an answer that never came: a report may have come before the doubt. */
    private Future<Integer> doubt(Tx tx, List<OutboxRow> rows) {
        return Each.run(rows, row -> doubt(tx, row)).map(_ -> rows.size());
    }

    private Future<Void> doubt(Tx tx, OutboxRow row) {
        Instant now = clock.instant();
        OutboxRow doubted = row.doubted(now, "process-died");
        String gateway = row.tries().lastGateway();
        return changes.save(tx, doubted)
                .compose(_ -> attempts.end(tx, row.id(), row.attempts(), Attempt.Outcome.IN_DOUBT, "process-died", now))
                .compose(_ -> gateway == null || doubted.state() != MessageState.IN_DOUBT
                        ? Future.succeededFuture()
                        : arrived.adoptParked(tx, row, gateway));
    }
}
