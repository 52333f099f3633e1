package nl.haltloket.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nl.haltloket.event.CardSheet.PrintedCard;
import nl.haltloket.paper.ArchiveCheck;
import nl.haltloket.paper.PaperReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardSheetTest {
    private static final String EVENT = "Zomerfeest 'op de Müür' <Den Haag>";
    private static final List<TicketColour> COLOURS = List.of(TicketColour.values());
    private static final List<TicketAnimal> ANIMALS = List.of(TicketAnimal.values());

    @Test
    void every_qr_on_the_rendered_sheet_says_its_address() throws Exception {
        List<PrintedCard> cards = cards(10);
        assertThat(PaperReader.qrCodes(CardSheet.pdf(EVENT, false, cards), 0, 2, 5))
                .containsExactlyElementsOf(cards.stream().map(PrintedCard::url).toList());
    }

    @Test
    void every_card_shows_its_words_its_code_and_the_event() throws Exception {
        List<PrintedCard> cards = cards(10);
        String text = PaperReader.text(CardSheet.pdf(EVENT, false, cards));
        assertThat(cards).allSatisfy(card -> assertThat(text)
                .contains(PaperReader.squeezed(card.ticket().words() + "Geen camera? Typ deze code."
                        + card.code().grouped() + "Halt-loket " + EVENT)));
        assertThat(text).doesNotContain("OEFENING");
    }

    @Test
    void in_a_drill_every_card_says_so() throws Exception {
        assertThat(PaperReader.text(CardSheet.pdf(EVENT, true, cards(3))).split("OEFENING", -1))
                .hasSize(3 + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 11})
    void ten_cards_fill_a_sheet(int count) throws Exception {
        try (PDDocument document = Loader.loadPDF(CardSheet.pdf(EVENT, false, cards(count)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(count > 10 ? 2 : 1);
        }
    }

    @Test
    void the_sheet_can_be_archived_and_read_aloud() throws Exception {
        assertThat(ArchiveCheck.faults(CardSheet.pdf(EVENT, true, cards(11)))).isEmpty();
    }

    @Test
    void no_cards_or_too_many_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CardSheet.pdf(EVENT, false, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> CardSheet.pdf(EVENT, false, cards(501)));
    }

    @ParameterizedTest
    @EnumSource
    void every_animal_can_be_drawn_in_every_colour(TicketAnimal animal) {
        for (TicketColour colour : TicketColour.values()) {
            assertThat(AnimalPicture.png(colour, animal, 64)).isNotEmpty();
        }
    }

    private static List<PrintedCard> cards(int count) {
        var random = new Random(11);
        return IntStream.range(0, count).mapToObj(i -> card(i, random)).toList();
    }

    private static PrintedCard card(int i, Random random) {
        CardCode code = CardCode.generate(random);
        var ticket = new Ticket(COLOURS.get(i % 6), ANIMALS.get((i + i / 6) % 6), i + 1);
        return new PrintedCard(code, "https://zomerfeest.loket.example/k#" + code.value(), ticket);
    }
}
