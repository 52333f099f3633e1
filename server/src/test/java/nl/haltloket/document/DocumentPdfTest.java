package nl.haltloket.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.haltloket.paper.ArchiveCheck;
import nl.haltloket.paper.PaperReader;
import nl.haltloket.texts.TextLanguage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document in every language, on paper. */
class DocumentPdfTest {
    private static final int NAME_LENGTH = 5000;

    static Stream<DocumentFile.Entry> entries() {
        return TestDocuments.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void it_can_be_archived_and_read_aloud_and_says_what_was_shown(DocumentFile.Entry entry) throws Exception {
        for (var facts : cases(entry)) {
            Shown shown = TestDocuments.shown(entry, facts);
            byte[] pdf = DocumentPdf.a4(shown, TestDocuments.frame(shown));
            assertThat(ArchiveCheck.faults(pdf)).isEmpty();
            if (shown.rightToLeft()) {
                assertThat(words(shown.text())).allMatch(plain(PaperReader.text(pdf))::contains);
            } else {
                String read = plain(PaperReader.text(pdf));
                assertThat(shown.blocks()).allSatisfy(block -> assertThat(read).contains(plain(block.text())));
            }
            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(shown.language());
                assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
            }
        }
    }

    /** What differs by case is the words, and those of the other languages stand in the same places as the Dutch ones. */
    private static List<Set<Condition>> cases(DocumentFile.Entry entry) {
        return entry.language() == TextLanguage.NL ? TestDocuments.CASES : TestDocuments.CASES.subList(0, 1);
    }

    @Test
    void a_draft_says_so_in_its_own_language_and_a_signed_one_does_not() throws Exception {
        Shown german = shown(DocumentId.OFFER, TextLanguage.DE);
        Shown dutch = shown(DocumentId.OFFER, TextLanguage.NL);
        assertThat(text(german)).contains(PaperReader.squeezed("Es gilt der niederländische Text."));
        assertThat(text(dutch)).doesNotContain(PaperReader.squeezed("nog niet nagekeken"));
    }

    @Test
    void a_name_without_end_and_letters_without_glyph_break_no_page() throws Exception {
        for (String name : new String[] {"x".repeat(NAME_LENGTH), "Noor \uD83E\uDDD1\u200D\uD83D\uDE80 漢字", "مريم"}) {
            for (TextLanguage language : new TextLanguage[] {TextLanguage.NL, TextLanguage.AR}) {
                Map<Place, String> values = DocumentDesk.samples(language);
                values.put(Place.NAME, name);
                Shown shown = TestDocuments.shown(
                        TestDocuments.entry(DocumentId.OFFER, language), TestDocuments.CASES.getFirst(), values);
                byte[] pdf = DocumentPdf.a4(shown, TestDocuments.frame(shown));
                assertThat(ArchiveCheck.faults(pdf)).isEmpty();
            }
        }
    }

    @Test
    void the_receipt_carries_the_signed_receipt_as_a_qr_code_on_a4_and_on_a_roll() throws Exception {
        Shown shown = shown(DocumentId.RECEIPT, TextLanguage.NL);
        DocumentPdf.Frame frame = TestDocuments.frame(shown);
        byte[] slip = DocumentPdf.slip(shown, frame);
        assertThat(PaperReader.qrCodes(DocumentPdf.a4(shown, frame), 0, 1, 1)).isEqualTo(frame.qrCodes());
        assertThat(PaperReader.qrCodes(slip, 0, 1, 1)).isEqualTo(frame.qrCodes());
        assertThat(PaperReader.text(slip)).contains(PaperReader.squeezed("Ontvangstnummer: OV-2026-0000"));
        try (PDDocument document = Loader.loadPDF(slip)) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(226f, 228f);
        }
    }

    private static Shown shown(DocumentId id, TextLanguage language) {
        return TestDocuments.shown(TestDocuments.entry(id, language), TestDocuments.CASES.getFirst());
    }

    private static String text(Shown shown) throws Exception {
        return PaperReader.text(DocumentPdf.a4(shown, TestDocuments.frame(shown)));
    }

    /** Who reads a line with two directions back gets its words, but not always in one order. */
    private static List<String> words(String text) {
        return List.of(text.split("[^\\p{L}\\p{M}\\p{Nd}]+"));
    }

    /** Joined letters as the letters they are, without white space. */
    private static String plain(String text) {
        return PaperReader.squeezed(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }
}
