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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages out of the queue, in one transaction and right before they are sent. */
final class Claims {
    /** A message this process is going to send, which attempt that is, and the room that it has in a gateway. */
    record Claim(Sms sms, int attempt, Lane lane) {}

    /** Longer than {@link OutboxWorker#ANSWER}, so that a living worker never loses its claim. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int LOST_MAX = 100;

    private final OutboxRepository messages;
    private final AttemptRepository attempts = new AttemptRepository();
    private final MessageChanges changes;
    private final GatewaySet gateways;
    private final CaseKeys keys;
    private final Clock clock;
    private final String node;

    Claims(
            OutboxRepository messages,
            MessageChanges changes,
            GatewaySet gateways,
            CaseKeys keys,
            Clock clock,
            String node) {
        this.messages = messages;
        this.changes = changes;
        this.gateways = gateways;
        this.keys = keys;
        this.clock = clock;
        this.node = node;
    }

    /** Whatever this node was sending when it was killed. */
    Future<Integer> doubtFormerLife(Tx tx) {
        return messages.claimedBy(tx, node, LOST_MAX).compose(rows -> doubt(tx, rows));
    }

    /** Whatever any node was sending when it was killed. */
    Future<Integer> doubtLost(Tx tx) {
        return messages.lost(tx, clock.instant(), LEASE, LOST_MAX).compose(rows -> doubt(tx, rows));
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
        claims.add(new Claim(sms, claimed.attempts(), lane));
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

    private Future<Integer> doubt(Tx tx, List<OutboxRow> rows) {
        Instant now = clock.instant();
        List<OutboxRow> doubted =
                rows.stream().map(row -> row.doubted(now, "process-died")).toList();
        return changes.saveAll(tx, doubted)
                .compose(_ -> Each.run(
                        doubted,
                        row -> attempts.end(
                                tx, row.id(), row.attempts(), Attempt.Outcome.IN_DOUBT, "process-died", now)))
                .map(done -> doubted.size());
    }
}
