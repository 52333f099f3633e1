package nl.haltloket.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** A font on paper. The files come with the kiosk's resources, so that screen and paper share them. */
final class PrintFont {
    static final String FAMILY = "DejaVu Sans";
    static final List<PrintFont> ALL =
            List.of(new PrintFont("/fonts/DejaVuSans.ttf", 400), new PrintFont("/fonts/DejaVuSans-Bold.ttf", 700));

    private final byte[] file;
    private final CmapLookup glyphs;
    private final int weight;

    private PrintFont(String path, int weight) {
        this.file = read(path);
        this.glyphs = glyphs(file);
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    /** Whether every font has a glyph, so that bold does not lose what regular shows. */
    static boolean canPrint(int codePoint) {
        return ALL.stream().allMatch(font -> font.glyphs.getGlyphId(codePoint) != 0);
    }

    private static byte[] read(String path) {
        try (InputStream in = PrintFont.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("Font missing on the class path: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CmapLookup glyphs(byte[] file) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
