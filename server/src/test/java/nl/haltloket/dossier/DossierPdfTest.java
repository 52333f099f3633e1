package nl.haltloket.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.haltloket.paper.ArchiveCheck;
import nl.haltloket.paper.PaperReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierPdfTest {
    private static final DossierPdf.Printing PRINTING =
            new DossierPdf.Printing(Instant.parse("2026-08-15T22:00:09Z"), "J. Bakker");

    @Test
    void every_value_of_the_case_stands_on_paper() throws IOException {
        Dossier dossier = TestDossiers.full(false);
        String text = withoutColons(PaperReader.text(DossierPdf.pdf(dossier, PRINTING)));
        List<String> values = leaves("", DossierJson.tree(dossier)).toList();
        assertThat(values).hasSizeGreaterThan(70);
        assertThat(values).allSatisfy(value -> assertThat(text).contains(withoutColons(PaperReader.squeezed(value))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'t Hart-IJsbrandy",
                "Ünal Çelik",
                "F. de Office-Vliet",
                "Şule Çelik",
                "K. Łoś",
                "15 augustus 2026, 22:11:03",
                "Geboortedatum 8 maart 2011",
                "Schade € 125,50",
                "Heterdaad onbekend",
                "Rechtopraadsmanmedegedeeld onbekend",
                "Bij bewustzijn ja",
                "Afgedrukt 16 augustus 2026, 00:00:09 door J. Bakker",
                "blauwe vos 12 0192f3a4 Zomerfeest 'op de Müür'"
            })
    void names_times_and_unknowns_read_as_they_were_given(String expected) throws IOException {
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.full(false), PRINTING)))
                .contains(PaperReader.squeezed(expected));
    }

    @Test
    void delivered_is_not_informed() throws IOException {
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.full(false), PRINTING)))
                .containsOnlyOnce(PaperReader.squeezed("Ingelicht ja: gesproken, of de brief zelf gekregen"))
                .containsOnlyOnce(PaperReader.squeezed("Ingelicht nee: niet gesproken en geen brief gekregen"));
    }

    @Test
    void a_report_of_delivery_alone_informs_nobody_in_paper_or_data() throws IOException {
        Dossier delivered = TestDossiers.delivered();
        assertThat(PaperReader.text(DossierPdf.pdf(delivered, PRINTING)))
                .contains(PaperReader.squeezed("Stand contact sms op het toestel"))
                .contains(PaperReader.squeezed("Ingelicht nee"))
                .doesNotContain(PaperReader.squeezed("Ingelicht ja"))
                .doesNotContainIgnoringCase("geinformeerd", "geïnformeerd");
        assertThat(new String(DossierJson.json(delivered), StandardCharsets.UTF_8))
                .contains("\"standContact\":\"sms op het toestel\"", "\"ingelicht\":false")
                .doesNotContain("\"ingelicht\":true")
                .doesNotContainIgnoringCase("geinformeerd", "geïnformeerd");
    }

    @Test
    void a_letter_in_hand_informs_and_stands_on_paper_with_who_comes_instead() throws IOException {
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.lettered(), PRINTING)))
                .contains(PaperReader.squeezed("Ingelicht ja"))
                .contains(PaperReader.squeezed("Wijze: aan de ouder gegeven"))
                .contains(PaperReader.squeezed("Wie een andere volwassene"))
                .contains(PaperReader.squeezed("Naam Tante Ayşe"));
    }

    @Test
    void every_page_is_numbered() throws IOException {
        byte[] pdf = DossierPdf.pdf(TestDossiers.full(false), PRINTING);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            String text = PaperReader.text(pdf);
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                assertThat(text).contains("Pagina" + page + "van" + pages);
            }
        }
    }

    @Test
    void only_a_drill_is_marked_as_one() throws IOException {
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.full(true), PRINTING)))
                .contains("OEFENING");
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.full(false), PRINTING)))
                .doesNotContain("OEFENING");
    }

    @Test
    void the_least_case_prints_too() throws IOException {
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.least(), PRINTING)))
                .contains("wittehaas310192f3a4");
    }

    @Test
    void the_dossier_can_be_archived_and_read_aloud() throws Exception {
        assertThat(ArchiveCheck.faults(DossierPdf.pdf(TestDossiers.full(true), PRINTING)))
                .isEmpty();
        assertThat(ArchiveCheck.faults(DossierPdf.pdf(TestDossiers.least(), PRINTING)))
                .isEmpty();
    }

    @Test
    void a_word_of_a_thousand_letters_wraps() throws IOException {
        String word = "w".repeat(1000);
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.namedBy(word), PRINTING)))
                .contains(word);
    }

    @Test
    void an_emoji_is_printed_as_its_number() throws IOException {
        assertThat(PaperReader.text(DossierPdf.pdf(TestDossiers.namedBy("Sam \uD83E\uDDD1 de Wit"), PRINTING)))
                .contains("Sam[U+1F9D1]deWit");
    }

    /** A label has a colon in a history and none in a row. */
    private static String withoutColons(String text) {
        return text.replace(":", "");
    }

    private static Stream<String> leaves(String name, Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream().flatMap(entry -> leaves(entry.getKey().toString(), entry.getValue()));
            case List<?> list -> list.stream().flatMap(item -> leaves(name, item));
            default ->
                Stream.of((name.equals("op") || name.equals("regel") ? "" : DutchText.label(name))
                        + DutchText.value(name, value));
        };
    }
}
