package nl.haltloket.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.haltloket.db.EmbeddedServer;

/** The kiosk's database as whoever carries the machine away reads it: as superuser, and as files. */
final class DatabaseInside implements AutoCloseable {
    private final Connection superuser;

    DatabaseInside(Path database) throws IOException, SQLException {
        superuser = connect(database);
    }

    /** As superuser, past every rule that the server keeps. */
    static Connection connect(Path database) throws IOException, SQLException {
        String url = EmbeddedServer.running(database).orElseThrow().jdbcUrl();
        String password =
                Files.readString(database.resolve("superuser.password")).strip();
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** Keeps a value in the clear, as text and as bytes, and writes all that is in memory to the files. */
    void plant(String value) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("CREATE TABLE planted (value text, raw bytea)");
            String bytes = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_16LE));
            statement.execute("INSERT INTO planted VALUES ('" + value + "', decode('" + bytes + "', 'hex'))");
        }
        writeToFiles();
    }

    void writeToFiles() throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** Every row of every table as text: also what PostgreSQL compresses in its files. */
    List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String table : tables()) {
            try (Statement statement = superuser.createStatement();
                    ResultSet result = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                while (result.next()) {
                    rows.add(table + " " + result.getString(1));
                }
            }
        }
        return rows;
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT quote_ident(schemaname) || '.' || quote_ident(tablename)"
                                + " FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
