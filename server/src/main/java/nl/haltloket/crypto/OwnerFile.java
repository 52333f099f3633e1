package nl.haltloket.crypto;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** A file that only its owner can read (mode 0600, in a directory of mode 0700 when that has to be made). */
public final class OwnerFile {
    private OwnerFile() {}

    /**
     * Written beside its place, put on disk and moved in: a crash or a power loss leaves the old file or the new one,
     * never half.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
        makeDirectory(directory);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path fresh = Files.createTempFile(directory, "key", ".tmp", ownerOnly);
        try {
            try (FileChannel channel = FileChannel.open(fresh, WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    int _ = channel.write(rest);
                }
                channel.force(true);
            }
            var _ = Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            var _ = Files.deleteIfExists(fresh);
        }
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var _ = Files.createDirectories(directory, ownerOnly);
    }
}
