package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Where features leave their messages, in the transaction of the cause: it commits and the message goes, or it rolls
 * back and there never was one.
 */
public final class Outbox {
    /** Signalled when there is something to send or to take back. */
    public static final String TOPIC = "outbox";

    private final OutboxRepository messages = new OutboxRepository();
    private final ReportRepository reports = new ReportRepository();
    private final AttemptRepository attempts = new AttemptRepository();
    private final CaseKeys caseKeys;
    private final EventKeys eventKeys;
    private final Clock clock;

    public Outbox(CaseKeys caseKeys, EventKeys eventKeys, Clock clock) {
        this.caseKeys = caseKeys;
        this.eventKeys = eventKeys;
        this.clock = clock;
    }

    /** Puts a message in the queue; the text is refused as {@link SmsText#check} says. */
    public Future<Void> enqueue(Tx tx, Message message) {
        TextSource source = message.source();
        SmsText.check(message.text(), source == null ? BarredWords.DUTCH : source.language());
        OutboxBody body = new OutboxBody(message.number(), message.text());
        byte[] match = OutboxBody.match(eventKeys, message.number());
        return caseKeys.open(tx, message.caseId())
                .map(cipher -> body.seal(cipher, message.id()))
                .compose(bytes -> messages.insert(tx, message, bytes, match, now()))
                .compose(inserted -> tx.signal(TOPIC, message.id().toString()));
    }

    /**
     * Takes back what was left under this key and is not yet with the gateway. It never waits for the worker: a message
     * that is being sent at this moment goes, and is not tried again.
     */
    public Future<Void> cancel(Tx tx, String callbackKey) {
        return messages.cancel(tx, callbackKey, now())
                .compose(marked -> marked == 0 ? Future.succeededFuture() : tx.signal(TOPIC, "cancel"));
    }

    /** From now on nothing goes to this number, for whatever case; what waits for it is taken back. */
    public Future<Void> block(Tx tx, UUID caseId, String number) {
        return messages.block(tx, caseId, OutboxBody.match(eventKeys, number), now())
                .compose(marked -> marked == 0 ? Future.succeededFuture() : tx.signal(TOPIC, "cancel"));
    }

    /** Whether {@link #block} was said of this number. */
    public Future<Boolean> isBlocked(Tx tx, String number) {
        return messages.isBlocked(tx, OutboxBody.match(eventKeys, number));
    }

    /** Whether a text of this case went, or may yet go, to this number. */
    public Future<Boolean> isTold(Tx tx, UUID caseId, String number) {
        return messages.isTold(tx, caseId, OutboxBody.match(eventKeys, number));
    }

    /** Moves the messages of a case to another one; what is being sent goes on. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return messages.moveBlocks(tx, move.from(), move.to())
                .compose(_ -> messages.bodies(tx, move.from()))
                .compose(bodies -> Each.run(
                        bodies,
                        body -> messages.move(
                                tx, body.id(), move.to(), OutboxBody.anew(move, body.id(), body.sealed()))));
    }

    /** The texts that were left under this key, oldest first. */
    public Future<List<Left>> left(Tx tx, CaseCipher cipher, String callbackKey) {
        return messages.left(tx, callbackKey)
                .compose(rows -> attempts.leftUnder(tx, callbackKey).map(tried -> rows.stream()
                        .map(row -> new Left(
                                OutboxBody.open(cipher, row.id(), row.sealed()).text(),
                                row.cancelled() && row.state() == MessageState.QUEUED
                                        ? MessageState.CANCELLED
                                        : row.state(),
                                row.at(),
                                row.source(),
                                tried.stream()
                                        .filter(one -> one.messageId().equals(row.id()))
                                        .map(AttemptRepository.OfMessage::attempt)
                                        .toList()))
                        .toList()));
    }

    /**
     * A text and what became of it.
     *
     * @param source which of the loket's texts it was made of, if it was
     * @param attempts to send it, oldest first
     */
    public record Left(
            String text,
            MessageState state,
            Instant at,
            @Nullable TextSource source,
            List<Attempt> attempts) {}

    /** Drops what could still tell whose number a message went to; the rest went with the key of the case. */
    public Future<Void> forget(Tx tx, UUID caseId) {
        return reports.forgetNumbers(tx, caseId)
                .compose(done -> messages.forgetNumbers(tx, caseId))
                .compose(done -> messages.unblock(tx, caseId));
    }

    private Instant now() {
        return clock.instant();
    }
}
