package nl.haltloket.db;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import nl.haltloket.config.Secret;

/** A random password in a file that only its owner can read (mode 0600). */
final class PasswordFile {
    private static final int ENTROPY_BYTES = 32;

    private PasswordFile() {}

    static void create(Path file) throws IOException {
        byte[] random = new byte[ENTROPY_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Files.deleteIfExists(file);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), ownerOnly)) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    static Secret read(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw DatabaseStartException.passwordLost(file);
        }
        return new Secret(Files.readString(file).strip());
    }
}
