package nl.haltloket.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** A file system of a few megabytes in memory; mounting it takes root, as a machine that builds in a container has. */
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path directory;

    private SmallDisk(Path directory) {
        this.directory = directory;
    }

    /** Mounted on a fresh directory. */
    public static SmallDisk mount(int megabytes) throws IOException {
        Path directory = Files.createTempDirectory("small-disk");
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m,mode=0777", "tmpfs", directory.toString());
        return new SmallDisk(directory);
    }

    public Path directory() {
        return directory;
    }

    /** An empty directory on it, for what must begin empty. */
    public Path newDirectory(String name) throws IOException {
        return Files.createDirectory(directory.resolve(name));
    }

    /** Takes every byte that is left. */
    public void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream filler = Files.newOutputStream(filler())) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            Assertions.assertTrue(Files.getFileStore(directory).getUsableSpace() < BLOCK, full::toString);
        }
    }

    /** Gives them back. */
    public void free() throws IOException {
        Files.deleteIfExists(filler());
    }

    @Override
    public void close() throws IOException {
        run("umount", "-l", directory.toString());
        Files.delete(directory);
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    private static void run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Assertions.assertEquals(0, process.onExit().join().exitValue(), () -> List.of(command) + ": " + text);
    }
}
