package nl.haltloket.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import nl.haltloket.journey.KioskProcess;

/** Who gets SIGKILL. */
enum Victim {
    /** The program; its PostgreSQL lives on as an orphan. */
    SERVER {
        @Override
        void kill(KioskProcess kiosk) {
            kiosk.kill();
        }
    },

    /** PostgreSQL with all its processes, under a running program. */
    POSTGRES {
        @Override
        void kill(KioskProcess kiosk) throws IOException {
            String pid = Files.readAllLines(kiosk.database().resolve("data/postmaster.pid"))
                    .getFirst();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            List<ProcessHandle> family = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                    .toList();
            family.forEach(ProcessHandle::destroyForcibly);
        }
    };

    abstract void kill(KioskProcess kiosk) throws IOException;
}
