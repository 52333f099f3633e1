package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Writes down what became of an attempt. */
final class Answers {
    private final OutboxRepository messages;
    private final ReportRepository reports;
    private final MessageChanges changes;
    private final Reports arrived;
    private final Clock clock;

    Answers(OutboxRepository messages, ReportRepository reports, MessageChanges changes, Reports arrived, Clock clock) {
        this.messages = messages;
        this.reports = reports;
        this.changes = changes;
        this.arrived = arrived;
        this.clock = clock;
    }

    /** The gateway took it and named its parts; reports that came before this answer are applied now. */
    Future<Void> accepted(Tx tx, Claims.Claim claim, String gateway, List<String> providerIds) {
        return accepted(tx, claim, gateway, providerIds, false);
    }

    /** The gateway turned out to have it from an attempt that was never answered, so it is not sent again. */
    Future<Void> found(Tx tx, Claims.Claim claim, String gateway, List<String> providerIds) {
        return accepted(tx, claim, gateway, providerIds, !claim.doubled());
    }

    private Future<Void> accepted(
            Tx tx, Claims.Claim claim, String gateway, List<String> providerIds, boolean onlyOnce) {
        UUID id = claim.sms().id();
        return reports.lock(tx)
                .compose(locked -> insertParts(tx, claim, gateway, providerIds))
                .compose(inserted -> messages.find(tx, id))
                .compose(found -> acceptedRow(tx, onlyOnce ? found.map(OutboxRow::single) : found, claim.attempt()))
                .compose(saved -> arrived.apply(tx, id));
    }

    /** The attempt failed; what follows depends on whether the message may have gone. */
    Future<Void> failed(Tx tx, Claims.Claim claim, String gateway, SendFailure failure) {
        return reports.lock(tx)
                .compose(locked -> messages.find(tx, claim.sms().id()))
                .map(found -> found.filter(row -> ours(row, claim.attempt())))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : failedRow(tx, found.get(), gateway, after(found.get(), failure)));
    }

    /** A late answer finds another state; then only its ids matter, so that the reports on them count. */
    private Future<Void> acceptedRow(Tx tx, Optional<OutboxRow> found, int attempt) {
        return found.filter(row -> row.state() == MessageState.IN_DOUBT || ours(row, attempt))
                .map(row -> changes.save(tx, row.to(MessageState.ACCEPTED, clock.instant())))
                .orElseGet(Future::succeededFuture);
    }

    private static boolean ours(OutboxRow row, int attempt) {
        return row.state() == MessageState.CLAIMED && row.attempts() == attempt;
    }

    private Future<Void> insertParts(Tx tx, Claims.Claim claim, String gateway, List<String> providerIds) {
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < providerIds.size(); i++) {
            int part = i + 1;
            String providerId = providerIds.get(i);
            all = all.compose(done ->
                            reports.insertPart(tx, claim.sms().id(), claim.attempt(), part, gateway, providerId))
                    .compose(inserted -> reports.attachParked(tx, inserted, gateway, providerId));
        }
        return all;
    }

    private OutboxRow after(OutboxRow row, SendFailure failure) {
        Instant now = clock.instant();
        return switch (failure) {
            case SendFailure.Permanent permanent -> row.to(MessageState.FAILED, now, permanent.code());
            case SendFailure.Unanswered unanswered -> row.doubted(now, unanswered.code());
            case SendFailure.Throttled throttled -> inPlace(row, now, throttled.code());
            case SendFailure.Retryable retryable -> again(row, now, retryable.code());
        };
    }

    /** As {@link #again}, but it waits for the pace of sending and not for its own time. */
    private static OutboxRow inPlace(OutboxRow row, Instant now, String code) {
        OutboxRow next = again(row, now, code);
        return next.state() == MessageState.QUEUED ? next.due(row.dueAt()) : next;
    }

    private static OutboxRow again(OutboxRow row, Instant now, String code) {
        if (row.cancelled()) {
            return row.to(MessageState.CANCELLED, now, code);
        }
        if (row.expired(now)) {
            return row.to(MessageState.EXPIRED, now, code);
        }
        return row.to(MessageState.QUEUED, now, code).due(RetrySchedule.next(row.attempts(), now, row.expiresAt()));
    }

    /** The report may have overtaken the answer that never came. */
    private Future<Void> failedRow(Tx tx, OutboxRow claimed, String gateway, OutboxRow next) {
        Future<Void> saved = changes.save(tx, next);
        if (next.state() != MessageState.IN_DOUBT) {
            return saved;
        }
        return saved.compose(done -> reports.parkedFor(tx, claimed.id(), gateway, claimed.stateAt()))
                .compose(parked -> parked.isEmpty()
                        ? Future.succeededFuture()
                        : arrived.adopt(tx, gateway, parked.get(), claimed.id(), claimed.attempts()));
    }
}
