package nl.haltloket.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The table that the floors write to, in the kiosk's own database server. */
final class Table {
    static final String INSERT = "INSERT INTO bench.handover (id, sealed) VALUES ($1, $2)";

    private Table() {}

    static void make(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bench CASCADE");
            statement.execute("CREATE SCHEMA bench");
            statement.execute("CREATE TABLE bench.handover (id uuid PRIMARY KEY, sealed bytea NOT NULL,"
                    + " at timestamptz NOT NULL DEFAULT now())");
        }
    }
}
