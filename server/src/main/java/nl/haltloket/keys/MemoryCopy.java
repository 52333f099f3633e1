package nl.haltloket.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import nl.haltloket.crypto.OwnerFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unwrapped keys in a file that exists in memory only: a crashed server finds them, a machine that lost its power
 * does not. Nothing here ever stops a start: without a copy the desk is locked after a crash too.
 */
final class MemoryCopy {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryCopy.class);
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
    private static final String OWNER_ONLY = "rwx------";
    private static final int NAME_LENGTH = 16;

    private final Path memory;
    private final Path directory;

    /** One for each data directory, so that two servers on a machine do not meet. */
    MemoryCopy(Path memory, Path dataDirectory) {
        this.memory = memory;
        this.directory = memory.resolve("halt-loket-" + name(dataDirectory));
    }

    Path directory() {
        return directory;
    }

    Path file() {
        return directory.resolve("event-key.json");
    }

    /** What a crashed server left; empty when there is nothing that we wrote. */
    Optional<byte[]> read() {
        try {
            if (!Files.exists(file()) || !isOurs()) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file()));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("The copy of the event key in memory cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Keeps the copy, or says why there is none. */
    void write(byte[] unwrapped) {
        try {
            if (!isInMemory()) {
                LOG.warn(
                        "No copy of the event key is kept: key.memory-dir {} is not in memory. After a crash the desk"
                                + " will be locked until the passphrase is given.",
                        memory);
            } else if (isOurs()) {
                OwnerFile.write(file(), unwrapped);
            } else {
                LOG.warn("No copy of the event key is kept: {} belongs to somebody else.", directory);
            }
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("No copy of the event key is kept: {}", e.toString());
        }
    }

    private boolean isInMemory() throws IOException {
        return Files.isDirectory(memory)
                && IN_MEMORY.contains(Files.getFileStore(memory).type());
    }

    /** The place is open to everybody on the machine: somebody may have been there first. */
    private boolean isOurs() throws IOException {
        if (Files.notExists(directory, LinkOption.NOFOLLOW_LINKS)) {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
            var _ = Files.createDirectory(directory, ownerOnly);
        }
        Path mine = Files.createTempFile(memory, "halt-loket", ".tmp");
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(mine))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(directory))
                            .equals(OWNER_ONLY);
        } finally {
            Files.delete(mine);
        }
    }

    private static String name(Path dataDirectory) {
        try {
            byte[] path = dataDirectory.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(path);
            return HexFormat.of().formatHex(hash).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
