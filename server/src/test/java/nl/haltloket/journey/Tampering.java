package nl.haltloket.journey;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** Rows that a superuser changed behind the program's back; closing changes them back. Every change undoes itself. */
final class Tampering implements AutoCloseable {
    private final KioskProcess kiosk;
    private final List<String> changes;

    private Tampering(KioskProcess kiosk, String... changes) throws IOException, SQLException {
        this.kiosk = kiosk;
        this.changes = List.of(changes);
        change();
    }

    /** One sign of the text that was signed in this case. */
    static Tampering withText(KioskProcess kiosk, UUID caseId) throws IOException, SQLException {
        return new Tampering(kiosk, """
                UPDATE decision_signature SET text_sealed = set_byte(text_sealed, 40, 255 - get_byte(text_sealed, 40))
                WHERE case_id = '%s'""".formatted(caseId));
    }

    /** The signatures of these two cases stand under each other's decision. */
    static Tampering withSignatures(KioskProcess kiosk, UUID one, UUID other) throws IOException, SQLException {
        String columns = "device_id, statement_sealed, text_sealed, image_sealed, countersigned, kiosk_key";
        return new Tampering(kiosk, """
                UPDATE decision_signature s SET (%1$s) = (SELECT %1$s FROM decision_signature o
                  WHERE o.case_id = CASE s.case_id WHEN '%2$s'::uuid THEN '%3$s'::uuid ELSE '%2$s'::uuid END)
                WHERE s.case_id IN ('%2$s', '%3$s')""".formatted(columns, one, other));
    }

    /** The dossier of this case, as it waits for its receiver. */
    static Tampering withPackage(KioskProcess kiosk, UUID caseId) throws IOException, SQLException {
        return new Tampering(kiosk, """
                UPDATE transfer SET package = set_byte(package, 200, 255 - get_byte(package, 200))
                WHERE case_id = '%s'""".formatted(caseId));
    }

    @Override
    public void close() throws IOException, SQLException {
        change();
    }

    private void change() throws IOException, SQLException {
        try (Connection superuser = DatabaseInside.connect(kiosk.database());
                Statement statement = superuser.createStatement()) {
            for (String change : changes) {
                if (statement.executeUpdate(change) == 0) {
                    throw new AssertionError("Nothing was changed by " + change);
                }
            }
        }
    }
}
