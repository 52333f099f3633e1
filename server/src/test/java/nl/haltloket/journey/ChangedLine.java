package nl.haltloket.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A line of the audit that a superuser rewrote behind the program's back; closing puts the old words back. */
final class ChangedLine implements AutoCloseable {
    private final Path database;
    private final int seq;

    ChangedLine(Path database, int seq) throws IOException, SQLException {
        this.database = database;
        this.seq = seq;
        replace("", "!");
    }

    @Override
    public void close() throws IOException, SQLException {
        replace("!", "");
    }

    private void replace(String oldEnd, String newEnd) throws IOException, SQLException {
        try (Connection superuser = DatabaseInside.connect(database);
                Statement past = superuser.createStatement();
                PreparedStatement change = superuser.prepareStatement(
                        "UPDATE audit_entry SET facts = regexp_replace(facts, ? || '$', ?) WHERE seq = ?")) {
            past.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
            change.setString(1, oldEnd);
            change.setString(2, newEnd);
            change.setInt(3, seq);
            if (change.executeUpdate() != 1) {
                throw new AssertionError("There is no line " + seq);
            }
            past.execute("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only");
        }
    }
}
