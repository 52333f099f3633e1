package nl.haltloket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether the disk that the data stand on still has room to work. */
final class DiskSpace {
    /** Below this PostgreSQL may not find room for its next two files of log, of 16 MiB each. */
    private static final long LEAST_BYTES = 48L << 20;

    private final Path directory;

    DiskSpace(Path directory) {
        this.directory = directory;
    }

    /** What is wrong, as a Dutch sentence; blocks for the time of one system call. */
    Optional<String> trouble() {
        try {
            long left = Files.getFileStore(directory).getUsableSpace();
            return left >= LEAST_BYTES
                    ? Optional.empty()
                    : Optional.of(
                            "De schijf van het loket is bijna vol: nog %d MB vrij. Maak ruimte.".formatted(left >> 20));
        } catch (IOException e) {
            return Optional.of("De schijf van het loket is niet te lezen.");
        }
    }
}
