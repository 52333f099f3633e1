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
 * <p>One process at a time may use a directory; what a killed process left running on it is stopped first.
 */
public final class EmbeddedServer implements AutoCloseable {
    /** {@link #close()} promises five seconds; after this it stops at once and leaves the rest to the next start. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final EmbeddedPostgres postgres;
    private final ServerDirectory directory;
    private final Endpoint endpoint;

    private EmbeddedServer(EmbeddedPostgres postgres, ServerDirectory directory, Endpoint endpoint) {
        this.postgres = postgres;
        this.directory = directory;
        this.endpoint = endpoint;
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
        Endpoint endpoint = directory.endpoint(postgres.getPort());
        return new EmbeddedServer(postgres, directory, endpoint);
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

    /** Stops within five seconds; clients that are still connected are cut off. Nothing acknowledged is lost. */
    @Override
    public void close() {
        Thread impatient = Thread.ofVirtual().start(this::stopAtOnceWhenSlow);
        try {
            postgres.close();
            impatient.interrupt();
            directory.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stopAtOnceWhenSlow() {
        try {
            Thread.sleep(PATIENCE);
            new ServerProcesses(directory.data()).signal("QUIT");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it stopped in time
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
