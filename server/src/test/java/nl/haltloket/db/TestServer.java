package nl.haltloket.db;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Asks a server, and runs one in a process of its own. */
final class TestServer {
    /** Shared by all tests: unpacking takes seconds. */
    static final Path BINARIES = Path.of("target/postgres-binaries");

    private TestServer() {}

    static void execute(EmbeddedServer server, String... statements) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    static String ask(EmbeddedServer server, String question) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        Endpoint place = server.endpoint();
        return DriverManager.getConnection(
                place.jdbcUrl(), place.user(), place.password().value());
    }

    static Process child(Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString(),
                        BINARIES.toString())
                .redirectErrorStream(true)
                .start();
    }

    static String firstLine(Process child) throws IOException {
        try (BufferedReader reader = child.inputReader()) {
            return String.valueOf(reader.readLine());
        }
    }

    /** A JVM of its own, to be killed: starts the server, stores a row, says so and waits. */
    public static final class Child {
        private Child() {}

        /** Arguments: data directory, binaries. */
        public static void main(String[] arguments) throws Exception {
            try {
                EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]), Path.of(arguments[1]), 0);
                execute(server, "CREATE TABLE note (words text)", "INSERT INTO note VALUES ('from a child')");
            } catch (DatabaseStartException e) {
                System.out.println(e.getMessage());
                return;
            }
            System.out.println("ready");
            Thread.sleep(Duration.ofMinutes(1));
        }
    }
}
