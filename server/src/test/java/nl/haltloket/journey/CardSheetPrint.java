package nl.haltloket.journey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import nl.haltloket.paper.PaperReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The sheet of cards as it comes out of the printer, cut up. */
final class CardSheetPrint {
    private static final int DPI = 200;
    private static final int COLUMNS = 2;
    private static final int ROWS = 5;
    private static final String BEFORE_CODE = "/k#";

    private final BufferedImage sheet;

    CardSheetPrint(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            sheet = new PDFRenderer(document).renderImageWithDPI(0, DPI);
        }
    }

    /** The card at this place, from 0. */
    BufferedImage card(int place) {
        int width = sheet.getWidth() / COLUMNS;
        int height = sheet.getHeight() / ROWS;
        return sheet.getSubimage(place % COLUMNS * width, place / COLUMNS * height, width, height);
    }

    /** The code that its QR says. */
    String code(int place) throws Exception {
        String address = PaperReader.qrCode(card(place));
        if (!address.startsWith(Browsers.ORIGIN + BEFORE_CODE)) {
            throw new AssertionError("A card for another place: " + address);
        }
        return address.substring((Browsers.ORIGIN + BEFORE_CODE).length());
    }
}
