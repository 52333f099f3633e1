package nl.haltloket.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The jar that Maven made, as {@code scripts/run} starts it: with its flags and the class archive beside it. The archive
 * and the unpacked PostgreSQL are made once, by a first start and stop.
 */
final class Delivered {
    private static final String PROGRAMS = "postgres-programs";

    private final Path root;
    private final Path jar;
    private final Path firstStart;
    private final List<String> flags;

    private Delivered(Path root, Path jar) throws IOException {
        this.root = root;
        this.jar = jar;
        this.firstStart = jar.resolveSibling("first-start");
        this.flags = flags(root);
    }

    /** Blocks while another test process makes what is made once. */
    static Delivered of(Path root, Path jar) {
        try {
            Delivered delivered = new Delivered(root, jar);
            try (FileChannel channel = FileChannel.open(
                            jar.resolveSibling("first-start.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                delivered.startOnce();
            }
            return delivered;
        } catch (IOException e) {
            throw new IllegalStateException("The delivered jar cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The command that starts the server, without its own arguments. */
    List<String> command(String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Spares a data directory the unpacking of PostgreSQL. */
    void sharePrograms(Path data) throws IOException {
        Path drill = data.resolve("drill");
        if (Files.notExists(drill)) {
            Files.createDirectories(data);
            Files.createDirectory(
                    drill, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path programs = drill.resolve(PROGRAMS);
        if (Files.notExists(programs, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(programs, firstStart.resolve("drill").resolve(PROGRAMS));
        }
    }

    /** Whoever clears the data directory away finds nothing that leads out of it. */
    static void unsharePrograms(Path data) {
        Path programs = data.resolve("drill").resolve(PROGRAMS);
        try {
            if (Files.isSymbolicLink(programs)) {
                Files.delete(programs);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void startOnce() throws IOException, InterruptedException {
        Path done = firstStart.resolve("done");
        if (Files.exists(done) && !newer(jar, done)) {
            return;
        }
        Files.createDirectories(firstStart);
        ProcessBuilder builder =
                new ProcessBuilder(command()).directory(root.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HALTLOKET_DATA_DIR", firstStart.toString(),
                        "HALTLOKET_HTTP_PORT", "0",
                        "HALTLOKET_HTTP_LOCAL_PORT", "0",
                        "HALTLOKET_HTTP_MANAGEMENT_PORT", "0"));
        Process process = builder.start();
        StringBuilder text = new StringBuilder();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            lines.forEach(line -> {
                text.append(line).append('\n');
                if (line.startsWith("READY ")) {
                    boolean _ = process.toHandle().destroy();
                }
            });
        }
        int exit = process.waitFor();
        if (exit != 0 && exit != 143) {
            throw new IOException("The first start ended with " + exit + ":\n" + text);
        }
        Files.writeString(done, "");
    }

    private static boolean newer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static List<String> flags(Path root) throws IOException {
        String library = root.resolve("scripts/lib.sh").toString();
        Process process = new ProcessBuilder(
                        "bash", "-euo", "pipefail", "-c", "source \"$0\"; printf '%s\\n' \"${JVM_FLAGS[@]}\"", library)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            return lines.toList();
        }
    }
}
