package nl.haltloket.paper;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class HtmlPdfTest {
    @Test
    void a_page_is_a4_with_title_language_and_embedded_fonts() throws IOException {
        byte[] pdf = HtmlPdf.render(Html.page("Proef & co", "", "<p>Gewoon <b>vet</b></p>"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat(Math.abs(page.getWidth() - PDRectangle.A4.getWidth())).isLessThan(1);
            assertThat(Math.abs(page.getHeight() - PDRectangle.A4.getHeight())).isLessThan(1);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Proef & co");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nl");
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void nothing_outside_the_document_is_loaded() throws IOException {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        server.start();
        try {
            String address = "http://localhost:" + server.getAddress().getPort();
            byte[] pdf = HtmlPdf.render(Html.page(
                    "Proef",
                    "@import url('" + address + "/a.css'); p { background-image: url('" + address + "/b.png') }",
                    "<p>Tekst<img alt=\"\" src=\"" + address + "/c.png\"/></p>"));
            assertThat(PaperReader.text(pdf)).contains("Tekst");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }
}
