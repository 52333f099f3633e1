package nl.haltloket.notify;

import io.vertx.core.Future;
import nl.haltloket.db.Tx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Saves a message's new state and tells the listener, in one transaction. */
final class MessageChanges {
    private static final Logger LOG = LoggerFactory.getLogger(MessageChanges.class);

    private final OutboxRepository messages;
    private final MessageListener listener;
    private final String node;

    MessageChanges(OutboxRepository messages, MessageListener listener, String node) {
        this.messages = messages;
        this.listener = listener;
        this.node = node;
    }

    Future<Void> save(Tx tx, OutboxRow row) {
        LOG.info("Message {} is {} after {} attempts, code {}", row.id(), row.state(), row.attempts(), row.code());
        return messages.save(tx, row, node).compose(saved -> tell(tx, row));
    }

    private Future<Void> tell(Tx tx, OutboxRow row) {
        return row.state().isTold()
                ? listener.messageChanged(tx, row.callbackKey(), row.state(), row.stateAt())
                : Future.succeededFuture();
    }
}
