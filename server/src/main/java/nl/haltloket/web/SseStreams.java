package nl.haltloket.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open server-sent streams. Every message is a whole snapshot, so that a missed signal or a slow reader costs a
 * delay and never data.
 */
public final class SseStreams {
    private static final Logger LOG = LoggerFactory.getLogger(SseStreams.class);
    private static final long HEARTBEAT_MS = 15_000;
    private static final int PER_DEVICE_MAX = 6;

    private final Vertx vertx;
    private final int limit;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private boolean closing;

    /** At most {@code limit} streams at a time, of which one device has a few. */
    public SseStreams(Vertx vertx, int limit) {
        this.vertx = vertx;
        this.limit = limit;
    }

    /** Tells the streams that something changed. */
    public void changed(String topic, String key) {
        open.stream().filter(stream -> stream.follows(topic, key)).forEach(Stream::refresh);
    }

    /** Tells that a device may have been sent away: its streams read again, and end if it was. */
    public void recheck(UUID deviceId) {
        open.stream()
                .filter(stream -> stream.caller.deviceId().equals(deviceId))
                .forEach(Stream::refresh);
    }

    /** Signals may have been missed: every stream reads again. */
    public void changed() {
        open.forEach(Stream::refresh);
    }

    /** How many are open. */
    public int count() {
        return open.size();
    }

    /** Ends all streams and opens no more, so that the server can stop at once. */
    public synchronized void close() {
        closing = true;
        open.forEach(Stream::close);
    }

    /** One at a time: two listeners, two event loops. */
    synchronized void open(RoutingContext context, SseSource source, Caller caller) {
        if (closing) {
            context.fail(503);
            return;
        }
        if (open.size() >= limit) {
            context.fail(Refusal.tooMany("stream.limit", "Er kijken al te veel schermen mee."));
            return;
        }
        if (open.stream().filter(stream -> stream.isOf(caller)).count() >= PER_DEVICE_MAX) {
            context.fail(
                    Refusal.tooMany("stream.limit", "Op dit toestel staan al te veel schermen open. Sluit er een."));
            return;
        }
        HttpServerResponse response = context.response();
        response.setChunked(true)
                .putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Accel-Buffering", "no");
        Stream stream = new Stream(response, source, caller);
        open.add(stream);
        context.addEndHandler(_ -> stream.close());
        stream.refresh();
    }

    private final class Stream {
        private final HttpServerResponse response;
        private final SseSource source;
        private final Caller caller;
        private final long heartbeat;
        private boolean reading;
        private boolean again;

        Stream(HttpServerResponse response, SseSource source, Caller caller) {
            this.response = response;
            this.source = source;
            this.caller = caller;
            this.heartbeat = vertx.setPeriodic(HEARTBEAT_MS, _ -> write(": hartslag\n\n"));
        }

        boolean follows(String topic, String key) {
            return source.topic().equals(topic) && source.key().equals(key);
        }

        /** A tablet has room for its own screens, also when the juvenile who had it left streams open. */
        boolean isOf(Caller other) {
            return caller.deviceId().equals(other.deviceId()) && caller.isJuvenile() == other.isJuvenile();
        }

        /** One read at a time; a change during a read gives one more read. */
        synchronized void refresh() {
            if (reading) {
                again = true;
                return;
            }
            reading = true;
            var _ = source.read().get().onSuccess(this::show).onFailure(this::giveUp);
        }

        /** A reader that is too slow gets the newest state once it has caught up. */
        private void show(Object state) {
            if (response.writeQueueFull()) {
                response.drainHandler(_ -> refresh());
            } else {
                write("event: " + source.name() + "\ndata: " + Json.text(state) + "\n\n");
            }
            boolean more;
            synchronized (this) {
                reading = false;
                more = again;
                again = false;
            }
            if (more) {
                refresh();
            }
        }

        /** The reader reconnects and then sees what it missed. */
        private void giveUp(Throwable failure) {
            LOG.warn("A stream could not be refreshed: {}", failure.toString());
            close();
        }

        private void write(String text) {
            if (!response.closed() && !response.writeQueueFull()) {
                var _ = response.write(text).onFailure(_ -> close());
            }
        }

        void close() {
            if (open.remove(this)) {
                vertx.cancelTimer(heartbeat);
                if (!response.closed() && !response.ended()) {
                    var _ = response.end();
                }
            }
        }
    }
}
