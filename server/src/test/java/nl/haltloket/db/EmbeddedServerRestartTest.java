package nl.haltloket.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds from one start to the next. */
class EmbeddedServerRestartTest {
    @TempDir
    Path directory;

    @Test
    void a_second_start_sees_the_rows_of_the_first() throws SQLException {
        try (EmbeddedServer server = start()) {
            TestServer.execute(server, "CREATE TABLE note (words text)", "INSERT INTO note VALUES ('kept')");
        }
        try (EmbeddedServer server = start()) {
            assertThat(TestServer.ask(server, "SELECT words FROM note")).isEqualTo("kept");
        }
    }

    @Test
    void what_a_killed_process_left_running_is_stopped_and_its_rows_are_there() throws Exception {
        Process child = TestServer.child(directory);
        assertThat(TestServer.firstLine(child)).isEqualTo("ready");
        ServerProcesses processes = new ServerProcesses(directory.resolve("data"));
        child.destroyForcibly().waitFor();
        var left = processes.living();
        assertThat(left).isNotEmpty();
        try (EmbeddedServer server = start()) {
            assertThat(TestServer.ask(server, "SELECT words FROM note")).isEqualTo("from a child");
            assertThat(processes.living()).doesNotContainAnyElementsOf(left);
        }
        assertThat(processes.living()).isEmpty();
    }

    @Test
    void a_pid_file_that_names_another_program_is_no_hindrance() throws Exception {
        start().close();
        String data = directory.resolve("data").toString();
        String pid = Long.toString(ProcessHandle.current().pid());
        Files.writeString(directory.resolve("data/postmaster.pid"), pid + "\n" + data + "\n1\n5432\n");
        try (EmbeddedServer server = start()) {
            assertThat(TestServer.ask(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_first_start_that_was_cut_off_begins_anew() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        Files.writeString(directory.resolve("data/postgresql.conf"), "half");
        Files.writeString(directory.resolve("data/PG_VERSION"), "18");
        Files.writeString(directory.resolve("initialising"), "");
        try (EmbeddedServer server = start()) {
            assertThat(TestServer.ask(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(directory.resolve("initialising")).doesNotExist();
    }

    @Test
    void a_lost_password_file_is_told() throws IOException {
        start().close();
        Files.delete(directory.resolve("superuser.password"));
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("superuser.password does not: put the file back");
    }

    @Test
    void a_taken_port_is_told_at_once() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> EmbeddedServer.start(directory, TestServer.BINARIES, port))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageStartingWith("Port %d is taken".formatted(port));
        }
    }

    @Test
    void it_stops_within_five_seconds_though_a_client_is_busy() throws Exception {
        EmbeddedServer server = start();
        ServerProcesses processes = new ServerProcesses(directory.resolve("data"));
        Thread busy = Thread.ofVirtual().start(() -> {
            try {
                TestServer.execute(server, "SELECT pg_sleep(60)");
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("terminating connection");
            }
        });
        Thread.sleep(Duration.ofMillis(300));
        long before = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(processes.living()).isEmpty();
        assertThat(busy.join(Duration.ofSeconds(5))).isTrue();
    }

    private EmbeddedServer start() {
        return EmbeddedServer.start(directory, TestServer.BINARIES, 0);
    }
}
