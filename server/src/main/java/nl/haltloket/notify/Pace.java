package nl.haltloket.notify;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast a gateway is given messages: after it says that it is too fast (ESME_RTHROTTLED, ESME_RMSGQFUL, HTTP 429) a
 * pause that grows, or the one it asks for; then one message at a time, then twice as many with each that is taken.
 */
final class Pace {
    private static final long PAUSE_MIN_MILLIS = 500;
    private static final long PAUSE_MAX_MILLIS = 8000;
    /** Whoever asks for more gets no more: a parent may be waiting for the only gateway. */
    private static final long ASKED_MAX_MILLIS = 30_000;

    private final Vertx vertx;
    private final Runnable wake;
    private int most = Integer.MAX_VALUE;
    private long pauseMillis = PAUSE_MIN_MILLIS;
    private boolean paused;

    /** @param wake told when a pause is over */
    Pace(Vertx vertx, Runnable wake) {
        this.vertx = vertx;
        this.wake = wake;
    }

    /** How many may be under way at once now. */
    synchronized int most() {
        return paused ? 0 : most;
    }

    /** The gateway took one. */
    synchronized void taken() {
        if (paused) {
            return;
        }
        pauseMillis = PAUSE_MIN_MILLIS;
        most = most > Integer.MAX_VALUE / 2 ? Integer.MAX_VALUE : most * 2;
    }

    /**
     * The gateway refused one, and only for now.
     *
     * @param asked for how long, if it said so; otherwise zero
     */
    synchronized void throttled(Duration asked) {
        most = 1;
        if (paused) {
            return;
        }
        paused = true;
        long millis = Math.max(pauseMillis, Math.min(ASKED_MAX_MILLIS, asked.toMillis()));
        var _ = vertx.timer(millis, TimeUnit.MILLISECONDS).onComplete(_ -> goOn());
        pauseMillis = Math.min(PAUSE_MAX_MILLIS, pauseMillis * 2);
    }

    private void goOn() {
        synchronized (this) {
            paused = false;
        }
        wake.run();
    }
}
