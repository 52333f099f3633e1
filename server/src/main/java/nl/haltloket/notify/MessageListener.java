package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Instant;
import nl.haltloket.db.Tx;

/** Hears what became of a message. */
@FunctionalInterface
public interface MessageListener {
    /**
     * Called in the transaction of the change, so that what the listener writes is kept with it or not at all. A failed
     * future undoes the change, and it is tried again. Told are ACCEPTED, DELIVERED, FAILED, EXPIRED, CANCELLED and
     * IN_DOUBT; a message can become ACCEPTED and DELIVERED in one transaction, and DELIVERED after any other state.
     */
    Future<Void> messageChanged(Tx tx, String callbackKey, MessageState state, Instant at);
}
