package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import nl.haltloket.db.Tx;

/** Writes down what became of an attempt. */
final class Answers {
    private static final String FOUND = "found";

    private final OutboxRepository messages;
    private final ReportRepository reports;
    private final AttemptRepository attempts = new AttemptRepository();
    private final MessageChanges changes;
    private final Reports arrived;
    private final List<String> gateways;
    private final Clock clock;
    private final DoubleSupplier jitter;

    /**
     * Makes the writer.
     *
     * @param gateways names of all; a message that each of them refused has failed
     * @param jitter from 0 to 1, for the moment of the next attempt
     */
    Answers(
            OutboxRepository messages,
            ReportRepository reports,
            MessageChanges changes,
            Reports arrived,
            List<String> gateways,
            Clock clock,
            DoubleSupplier jitter) {
        this.gateways = gateways;
        this.jitter = jitter;
        this.messages = messages;
        this.reports = reports;
        this.changes = changes;
        this.arrived = arrived;
        this.clock = clock;
    }

    /** The gateway took it and named its parts; reports that came before this answer are applied now. */
    Future<Void> accepted(Tx tx, Claims.Claim claim, List<String> providerIds) {
        UUID id = claim.sms().id();
        String gateway = claim.lane().name();
        return arrived.hold(tx, claim.sms(), gateway, providerIds)
                .compose(_ -> insertParts(tx, id, claim.attempt(), gateway, providerIds))
                .compose(_ -> attempts.end(tx, id, claim.attempt(), Attempt.Outcome.ACCEPTED, null, clock.instant()))
                .compose(inserted -> messages.find(tx, id))
                .compose(found -> acceptedRow(tx, found, claim.attempt()))
                .compose(saved -> arrived.apply(tx, id));
    }

    /** A gateway turned out to have it from the attempt before, which it never answered; this attempt sent nothing. */
    Future<Void> found(Tx tx, Claims.Claim claim, String gateway, List<String> providerIds) {
        UUID id = claim.sms().id();
        int before = claim.attempt() - 1;
        Instant now = clock.instant();
        return arrived.hold(tx, claim.sms(), gateway, providerIds)
                .compose(_ -> insertParts(tx, id, before, gateway, providerIds))
                .compose(_ -> attempts.end(tx, id, before, Attempt.Outcome.ACCEPTED, FOUND, now))
                .compose(_ -> attempts.end(tx, id, claim.attempt(), Attempt.Outcome.FAILED, FOUND, now))
                .compose(_ -> messages.find(tx, id))
                .map(row -> claim.doubled() ? row : row.map(OutboxRow::single))
                .compose(row -> acceptedRow(tx, row, claim.attempt()))
                .compose(_ -> arrived.apply(tx, id));
    }

    /** The attempt failed; what follows depends on whether the message may have gone. */
    Future<Void> failed(Tx tx, Claims.Claim claim, SendFailure failure) {
        String gateway = claim.lane().name();
        return arrived.hold(tx, claim.sms(), gateway, List.of())
                .compose(_ -> attempts.end(
                        tx,
                        claim.sms().id(),
                        claim.attempt(),
                        Attempt.outcome(failure),
                        failure.code(),
                        clock.instant()))
                .compose(locked -> messages.find(tx, claim.sms().id()))
                .map(found -> found.filter(row -> ours(row, claim.attempt())))
                .compose(found -> found.isEmpty()
                        ? Future.succeededFuture()
                        : failedRow(tx, found.get(), gateway, after(found.get(), gateway, failure)));
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

    private Future<Void> insertParts(Tx tx, UUID id, int attempt, String gateway, List<String> providerIds) {
        Future<Void> all = Future.succeededFuture();
        for (int i = 0; i < providerIds.size(); i++) {
            int part = i + 1;
            String providerId = providerIds.get(i);
            all = all.compose(done -> reports.insertPart(tx, id, attempt, part, gateway, providerId))
                    .compose(inserted -> reports.attachParked(tx, inserted, gateway, providerId));
        }
        return all;
    }

    private OutboxRow after(OutboxRow row, String gateway, SendFailure failure) {
        Instant now = clock.instant();
        return switch (failure) {
            case SendFailure.Permanent permanent -> row.to(MessageState.FAILED, now, permanent.code());
            case SendFailure.Refused refused -> elsewhere(row.refused(gateway), now, refused.code());
            case SendFailure.Unanswered unanswered -> row.doubted(now, unanswered.code());
            case SendFailure.Throttled throttled -> inPlace(row, now, throttled.code());
            case SendFailure.Retryable retryable -> again(row, now, retryable.code());
        };
    }

    /** At once, if a gateway is left. */
    private OutboxRow elsewhere(OutboxRow row, Instant now, String code) {
        if (row.tries().refusedBy().containsAll(gateways)) {
            return row.to(MessageState.FAILED, now, code);
        }
        OutboxRow next = again(row, now, code);
        return next.state() == MessageState.QUEUED ? next.due(now) : next;
    }

    /** As {@link #again}, but it waits for the pace of sending and not for its own time. */
    private OutboxRow inPlace(OutboxRow row, Instant now, String code) {
        OutboxRow next = again(row, now, code);
        return next.state() == MessageState.QUEUED ? next.due(row.dueAt()) : next;
    }

    private OutboxRow again(OutboxRow row, Instant now, String code) {
        if (row.cancelled()) {
            return row.to(MessageState.CANCELLED, now, code);
        }
        if (row.expired(now)) {
            return row.to(MessageState.EXPIRED, now, code);
        }
        Instant due = RetrySchedule.next(row.attempts(), now, row.expiresAt(), jitter.getAsDouble());
        return row.to(MessageState.QUEUED, now, code).due(due);
    }

    private Future<Void> failedRow(Tx tx, OutboxRow claimed, String gateway, OutboxRow next) {
        Future<Void> saved = changes.save(tx, next);
        return next.state() == MessageState.IN_DOUBT
                ? saved.compose(_ -> arrived.adoptParked(tx, claimed, gateway))
                : saved;
    }
}
