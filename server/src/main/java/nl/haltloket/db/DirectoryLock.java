package nl.haltloket.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** Holds a directory for this process alone. The system drops it when the process dies, however it dies. */
final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE);
        if (!isOurs(channel)) {
            channel.close();
            throw DatabaseStartException.inUse(directory);
        }
        return new DirectoryLock(channel);
    }

    /** Whether a process that lives uses the directory. */
    static boolean isHeld(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory.resolve("lock"), CREATE, WRITE)) {
            return !isOurs(channel);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // this same process has it already
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
