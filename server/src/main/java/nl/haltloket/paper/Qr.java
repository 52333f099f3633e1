package nl.haltloket.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A QR code, level M, in a white edge of four modules. Alphanumeric if the text allows it. */
public final class Qr {
    private static final int EDGE_MODULES = 4;
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, EDGE_MODULES);

    private final BitMatrix modules;

    private Qr(BitMatrix modules) {
        this.modules = modules;
    }

    /** The code for a text; refuses a text too long for any QR code. */
    public static Qr of(String text) {
        try {
            return new Qr(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Text does not fit in a QR code", e);
        }
    }

    /** Modules per side, white edge included. */
    public int size() {
        return modules.getWidth();
    }

    /** The dark modules as an SVG path, one closed box per run in a row. */
    public String svgPath() {
        var path = new StringBuilder();
        eachRun((x, y, length) -> path.append("M%d %dh%dv1h-%dz".formatted(x, y, length, length)));
        return path.toString();
    }

    /** For a terminal: two modules a character, dark on light whatever the colours of the terminal. */
    public String terminal() {
        var text = new StringBuilder();
        for (int y = 0; y < size(); y += 2) {
            text.append("\u001b[30;107m");
            for (int x = 0; x < size(); x++) {
                boolean below = y + 1 < size() && modules.get(x, y + 1);
                text.append(modules.get(x, y) ? (below ? '█' : '▀') : (below ? '▄' : ' '));
            }
            text.append("\u001b[0m\n");
        }
        return text.toString();
    }

    /** A black and white PNG, one bit per pixel. */
    public byte[] png(int pixelsPerModule) {
        int side = size() * pixelsPerModule;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D canvas = image.createGraphics();
        canvas.scale(pixelsPerModule, pixelsPerModule);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, size(), size());
        canvas.setColor(Color.BLACK);
        eachRun((x, y, length) -> canvas.fillRect(x, y, length, 1));
        canvas.dispose();
        return Png.bytes(image);
    }

    private void eachRun(RunDrawing drawing) {
        for (int y = 0; y < size(); y++) {
            int x = 0;
            while (x < size()) {
                int length = darkFrom(x, y);
                if (length > 0) {
                    drawing.draw(x, y, length);
                }
                x += length + 1;
            }
        }
    }

    private int darkFrom(int x, int y) {
        int end = x;
        while (end < size() && modules.get(end, y)) {
            end++;
        }
        return end - x;
    }

    private interface RunDrawing {
        void draw(int x, int y, int length);
    }
}
