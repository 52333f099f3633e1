package nl.haltloket.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL dies under the program. */
class WatchdogTest {
    @TempDir
    Path directory;

    private EmbeddedServer server;
    private ServerProcesses processes;

    @BeforeEach
    void start() throws Exception {
        server = EmbeddedServer.start(directory, TestServer.BINARIES, 0);
        processes = new ServerProcesses(directory.resolve("data"));
        TestServer.execute(server, "CREATE TABLE note (words text)", "INSERT INTO note VALUES ('kept')");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_killed_server_comes_back_on_its_port_with_every_row() throws Exception {
        for (int time = 0; time < 2; time++) {
            ServerProcesses.signal("KILL", processes.living());
            answersAgain();
        }
        await().until(() -> server.trouble().isEmpty());
    }

    @Test
    void a_server_that_dies_again_while_it_starts_is_not_waited_for() throws Exception {
        ServerProcesses.signal("KILL", processes.living());
        await().pollInterval(Duration.ofMillis(5)).until(() -> server.trouble().isPresent());
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> processes.postmaster().isPresent());
        ServerProcesses.signal("KILL", processes.living());
        answersAgain();
        await().until(() -> server.trouble().isEmpty());
    }

    @Test
    void a_killed_postmaster_comes_back_though_its_children_were_busy() throws Exception {
        Thread busy = Thread.ofVirtual().start(() -> {
            try {
                TestServer.execute(server, "SELECT pg_sleep(60)");
            } catch (SQLException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        });
        await().until(() -> TestServer.ask(
                        server, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%sleep(60)'")
                .equals("1"));
        List<Long> before = processes.living();
        ServerProcesses.signal("KILL", List.of(processes.postmaster().orElseThrow()));
        answersAgain();
        assertThat(processes.living()).doesNotContainAnyElementsOf(before);
        assertThat(busy.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void a_stop_while_it_is_being_restarted_ends_cleanly() throws Exception {
        ServerProcesses.signal("KILL", processes.living());
        await().pollInterval(Duration.ofMillis(5)).until(() -> server.trouble().isPresent());
        long before = System.nanoTime();
        server.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(processes.living()).isEmpty();
    }

    @Test
    void a_server_that_was_asked_to_stop_stays_down() throws Exception {
        server.close();
        assertThat(server.trouble()).isEmpty();
        assertThat(processes.living()).isEmpty();
    }

    private void answersAgain() {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> assertThat(
                        TestServer.ask(server, "SELECT words FROM note"))
                .isEqualTo("kept"));
    }
}
