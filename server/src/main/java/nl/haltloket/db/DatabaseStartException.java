package nl.haltloket.db;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL did not start; the message is a sentence that says what to do. */
public final class DatabaseStartException extends RuntimeException {
    private final boolean mayPass;

    private DatabaseStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.mayPass = cause != null;
    }

    /** Whether the same start may succeed later, without anybody changing a thing. */
    public boolean mayPass() {
        return mayPass;
    }

    static DatabaseStartException inUse(Path directory) {
        return new DatabaseStartException(
                "Another Halt-loket uses the database in %s: stop that one first, or choose another data-dir."
                        .formatted(directory),
                null);
    }

    static DatabaseStartException portTaken(int port) {
        return new DatabaseStartException(
                "Port %d is taken by another program: choose another database.port, or 0 for any free one."
                        .formatted(port),
                null);
    }

    static DatabaseStartException passwordLost(Path file) {
        return new DatabaseStartException(
                "The database exists but its password file %s does not: put the file back.".formatted(file), null);
    }

    static DatabaseStartException willNotStop(Path data) {
        return new DatabaseStartException(
                "A PostgreSQL left behind on %s does not stop: end its processes by hand.".formatted(data), null);
    }

    static DatabaseStartException failed(Path data, Throwable cause) {
        return new DatabaseStartException(
                "PostgreSQL did not start on %s; its own words are in the log directory there.".formatted(data), cause);
    }
}
