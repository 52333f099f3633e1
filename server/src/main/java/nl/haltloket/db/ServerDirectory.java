package nl.haltloket.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import nl.haltloket.config.Secret;

/**
 * What one embedded server keeps: its data, two passwords beside them, and a lock.
 *
 * <p>The file {@code initialising} stands there while the data are first made: a start that finds it begins anew, since
 * nothing was ever stored in them.
 */
final class ServerDirectory implements AutoCloseable {
    /** Line of postmaster.pid, counted from 0 (PostgreSQL, src/include/utils/pidfile.h). */
    private static final int PID_FILE_PORT = 3;

    private final Path root;
    private final DirectoryLock lock;
    private final boolean isNew;

    private ServerDirectory(Path root, DirectoryLock lock, boolean isNew) {
        this.root = root;
        this.lock = lock;
        this.isNew = isNew;
    }

    /** Takes the directory for this process and stops what an earlier process left running on it. */
    static ServerDirectory open(Path path) throws IOException {
        Path root = ownerOnly(path);
        DirectoryLock lock = DirectoryLock.take(root);
        try {
            Path data = ownerOnly(root.resolve("data"));
            new ServerProcesses(data).stopLeftovers();
            boolean isNew = Files.exists(marker(root)) || Files.notExists(data.resolve("PG_VERSION"));
            if (isNew) {
                begin(root, data);
            }
            return new ServerDirectory(root, lock, isNew);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Makes a directory that only its owner can enter. */
    static Path ownerOnly(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        return directory.toRealPath();
    }

    Path data() {
        return root.resolve("data");
    }

    /** True until {@link #finish()} when the data are made by this start. */
    boolean isNew() {
        return isNew;
    }

    Path superuserFile() {
        return root.resolve("superuser.password");
    }

    Secret superuser() throws IOException {
        return PasswordFile.read(superuserFile());
    }

    /** The application's database on a server of this directory. */
    Endpoint endpoint(int port) throws IOException {
        return endpoint(root, port);
    }

    /** The same, on a server that another process started: the fourth line of its pid file is its port. */
    static Endpoint endpointOfRunning(Path root) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve("data").resolve("postmaster.pid"));
        return endpoint(root, Integer.parseInt(lines.get(PID_FILE_PORT).strip()));
    }

    private static Endpoint endpoint(Path root, int port) throws IOException {
        return Endpoint.local(port, Launcher.NAME, Launcher.NAME, PasswordFile.read(userFile(root)));
    }

    /** The application's own user. */
    Secret user() throws IOException {
        return PasswordFile.read(userFile(root));
    }

    /** The data are complete. On disk before the first row is accepted: a marker that came back would cost it. */
    void finish() throws IOException {
        Files.deleteIfExists(marker(root));
        sync(root);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void begin(Path root, Path data) throws IOException {
        if (Files.exists(marker(root))) {
            empty(data);
        }
        Files.write(marker(root), new byte[0]);
        PasswordFile.create(root.resolve("superuser.password"));
        PasswordFile.create(userFile(root));
        sync(root);
    }

    private static void empty(Path data) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(data)) {
            deepestFirst = all.filter(path -> !path.equals(data))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    private static Path marker(Path root) {
        return root.resolve("initialising");
    }

    private static Path userFile(Path root) {
        return root.resolve("haltloket.password");
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
