package nl.haltloket.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * A real PostgreSQL on a kept data directory, on loopback, with every commit on disk before it is acknowledged.
 *
 * <p>One process at a time may use a directory; what a killed process left running on it is stopped first. When
 * PostgreSQL itself dies it is started again by itself, on the same port, until {@link #close()}.
 */
public final class EmbeddedServer implements AutoCloseable {
    /** The whole program promises five seconds; after this it stops at once and leaves the rest to the next start. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final ServerDirectory directory;
    private final ServerProcesses processes;
    private final Path binaries;
    private final Endpoint endpoint;
    private final Watchdog watchdog;
    private volatile EmbeddedPostgres postgres;
    private volatile long postmaster;

    private EmbeddedServer(EmbeddedPostgres postgres, ServerDirectory directory, Path binaries) throws IOException {
        this.postgres = postgres;
        this.directory = directory;
        this.processes = new ServerProcesses(directory.data());
        this.binaries = binaries;
        this.endpoint = directory.endpoint(postgres.getPort());
        this.postmaster = processes.postmaster().orElse(0);
        this.watchdog = new Watchdog(new Postmaster());
    }

    /** What the watchdog knows of it. */
    private final class Postmaster implements Watchdog.Watched {
        @Override
        public boolean lives() {
            return processes.isOurs(postmaster);
        }

        /** First what is left of the dead one, or its pid file, its lock and its memory would hold up the next. */
        @Override
        public void restart() throws IOException {
            processes.stopLeftovers();
            postgres.close();
            postgres = Launcher.launch(directory, binaries, endpoint.port());
            postmaster = processes.postmaster().orElse(0);
        }
    }

    /**
     * Starts the server; blocks for about a second on a kept directory and some five on an empty one.
     *
     * @param path directory for the data; made when absent
     * @param binaries where PostgreSQL's programs are unpacked once; servers may share it
     * @param port on loopback, 0 for any free one
     * @throws DatabaseStartException when another process uses the directory, the port is taken or PostgreSQL fails
     */
    public static EmbeddedServer start(Path path, Path binaries, int port) {
        try {
            ServerDirectory directory = ServerDirectory.open(path);
            try {
                return start(directory, binaries, port);
            } catch (IOException | SQLException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw DatabaseStartException.failed(path, e);
        }
    }

    private static EmbeddedServer start(ServerDirectory directory, Path binaries, int port)
            throws IOException, SQLException {
        EmbeddedPostgres postgres = Launcher.launch(directory, binaries, port);
        if (directory.isNew()) {
            Launcher.createDatabase(postgres, directory.user());
            directory.finish();
        }
        return new EmbeddedServer(postgres, directory, binaries);
    }

    /** Where the server listens that another process runs on this directory; empty when there is none. */
    public static Optional<Endpoint> running(Path path) {
        try {
            return Files.isDirectory(path) && DirectoryLock.isHeld(path)
                    ? Optional.of(ServerDirectory.endpointOfRunning(path))
                    : Optional.empty();
        } catch (IOException e) {
            throw DatabaseStartException.failed(path, e);
        }
    }

    /** Where the application connects, as its own user. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** Why the server is away, in a sentence for the log; empty while it is there. */
    public Optional<String> trouble() {
        return watchdog.trouble();
    }

    /** Stops within five seconds; clients that are still connected are cut off. Nothing acknowledged is lost. */
    @Override
    public void close() {
        Thread impatient = Thread.ofVirtual().start(this::stopAtOnceWhenSlow);
        watchdog.close();
        try {
            endStart();
            postgres.close();
            impatient.interrupt();
            processes.stopLeftovers();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A restart that was cut short is still under way, out of sight: nothing could stop it yet. */
    private void endStart() {
        Process starting = postgres.getProcess();
        try {
            if (!starting.waitFor(PATIENCE)) {
                starting.descendants().forEach(ProcessHandle::destroyForcibly);
                Process _ = starting.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAtOnceWhenSlow() {
        try {
            Thread.sleep(PATIENCE);
            ServerProcesses.signal("QUIT", processes.living());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it stopped in time
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
