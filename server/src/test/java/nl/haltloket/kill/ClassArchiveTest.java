package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.haltloket.journey.KioskProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class archive of {@code scripts/lib.sh}: one of another build would make each start slow, unseen and for ever. */
class ClassArchiveTest {
    @TempDir
    Path directory;

    @Test
    void an_archive_older_than_the_jar_is_dropped_and_a_younger_one_stays() throws Exception {
        Path jar = file("some.jar", 2);
        Path younger = file("younger.jsa", 3);
        Path older = file("older.jsa", 1);
        drop(jar, older);
        drop(jar, younger);
        drop(jar, directory.resolve("absent.jsa"));
        assertThat(older).doesNotExist();
        assertThat(younger).exists();
    }

    private Path file(String name, long second) throws IOException {
        Path file = Files.writeString(directory.resolve(name), name);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(second * 1000));
    }

    private static void drop(Path jar, Path archive) throws Exception {
        List<String> command = new ArrayList<>(KioskProcess.supervisor());
        Collections.replaceAll(command, "source \"$0\"; supervise \"$@\"", "source \"$0\"; drop_stale_archive \"$@\"");
        command.addAll(List.of(jar.toString(), archive.toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }
}
