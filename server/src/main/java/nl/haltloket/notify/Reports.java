package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps delivery reports and lets the state of messages follow from them, whatever their order. */
final class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    /** An attempt is under way or due: bad news about an earlier one says nothing about it. */
    private static final Set<MessageState> UNDECIDED =
            EnumSet.of(MessageState.QUEUED, MessageState.CLAIMED, MessageState.IN_DOUBT);

    private final OutboxRepository messages;
    private final ReportRepository reports;
    private final AttemptRepository attempts = new AttemptRepository();
    private final MessageChanges changes;
    private final EventKeys eventKeys;
    private final Clock clock;

    Reports(
            OutboxRepository messages,
            ReportRepository reports,
            MessageChanges changes,
            EventKeys eventKeys,
            Clock clock) {
        this.messages = messages;
        this.reports = reports;
        this.changes = changes;
        this.eventKeys = eventKeys;
        this.clock = clock;
    }

    /** Keeps a report once. One whose message is not known yet is parked. */
    Future<Void> keep(Tx tx, String gateway, DeliveryReport report) {
        if (report.state() == DeliveryReport.State.UNKNOWN) {
            LOG.warn("Gateway {} reports a code we do not know: {}", gateway, report.code());
        }
        byte[] match = OutboxBody.match(eventKeys, report.number());
        ReportRepository.About about = new ReportRepository.About(
                gateway, List.of(report.providerId()), report.number().isEmpty() ? null : match, report.messageId());
        return reports.lock(tx, about)
                .compose(locked -> reports.insertReport(tx, gateway, report, match))
                .compose(kept ->
                        kept.isEmpty() ? Future.succeededFuture() : match(tx, gateway, report, kept.get(), match));
    }

    /** Lets no report on this message be kept until this transaction ends; of an answer, with the ids that it gave. */
    Future<Void> hold(Tx tx, Sms sms, String gateway, List<String> providerIds) {
        byte[] number = OutboxBody.match(eventKeys, sms.number());
        return reports.lock(tx, new ReportRepository.About(gateway, providerIds, number, sms.id()));
    }

    /** Makes the message what the reports on its parts say. */
    Future<Void> apply(Tx tx, UUID messageId) {
        return messages.find(tx, messageId)
                .compose(found -> reports.seen(tx, messageId).compose(seen -> follow(tx, found, seen)));
    }

    /** Takes a report with an unknown id as the answer that a message in doubt never got. */
    private Future<Void> adopt(Tx tx, String gateway, ReportRepository.Parked report, UUID messageId, int attempt) {
        return reports.insertPart(tx, messageId, attempt, 1, gateway, report.providerId())
                .compose(part -> reports.attach(tx, report, part))
                .compose(_ -> attempts.end(tx, messageId, attempt, Attempt.Outcome.ACCEPTED, "report", clock.instant()))
                .compose(attached -> messages.find(tx, messageId))
                .map(Optional::orElseThrow)
                .compose(row -> changes.save(tx, row.to(MessageState.ACCEPTED, clock.instant())))
                .compose(saved -> apply(tx, messageId));
    }

    /**
     * A message has come in doubt, and a report may have overtaken the answer that it never got.
     *
     * @param claimed the message as it was under way; the caller holds {@link ReportRepository#lock}
     */
    Future<Void> adoptParked(Tx tx, OutboxRow claimed, String gateway) {
        return reports.parkedFor(tx, claimed.id(), gateway, claimed.stateAt())
                .compose(parked -> parked.isEmpty()
                        ? Future.succeededFuture()
                        : adopt(tx, gateway, parked.get(), claimed.id(), claimed.attempts()));
    }

    private Future<Void> match(
            Tx tx, String gateway, DeliveryReport report, ReportRepository.Parked kept, byte[] number) {
        return reports.partOf(tx, gateway, report.providerId()).compose(part -> {
            if (part.isPresent()) {
                return reports.attach(tx, kept, part.get())
                        .compose(attached -> apply(tx, part.get().messageId()));
            }
            return inDoubt(tx, gateway, report, number)
                    .compose(row -> row.isEmpty()
                            ? Future.succeededFuture()
                            : adopt(tx, gateway, kept, row.get().id(), row.get().attempts()));
        });
    }

    /** The message that the report names; when it names none, one in doubt that went to the same number. */
    private Future<Optional<OutboxRow>> inDoubt(Tx tx, String gateway, DeliveryReport report, byte[] number) {
        UUID named = report.messageId();
        return named == null
                ? messages.inDoubtFor(tx, number, gateway)
                : messages.find(tx, named).map(found -> found.filter(row -> row.state() == MessageState.IN_DOUBT));
    }

    private Future<Void> follow(Tx tx, Optional<OutboxRow> found, List<Outcome.Seen> seen) {
        MessageState outcome = Outcome.of(seen);
        return found.filter(row -> row.state().canBecome(outcome))
                .filter(row -> outcome == MessageState.DELIVERED || !UNDECIDED.contains(row.state()))
                .map(row -> changes.save(tx, row.to(outcome, clock.instant())))
                .orElseGet(Future::succeededFuture);
    }
}
