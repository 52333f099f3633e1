package nl.haltloket.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The PostgreSQL processes that have one data directory open.
 *
 * <p>They are found by their working directory, which PostgreSQL sets to its data directory. The number in {@code
 * postmaster.pid} alone proves nothing: after a crash it may belong to another program, or to a zombie.
 */
final class ServerProcesses {
    /** A clean stop writes everything out; after this the next start replays the write-ahead log, which is as good. */
    private static final Duration CLEAN_STOP_MAX = Duration.ofSeconds(3);

    private static final Duration HARD_STOP_MAX = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Path data;

    ServerProcesses(Path data) throws IOException {
        this.data = data.toRealPath();
    }

    /**
     * Stops what a killed JVM or a killed postmaster left behind, cleanly if it can, and removes the stale {@code
     * postmaster.pid}. The caller holds the directory's lock: these processes belong to nobody.
     */
    void stopLeftovers() throws IOException {
        boolean ended = living().isEmpty() || stopCleanly();
        for (String hard : List.of("QUIT", "KILL")) {
            if (!ended) {
                signal(hard, living());
                ended = endWithin(HARD_STOP_MAX);
            }
        }
        if (!ended) {
            throw DatabaseStartException.willNotStop(data);
        }
        Files.deleteIfExists(pidFile());
    }

    /** PostgreSQL's fast stop is a word to the postmaster alone: to its children the same signal means other things. */
    private boolean stopCleanly() throws IOException {
        OptionalLong postmaster = postmaster();
        if (postmaster.isEmpty()) {
            return false;
        }
        signal("INT", List.of(postmaster.getAsLong()));
        return endWithin(CLEAN_STOP_MAX);
    }

    /** The first of them, which starts the others; empty when it died. */
    OptionalLong postmaster() throws IOException {
        long pid = written();
        return isOurs(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
    }

    /** Whether a first one began since the leftovers were stopped, though it may be dead by now. */
    boolean haveBegun() throws IOException {
        return written() != 0;
    }

    /** The number that a postmaster wrote down; 0 when none did. What prepares a data directory writes one below 0. */
    private long written() throws IOException {
        try {
            // PostgreSQL makes the file and then writes it: for a moment nothing stands in it.
            String first =
                    Files.readString(pidFile()).lines().findFirst().orElse("").strip();
            return first.matches("\\d{1,18}") ? Long.parseLong(first) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    List<Long> living() {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::pid).filter(this::isOurs).toList();
        }
    }

    /** Sends a signal by name; {@link ProcessHandle} only knows TERM and KILL, which mean something else to PostgreSQL. */
    static void signal(String name, List<Long> pids) throws IOException {
        if (pids.isEmpty()) {
            return;
        }
        List<String> command = Stream.concat(
                        Stream.of("sh", "-c", "kill -s \"$0\" \"$@\" 2>/dev/null", name),
                        pids.stream().map(String::valueOf))
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

    /** Whether this number belongs to a living PostgreSQL process of this directory. */
    boolean isOurs(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data)
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException e) {
            return false; // gone, a zombie, or another user's
        }
    }
}
