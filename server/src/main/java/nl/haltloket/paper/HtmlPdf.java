package nl.haltloket.paper;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Turns XHTML into a PDF that can be archived (PDF/A-2b) and read aloud (PDF/UA). */
public final class HtmlPdf {
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final FSCacheEx<String, FSCacheValue> FONT_METRICS = new FSDefaultCacheStore();

    static {
        XRLog.setLoggingEnabled(false); // its warnings quote the text, and the text is personal
    }

    private HtmlPdf() {}

    /** The PDF of one XHTML document; nothing outside the document is ever loaded. */
    public static byte[] render(String xhtml) {
        var out = new ByteArrayOutputStream();
        try {
            builder().withHtmlContent(xhtml, null).toStream(out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static PdfRendererBuilder builder() {
        var builder = new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_2_B)
                .usePdfUaAccessibility(true)
                .useColorProfile(SRGB)
                .withProducer("Halt-loket")
                .useUnicodeBidiSplitter(Bidirectional.Splitter::new)
                .useUnicodeBidiReorderer(new Bidirectional.Reorderer())
                .useCacheStore(CacheStore.PDF_FONT_METRICS, FONT_METRICS);
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), priority);
        }
        for (PrintFont font : PrintFont.ALL) {
            builder.useFont(font::open, PrintFont.FAMILY, font.weight(), FontStyle.NORMAL, true);
        }
        return builder;
    }
}
