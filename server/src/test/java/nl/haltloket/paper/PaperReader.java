package nl.haltloket.paper;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads back what was printed, by code that did not print it. */
public final class PaperReader {
    private static final int DPI = 200;

    private PaperReader() {}

    /** All text, without any white space: where a line breaks is no part of a value. */
    public static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return squeezed(new PDFTextStripper().getText(document));
        }
    }

    /** Text without white space. */
    public static String squeezed(String text) {
        return text.replaceAll("[\\s\u00A0]", "");
    }

    /** What the QR codes on a page say, looked for one by one in a grid, as a camera sees one card at a time. */
    public static List<String> qrCodes(byte[] pdf, int page, int columns, int rows) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, DPI);
            int width = image.getWidth() / columns;
            int height = image.getHeight() / rows;
            var texts = new ArrayList<String>();
            for (int place = 0; place < columns * rows; place++) {
                int x = place % columns * width;
                int y = place / columns * height;
                texts.add(qrCode(image.getSubimage(x, y, width, height)));
            }
            return texts;
        }
    }

    /** What the one QR code in an image says. */
    public static String qrCode(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        var source = new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
