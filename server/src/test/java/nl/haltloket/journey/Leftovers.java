package nl.haltloket.journey;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import nl.haltloket.leak.LeakScan;
import nl.haltloket.paper.Qr;
import nl.haltloket.testing.SmppPeer;

/** All that an evening leaves behind: database files, write-ahead log, rows, logs, temporary files, addresses, QR, SMS. */
final class Leftovers {
    /** Stands in the clear in each kind of place once {@link #plant} was called. */
    static final String PLANTED = "Geplante Vlinderstruik";

    private static final int PIXELS = 4;
    private static final int ROW_LETTERS = 80;

    private final KioskProcess kiosk;
    private final Browsers browsers;
    private final SmppPeer gateway;

    Leftovers(KioskProcess kiosk, Browsers browsers, SmppPeer gateway) {
        this.kiosk = kiosk;
        this.browsers = browsers;
        this.gateway = gateway;
    }

    void plant() throws Exception {
        try (DatabaseInside database = new DatabaseInside(kiosk.database());
                Screen screen = browsers.desk("planter")) {
            database.plant(PLANTED);
            screen.open("/loket#" + URLEncoder.encode(PLANTED, StandardCharsets.UTF_8));
        }
        var _ = Files.writeString(kiosk.directory().resolve("tmp").resolve("geplant.txt"), "x" + PLANTED);
        browsers.traces().readCode(Qr.of(PLANTED).png(PIXELS));
    }

    /** Where one of these values is found. */
    List<String> of(List<String> values) throws Exception {
        LeakScan scan = new LeakScan(values);
        List<String> found = new ArrayList<>(browsers.traces().found(scan));
        try (DatabaseInside database = new DatabaseInside(kiosk.database())) {
            database.writeToFiles();
            for (String row : database.rows()) {
                found.addAll(scan.in("row of " + row.substring(0, Math.min(ROW_LETTERS, row.length())), row));
            }
        }
        found.addAll(scan.under(kiosk.directory()));
        found.addAll(scan.in("terminal", kiosk.text()));
        for (String text : gateway.texts()) {
            found.addAll(scan.in("SMS " + text, text.replace(Story.OFFICE, "")));
        }
        return found;
    }
}
