package nl.haltloket.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import nl.haltloket.leak.LeakScan;
import nl.haltloket.paper.PaperReader;

/** What an evening leaves behind outside the kiosk: every address that a browser asked for, and every QR code shown. */
final class Traces {
    private record Trace(String where, String text) {}

    private final List<Trace> all = new ArrayList<>();

    /** Notes every address, those behind a {@code #} included. */
    void watch(BrowserContext context) {
        context.onRequest(request -> add("address", request.url()));
        context.onPage(page -> page.onFrameNavigated(frame -> add("address", frame.url())));
    }

    /** Reads the QR codes on a screen, as anybody's camera could. */
    void readCodes(Page page) throws Exception {
        for (Locator code : page.locator("svg.qr").all()) {
            readCode(code.screenshot());
        }
    }

    /** Reads one from a picture. */
    void readCode(byte[] png) throws Exception {
        add("QR code", PaperReader.qrCode(ImageIO.read(new ByteArrayInputStream(png))));
    }

    void add(String where, String text) {
        all.add(new Trace(where, text));
    }

    /** How many there are of a kind. */
    long count(String where) {
        return all.stream().filter(trace -> trace.where().equals(where)).count();
    }

    /** Where one of the values stands. */
    List<String> found(LeakScan scan) {
        return all.stream()
                .flatMap(trace -> scan.in(trace.where() + " " + trace.text(), trace.text()).stream())
                .toList();
    }
}
