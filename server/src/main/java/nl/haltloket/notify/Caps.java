package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Tx;

/**
 * The limits on texts. Ask in the transaction that puts the message in the outbox. Two at once for one number see
 * each other; over the limits of the whole loket they may go by as many as there are requests at one moment.
 */
public final class Caps {
    private final CapRepository sent = new CapRepository();
    private final CapSettings limits;
    private final EventKeys eventKeys;
    private final Clock clock;

    public Caps(CapSettings limits, EventKeys eventKeys, Clock clock) {
        this.limits = limits;
        this.eventKeys = eventKeys;
        this.clock = clock;
    }

    /**
     * The limit that one more text for this case to this number would break; empty when it may go.
     *
     * @param number E.164
     */
    public Future<Optional<Cap>> check(Tx tx, UUID caseId, String number) {
        byte[] match = OutboxBody.match(eventKeys, number);
        return sent.waitForSameNumber(tx, match)
                .compose(_ -> sent.count(tx, caseId, match, clock.instant()))
                .map(counts -> reached(counts, PhoneNumber.isAbroad(number)));
    }

    private Optional<Cap> reached(CapRepository.Counts counts, boolean abroad) {
        if (counts.ofCase() >= limits.perCase()) {
            return Optional.of(Cap.CASE);
        }
        if (counts.ofNumber() >= limits.perNumber()) {
            return Optional.of(Cap.NUMBER);
        }
        if (abroad && counts.abroad() >= limits.abroadPerDay()) {
            return Optional.of(Cap.ABROAD);
        }
        return counts.ofHour() >= limits.perHour() ? Optional.of(Cap.HOUR) : Optional.empty();
    }
}
