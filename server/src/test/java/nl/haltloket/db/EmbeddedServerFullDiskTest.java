package nl.haltloket.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import nl.haltloket.testing.SmallDisk;
import org.junit.jupiter.api.Test;

/** The disk of the data themselves is full, log and all. */
class EmbeddedServerFullDiskTest {
    private static final int MEGABYTES = 160;
    private static final int TRIES_MAX = 100_000;
    private static final String ROW = "INSERT INTO note VALUES (repeat('vol', 2000))";

    /** Some 40 MB of log, which takes no room in a table. */
    private static final String MORE_LOG = """
            DO $$ BEGIN
              FOR i IN 1..20000 LOOP PERFORM pg_logical_emit_message(false, 'vol', repeat('x', 2000)); END LOOP;
            END $$""";

    @Test
    void every_acknowledged_row_is_there_once_there_is_room_again() throws IOException, SQLException {
        try (SmallDisk disk = SmallDisk.mount(MEGABYTES)) {
            int acknowledged;
            try (EmbeddedServer server =
                    EmbeddedServer.start(disk.directory().resolve("postgres"), TestServer.BINARIES, 0)) {
                TestServer.execute(server, "CREATE TABLE note (words text)", ROW);
                disk.fill();
                acknowledged = 1 + fillUp(server);
                disk.free();
            }
            try (EmbeddedServer again =
                    EmbeddedServer.start(disk.directory().resolve("postgres"), TestServer.BINARIES, 0)) {
                int found = Integer.parseInt(TestServer.ask(again, "SELECT count(*) FROM note"));
                assertThat(found).isGreaterThanOrEqualTo(acknowledged);
                TestServer.execute(again, ROW);
            }
        }
    }

    /** Writes until PostgreSQL refuses, then asks for the next file of its log, which is where it gives up altogether. */
    private static int fillUp(EmbeddedServer server) {
        for (int written = 0; written < TRIES_MAX; written++) {
            try {
                TestServer.execute(server, ROW);
            } catch (SQLException full) {
                assertThat(full.getSQLState()).isEqualTo("53100");
                assertThatThrownBy(() -> TestServer.execute(server, MORE_LOG)).isInstanceOf(SQLException.class);
                return written;
            }
        }
        throw new AssertionError("The disk never filled");
    }
}
