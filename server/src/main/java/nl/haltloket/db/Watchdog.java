package nl.haltloket.db;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a server still lives and starts it again when it died: at once, and slower each time when it keeps
 * dying. Whoever waits for the server waits a second or two; nothing acknowledged is lost.
 */
final class Watchdog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration END_MAX = Duration.ofSeconds(2);
    private static final Duration URGE_EVERY = Duration.ofMillis(50);

    private final Watched watched;
    private final RestartPauses pauses = new RestartPauses();
    private final Thread thread;
    private volatile @Nullable String trouble;
    private volatile boolean closing;

    /** What is watched. */
    interface Watched {
        /** Whether it lives; asked ten times a second. */
        boolean lives();

        /** Cleans up after the dead one and starts another; returns when it answers. */
        void restart() throws IOException;
    }

    Watchdog(Watched watched) {
        this.watched = watched;
        this.thread = Thread.ofPlatform().daemon().name("database-watchdog").start(this::watch);
    }

    /** Why the server is away; empty while it is there. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Looks no more; a restart under way is cut short, which takes two seconds at most. */
    @Override
    public void close() {
        closing = true;
        long deadline = System.nanoTime() + END_MAX.toNanos();
        boolean ended = false;
        try {
            while (!ended && System.nanoTime() < deadline) {
                thread.interrupt(); // again and again: a restart waits in many places, and some forget that they were
                // asked
                ended = thread.join(URGE_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            while (!closing) {
                Thread.sleep(LOOK_EVERY);
                if (!closing && !watched.lives()) {
                    revive();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("PostgreSQL is watched no more");
        }
    }

    private void revive() throws InterruptedException {
        long died = System.nanoTime();
        int tries = 0;
        do {
            Duration pause = pauses.next(System.nanoTime());
            tries++;
            trouble = "PostgreSQL is gestopt en wordt opnieuw gestart, poging %d.".formatted(tries);
            LOG.error("PostgreSQL died; it is started again in {} ms (try {})", pause.toMillis(), tries);
            Thread.sleep(pause);
        } while (!restarted() && !closing);
        if (closing) {
            return;
        }
        trouble = null;
        LOG.warn("PostgreSQL is back after {} ms", (System.nanoTime() - died) / 1_000_000);
    }

    private boolean restarted() {
        try {
            watched.restart();
            return true;
        } catch (IOException | RuntimeException e) {
            if (!closing) {
                LOG.error("PostgreSQL could not be started again", e);
            }
            return false;
        }
    }
}
