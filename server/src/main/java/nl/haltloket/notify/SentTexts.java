package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Tx;

/** What was left in the outbox, looked back on: for which cases a number was texted, and what a case has sent. */
public final class SentTexts {
    private final SentTextRepository repository = new SentTextRepository();
    private final EventKeys keys;

    public SentTexts(EventKeys keys) {
        this.keys = keys;
    }

    /**
     * A text of a case.
     *
     * @param callbackKey under which it was left
     * @param number E.164
     * @param at when it was left in the outbox
     */
    public record Sent(UUID id, String callbackKey, String number, String text, MessageState state, Instant at) {
        /** Without number and text, so that neither can reach a log. */
        @Override
        public String toString() {
            return "Sent[" + id + "]";
        }
    }

    /** The cases that have a text for this number, the one of the newest text first; at most 20. */
    public Future<List<UUID>> casesOf(Tx tx, String number) {
        return repository.casesOf(tx, OutboxBody.match(keys, number));
    }

    /** The newest 100 texts of a case, oldest first. */
    public Future<List<Sent>> ofCase(Tx tx, CaseCipher cipher, UUID caseId) {
        return repository.ofCase(tx, caseId).map(rows -> rows.stream()
                .map(row -> {
                    OutboxBody body = OutboxBody.open(cipher, row.id(), row.sealed());
                    return new Sent(row.id(), row.callbackKey(), body.number(), body.text(), row.state(), row.at());
                })
                .toList());
    }
}
