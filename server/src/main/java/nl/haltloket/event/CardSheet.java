package nl.haltloket.event;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.haltloket.paper.Html;
import nl.haltloket.paper.HtmlPdf;
import nl.haltloket.paper.Qr;

/** The sheets of cards for an event: ten on an A4, to cut along the dotted lines. */
public final class CardSheet {
    private static final int PER_SHEET = 10;
    private static final int CARDS_MAX = 500;
    private static final int QR_PIXELS_PER_MODULE = 8;
    private static final int ANIMAL_PIXELS = 360;

    /** One card to print; {@code url} is what its QR says. */
    public record PrintedCard(CardCode code, String url, Ticket ticket) {}

    private CardSheet() {}

    /** The sheets as one PDF; in a drill every card says so. */
    public static byte[] pdf(String eventName, boolean drill, List<PrintedCard> cards) {
        if (cards.isEmpty() || cards.size() > CARDS_MAX) {
            throw new IllegalArgumentException("From 1 to " + CARDS_MAX + " cards on one print");
        }
        String foot = foot(eventName, drill);
        String sheets = IntStream.iterate(0, first -> first < cards.size(), first -> first + PER_SHEET)
                .mapToObj(first -> sheet(cards.subList(first, Math.min(first + PER_SHEET, cards.size())), foot))
                .collect(Collectors.joining());
        return HtmlPdf.render(Html.page("Kaarten voor " + eventName, CSS, sheets));
    }

    private static String sheet(List<PrintedCard> cards, String foot) {
        return IntStream.range(0, cards.size())
                .mapToObj(place -> card(cards.get(place), place, foot))
                .collect(Collectors.joining("", "<div class=\"sheet\">", "</div>\n"));
    }

    private static String card(PrintedCard card, int place, String foot) {
        Ticket ticket = card.ticket();
        byte[] animal = AnimalPicture.png(ticket.colour(), ticket.animal(), ANIMAL_PIXELS);
        return """
                <div class="card c%d r%d"><h1>%s</h1>%s%s
                <p class="hint">Geen camera? Typ deze code.</p><p class="code">%s</p>%s</div>
                """.formatted(
                        place % 2,
                        place / 2,
                        Html.text(ticket.words()),
                        Html.image("qr", Qr.of(card.url()).png(QR_PIXELS_PER_MODULE), "QR-code van deze kaart"),
                        Html.image("animal", animal, ticket.animal().word()),
                        card.code().grouped(),
                        foot);
    }

    private static String foot(String eventName, boolean drill) {
        return "<p class=\"foot\">Halt-loket " + Html.text(eventName) + "</p>"
                + (drill ? "<p class=\"drill\">OEFENING</p>" : "");
    }

    private static final String CSS = """
            @page { margin: 0 }
            p, h1 { margin: 0; line-height: 1.15 }
            .sheet { position: relative; width: 210mm; height: 296.5mm; page-break-after: always }
            .sheet:last-child { page-break-after: auto }
            .card { position: absolute; width: 98mm; height: 57mm; border: 0 dotted #8A7F66 }
            .c0 { left: 7mm; border-right-width: 0.35mm } .c1 { left: 105.35mm }
            .r0 { top: 5mm } .r1 { top: 62.35mm } .r2 { top: 119.7mm } .r3 { top: 177.05mm } .r4 { top: 234.4mm }
            .r0, .r1, .r2, .r3 { border-bottom-width: 0.35mm }
            .card h1, .card p, .card img { position: absolute }
            h1 { left: 5mm; top: 2.6mm; font-size: 25pt; white-space: nowrap }
            .qr { left: 1mm; top: 12.8mm; width: 43mm; height: 43mm }
            .animal { left: 48mm; top: 15.6mm; width: 20mm; height: 20mm }
            .hint { left: 48mm; top: 37.6mm; font-size: 8.5pt; white-space: nowrap }
            .code { left: 48mm; top: 41.4mm; font-size: 17pt; font-weight: 700; white-space: nowrap }
            .foot { left: 48mm; top: 49.6mm; width: 48mm; font-size: 7pt; color: #34474C }
            .drill { left: 72mm; top: 22mm; padding: 1mm 2mm; background: #A00F1E; color: #FFFFFF; font-weight: 700;
              font-size: 10pt }
            """;
}
