package nl.haltloket.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps anyone from holding the door: a bounded number of connections in all and from one address, and a connection
 * without a request under way ends, also when it goes on sending a letter of a header now and then.
 */
final class Connections {
    private static final int TOTAL_MAX = 2_048;

    private final Vertx vertx;
    private final Duration rest;
    private final int perAddressMax;
    private final Map<HttpConnection, Held> open = new ConcurrentHashMap<>();
    private final Map<String, Integer> perAddress = new ConcurrentHashMap<>();

    /**
     * @param rest how long a connection may be without a whole request
     * @param perAddressMax most connections from one address
     */
    Connections(Vertx vertx, Duration rest, int perAddressMax) {
        this.vertx = vertx;
        this.rest = rest;
        this.perAddressMax = perAddressMax;
    }

    /** For the servers whose connections are to be kept: with h2c one is only known after its first whole request. */
    static HttpServerOptions options() {
        return new HttpServerOptions().setHttp2ClearTextEnabled(false);
    }

    /** A new connection; ended at once when there are too many. */
    void opened(HttpConnection connection) {
        String address = connection.remoteAddress().hostAddress();
        int fromThere = perAddress.merge(address, 1, Integer::sum);
        Held held = new Held(connection);
        open.put(connection, held);
        connection.closeHandler(_ -> closed(connection, address));
        if (fromThere > perAddressMax || open.size() > TOTAL_MAX) {
            var _ = connection.close();
        } else {
            held.waitForRequest();
        }
    }

    private void closed(HttpConnection connection, String address) {
        perAddress.computeIfPresent(address, (_, count) -> count == 1 ? null : count - 1);
        Optional.ofNullable(open.remove(connection)).ifPresent(Held::stopWaiting);
    }

    /** A request with all its headers; its connection stays until it is answered. */
    void begun(RoutingContext context) {
        Held held = open.get(context.request().connection());
        if (held != null) {
            held.begin();
            context.addEndHandler(_ -> held.end());
        }
        context.next();
    }

    /** All on the event loop of its connection. */
    private final class Held {
        private final HttpConnection connection;
        private int underWay;
        private @Nullable Long timer;

        Held(HttpConnection connection) {
            this.connection = connection;
        }

        void begin() {
            underWay++;
            stopWaiting();
        }

        void end() {
            underWay--;
            if (underWay == 0 && open.containsKey(connection)) {
                waitForRequest();
            }
        }

        void waitForRequest() {
            stopWaiting();
            timer = vertx.setTimer(rest.toMillis(), _ -> connection.close());
        }

        void stopWaiting() {
            if (timer != null) {
                vertx.cancelTimer(timer);
                timer = null;
            }
        }
    }
}
