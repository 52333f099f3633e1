package nl.haltloket.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds while the server runs. */
class EmbeddedServerTest {
    @TempDir
    static Path directory;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(directory, TestServer.BINARIES, 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void commits_are_durable_and_the_server_is_small_and_on_loopback_only() throws SQLException {
        Map<String, String> wanted = Map.of(
                "fsync", "on",
                "synchronous_commit", "on",
                "full_page_writes", "on",
                "data_checksums", "on",
                "listen_addresses", "127.0.0.1",
                "password_encryption", "scram-sha-256",
                "max_connections", "40",
                "shared_buffers", "64MB");
        for (var each : wanted.entrySet()) {
            assertThat(TestServer.ask(server, "SHOW " + each.getKey()))
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
        assertThat(TestServer.ask(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
    }

    @Test
    void nobody_enters_without_the_password() throws IOException {
        String url = server.endpoint().jdbcUrl();
        for (String user : new String[] {"haltloket", "postgres"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(url, user, "wrong"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(url + "?user=" + user))
                    .hasMessageContaining("no password was provided");
        }
        assertThat(Files.readAllLines(directory.resolve("data/pg_hba.conf")))
                .filteredOn(line -> !line.startsWith("#") && !line.isBlank())
                .isNotEmpty()
                .allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"superuser.password", "haltloket.password"})
    void the_passwords_are_for_the_owner_only(String name) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_user_of_the_directory_is_refused_and_the_first_lives_on() throws SQLException {
        assertThatThrownBy(() -> EmbeddedServer.start(directory, TestServer.BINARIES, 0))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageStartingWith("Another Halt-loket uses the database in " + directory);
        assertThat(TestServer.ask(server, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void another_process_on_the_directory_is_refused() throws Exception {
        Process child = TestServer.child(directory);
        assertThat(TestServer.firstLine(child)).startsWith("Another Halt-loket uses the database in");
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(TestServer.ask(server, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void migrations_run_once() {
        Endpoint place = server.endpoint();
        String password = place.password().value();
        assertThat(Migrations.migrate(place.jdbcUrl(), place.user(), password, "classpath:db/probe"))
                .isEqualTo(1);
        assertThat(Migrations.migrate(place.jdbcUrl(), place.user(), password, "classpath:db/probe"))
                .isZero();
    }
}
