package nl.haltloket.db;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Holds a directory for this process alone. The system drops it when the process dies, however it dies. */
final class DirectoryLock implements AutoCloseable {
    /**
     * What this process holds. It must not even open such a file again: Linux drops all locks of a process on a file when
     * the process closes any of its channels to it.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static synchronized DirectoryLock take(Path directory) throws IOException {
        Path file = file(directory);
        if (!OURS.add(file)) {
            throw DatabaseStartException.inUse(directory);
        }
        FileChannel channel = FileChannel.open(file, CREATE, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            OURS.remove(file);
            throw DatabaseStartException.inUse(directory);
        }
        return new DirectoryLock(file, channel);
    }

    /** Whether a process that lives uses the directory. Looks one at a time: a look holds the lock for a moment. */
    static synchronized boolean isHeld(Path directory) throws IOException {
        Path file = file(directory);
        if (OURS.contains(file)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            return channel.tryLock() == null;
        }
    }

    private static Path file(Path directory) throws IOException {
        return directory.toRealPath().resolve("lock");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        OURS.remove(file);
    }
}
