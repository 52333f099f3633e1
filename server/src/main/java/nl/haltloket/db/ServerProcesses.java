package nl.haltloket.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The PostgreSQL processes that have one data directory open.
 *
 * <p>They are found by their working directory, which PostgreSQL sets to its data directory. The number in {@code
 * postmaster.pid} alone proves nothing: after a crash it may belong to another program, or to a zombie.
 */
final class ServerProcesses {
    /** A clean stop writes everything out; a slow disk gets this long. */
    private static final Duration CLEAN_STOP_MAX = Duration.ofSeconds(10);

    private static final Duration HARD_STOP_MAX = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Path data;

    ServerProcesses(Path data) throws IOException {
        this.data = data.toRealPath();
    }

    /**
     * Stops what a killed JVM left behind, cleanly if it can, and removes the stale {@code postmaster.pid}. The caller
     * holds the directory's lock: these processes belong to nobody.
     */
    void stopLeftovers() throws IOException {
        if (!living().isEmpty()) {
            signal("INT"); // PostgreSQL's fast stop
            if (!endWithin(CLEAN_STOP_MAX)) {
                signal("QUIT"); // at once; the next start replays the write-ahead log
            }
            if (!endWithin(HARD_STOP_MAX)) {
                throw DatabaseStartException.willNotStop(data);
            }
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    List<Long> living() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid).filter(this::isOurs).toList();
        }
    }

    /** Sends a signal by name; {@link ProcessHandle} only knows TERM and KILL, which mean something else to PostgreSQL. */
    void signal(String name) throws IOException {
        List<String> pids = living().stream().map(String::valueOf).toList();
        if (pids.isEmpty()) {
            return;
        }
        List<String> command = Stream.concat(
                        Stream.of("sh", "-c", "kill -s \"$0\" \"$@\" 2>/dev/null", name), pids.stream())
                .toList();
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endWithin(Duration max) {
        long deadline = System.nanoTime() + max.toNanos();
        while (!living().isEmpty()) {
            if (System.nanoTime() > deadline || !pause()) {
                return false;
            }
        }
        return true;
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_EVERY);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isOurs(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data)
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException e) {
            return false; // gone, a zombie, or another user's
        }
    }
}
