package nl.haltloket.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.haltloket.journey.KioskProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The supervisor of {@code scripts/run} over something that is not a server: when it starts again and when it ends. */
class SupervisorTest {
    /** Says that it is up and with which argument, and ends when asked. */
    private static final String UP = "trap 'exit 143' TERM; echo \"up $1\"; while true; do sleep 0.05; done";

    @Test
    void what_is_killed_is_started_again_and_told_so_until_it_is_asked_to_stop() throws Exception {
        Process supervisor = supervise(UP);
        try (BufferedReader lines = supervisor.inputReader()) {
            assertThat(awaitLine(lines, "up")).isEqualTo("up ");
            for (int time = 0; time < 2; time++) {
                assertThat(supervisor.children().filter(ProcessHandle::destroyForcibly))
                        .hasSize(1);
                assertThat(awaitLine(lines, "== ")).contains("died (status 137)", "started again in 0 s");
                assertThat(awaitLine(lines, "up")).isEqualTo("up --again");
            }
            List<ProcessHandle> children = supervisor.children().toList();
            assertThat(supervisor.toHandle().destroy()).isTrue();
            assertThat(supervisor.waitFor()).isEqualTo(143);
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70, 130, 143})
    void who_ends_as_asked_or_cannot_start_like_this_is_not_started_again(int status) throws Exception {
        Process supervisor = supervise("exit " + status);
        assertThat(supervisor.waitFor()).isEqualTo(status);
        assertThat(supervisor.inputReader().readLine()).isNull();
    }

    @Test
    void a_failure_at_a_restart_is_tried_again() throws Exception {
        Process supervisor = supervise("if [[ \"$1\" == '' ]]; then exit 3; else exit 70; fi");
        try (BufferedReader lines = supervisor.inputReader()) {
            assertThat(awaitLine(lines, "== ")).contains("status 3");
            assertThat(awaitLine(lines, "== ")).contains("status 70");
            assertThat(awaitLine(lines, "== ")).contains("status 70", "in 1 s");
        } finally {
            assertThat(supervisor.toHandle().destroy()).isTrue();
        }
        assertThat(supervisor.waitFor()).isEqualTo(143);
    }

    private static Process supervise(String child) throws IOException {
        List<String> command = new ArrayList<>(KioskProcess.supervisor());
        command.addAll(List.of("bash", "-c", child, "child"));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String awaitLine(BufferedReader lines, String start) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(start)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
