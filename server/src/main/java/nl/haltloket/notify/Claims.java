package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages out of the queue, in one transaction and right before they are sent. */
final class Claims {
    /**
     * A message this process is going to send, and which attempt that is.
     *
     * @param doubted the attempt before this one was never answered
     * @param doubled so was one before that, and it was sent again
     */
    record Claim(Sms sms, int attempt, boolean doubted, boolean doubled) {}

    /** Longer than {@link OutboxWorker#ANSWER}, so that a living worker never loses its claim. */
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
    private static final int LOST_MAX = 100;

    private final OutboxRepository messages;
    private final MessageChanges changes;
    private final CaseKeys keys;
    private final Clock clock;
    private final String node;

    Claims(OutboxRepository messages, MessageChanges changes, CaseKeys keys, Clock clock, String node) {
        this.messages = messages;
        this.changes = changes;
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
     * Claims at most so many. Looks at cancellation and expiry here, the last moment there is; with {@code canSend}
     * false it does nothing else.
     */
    Future<List<Claim>> take(Tx tx, boolean canSend, int limit) {
        List<Claim> claims = new ArrayList<>();
        return messages.open(tx, clock.instant(), canSend, limit)
                .compose(rows -> takeAll(tx, rows, claims))
                .map(done -> List.copyOf(claims));
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
        return open(tx, row).transform(opened -> {
            if (opened.failed()) {
                return changes.save(tx, unreadable(row, opened.cause(), now));
            }
            OutboxRow claimed = row.to(MessageState.CLAIMED, now);
            boolean doubted = row.state() == MessageState.IN_DOUBT;
            claims.add(new Claim(opened.result(), claimed.attempts(), doubted, row.possibleDouble()));
            return changes.save(tx, claimed);
        });
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
        return changes.saveAll(tx, doubted).map(done -> doubted.size());
    }
}
