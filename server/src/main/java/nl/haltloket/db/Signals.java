package nl.haltloket.db;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.util.function.Consumer;

/**
 * Hears what {@link Tx#signal} tells, on this node and every other. A signal is a hint and never the data: those who
 * hear one read the table again.
 */
public final class Signals {
    /** Given instead of a key after each (re)connection: signals may have been missed, so read everything again. */
    public static final String ANYTHING = "";

    private static final long RECONNECT_MILLIS = 200;

    private final PgSubscriber subscriber;

    public Signals(Vertx vertx, PgConnectOptions options) {
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MILLIS);
    }

    /** Calls the listener with the key of each signal of the topic, and with {@link #ANYTHING} after a gap. */
    public void listen(String topic, Consumer<String> listener) {
        PgChannel channel = subscriber.channel(topic);
        channel.subscribeHandler(subscribed -> listener.accept(ANYTHING));
        channel.handler(listener::accept);
    }

    /** Connects; what was listened to before is heard from now on. */
    public Future<Void> start() {
        return subscriber.connect();
    }

    /** Stops hearing. */
    public Future<Void> close() {
        return subscriber.close();
    }
}
