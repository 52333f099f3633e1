package nl.haltloket.document;

import java.util.List;
import java.util.regex.Pattern;
import nl.haltloket.paper.Html;
import nl.haltloket.paper.HtmlPdf;
import nl.haltloket.paper.Qr;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/** A document on paper: the blocks that were shown, in the same words and order. */
final class DocumentPdf {
    private static final int QR_PIXELS = 6;

    /** Longer than a line may hold: it is broken anywhere. A shorter one is never, nor an address at its point. */
    private static final Pattern LONG = Pattern.compile("\\S{40}");

    /**
     * What stands around the blocks.
     *
     * @param from where it comes from: the name of the event
     * @param draftNotice says in its own language that nobody signed it off
     * @param boxed what a reader must find at once: the block that holds it gets a box
     * @param qrCodes texts for QR codes at the end
     */
    record Frame(
            String from,
            boolean drill,
            String draftNotice,
            @Nullable String boxed,
            List<String> qrCodes) {}

    private DocumentPdf() {}

    /** On A4. */
    static byte[] a4(Shown shown, Frame frame) {
        return pdf(shown, frame, A4);
    }

    /** On a roll of 80 mm; as long as it needs. */
    static byte[] slip(Shown shown, Frame frame) {
        return pdf(shown, frame, SLIP.formatted(slipLength(shown, frame)));
    }

    private static byte[] pdf(Shown shown, Frame frame, String css) {
        Html.Language language = new Html.Language(shown.language(), shown.rightToLeft());
        String start = shown.rightToLeft() ? "right" : "left";
        String end = shown.rightToLeft() ? "left" : "right";
        String sides = css.replace("$start", start).replace("$end", end);
        return HtmlPdf.render(Html.page(language, shown.title(), sides, body(shown, frame)));
    }

    private static String body(Shown shown, Frame frame) {
        var html = new StringBuilder();
        html.append("""
                <div class="head" lang="nl"><b>Halt-loket</b> <span>%s</span>%s</div>
                <div class="foot" lang="nl">%s, %s, versie %d. <span class="page"></span></div>
                """.formatted(
                        Html.text(frame.from()),
                        frame.drill() ? " <b class=\"drill\">OEFENING</b>" : "",
                        DocumentWords.name(shown.document()),
                        languageName(shown.language()),
                        shown.version()));
        if (!shown.signedOff()) {
            html.append("<p class=\"draft\">")
                    .append(Html.text(frame.draftNotice()))
                    .append("</p>");
        }
        blocks(html, shown.blocks(), frame.boxed());
        frame.qrCodes().forEach(text -> html.append("<p class=\"qr\">")
                .append(Html.image("code", Qr.of(text).png(QR_PIXELS), "QR-code van het ondertekende ontvangstbewijs"))
                .append("</p>"));
        return html.toString();
    }

    private static void blocks(StringBuilder html, List<Block> blocks, @Nullable String boxed) {
        boolean listing = false;
        boolean title = true;
        for (Block block : blocks) {
            boolean item = block.kind() == Block.Kind.ITEM;
            if (item != listing) {
                html.append(item ? "<ul>" : "</ul>");
                listing = item;
            }
            html.append(element(block, title, boxed));
            html.append('\n');
            title = false;
        }
        html.append(listing ? "</ul>" : "");
    }

    private static String element(Block block, boolean title, @Nullable String boxed) {
        String name =
                switch (block.kind()) {
                    case HEADING -> title ? "h1" : "h2";
                    case ITEM -> "li";
                    case TEXT -> "p";
                };
        boolean box =
                boxed != null && block.kind() == Block.Kind.TEXT && block.text().contains(boxed);
        String css = (box ? "box " : "") + (LONG.matcher(block.text()).find() ? "long" : "");
        return "<%1$s class=\"%2$s\">%3$s</%1$s>".formatted(name, css.strip(), Html.text(block.text()));
    }

    private static String languageName(String code) {
        return TextLanguage.of(code).map(TextLanguage::dutchName).orElse(code);
    }

    private static final int SLIP_CHARACTERS = 34;
    private static final int SLIP_LINE_MM = 5;
    private static final int SLIP_FRAME_MM = 45;
    private static final int SLIP_QR_MM = 78;
    private static final int SLIP_MM_MAX = 5000;

    /** Generous: a roll is cut where the printer stops. */
    private static int slipLength(Shown shown, Frame frame) {
        int lines = shown.blocks().stream()
                .mapToInt(block -> block.text().length() / SLIP_CHARACTERS + 2)
                .sum();
        return Math.min(
                SLIP_MM_MAX,
                SLIP_FRAME_MM + lines * SLIP_LINE_MM + frame.qrCodes().size() * SLIP_QR_MM);
    }

    private static final String COMMON = """
            h1, h2 { color: #0B434C; page-break-after: avoid; text-align: $start }
            p, li { text-align: $start }
            .drill { color: #A00F1E }
            .long { word-wrap: break-word }
            .qr { text-align: center }
            """;
    private static final String A4 = """
            @page { size: A4; margin: 21mm 20mm 16mm 20mm; @top-left { content: element(head) } @bottom-left { content: element(foot) } }
            body { font-size: 11.2pt; line-height: 1.34 }
            .head { position: running(head); padding-bottom: 2mm; border-bottom: 0.3mm solid #0B434C; font-size: 9pt;
              color: #34474C; direction: ltr; text-align: left }
            .foot { position: running(foot); padding-top: 2mm; border-top: 0.3mm solid #C9B995; font-size: 8pt;
              color: #34474C; direction: ltr; text-align: left }
            .page:before { content: "Pagina " counter(page) " van " counter(pages) "." }
            h1 { margin: 0 0 3mm 0; font-size: 22pt; line-height: 1.2 }
            h2 { margin: 3.2mm 0 0.7mm 0; font-size: 13.5pt; line-height: 1.25 }
            p { margin: 0 0 1.5mm 0 }
            ul { margin: 0 0 2mm 0; padding: 0; padding-$start: 5mm; list-style-type: disc }
            li { margin: 0 0 0.8mm 0 }
            .draft { margin: 0 0 6mm 0; padding: 2.5mm 4mm; border: 0.5mm solid #8A5A00; background: #FDF3DC; font-weight: 700 }
            .box { margin: 4mm 0 5mm 0; padding: 4mm 6mm; border: 0.6mm solid #0B434C; font-size: 20pt; font-weight: 700;
              line-height: 1.25 }
            .code { width: 80mm; height: 80mm }
            """ + COMMON;
    private static final String SLIP = """
            @page { size: 80mm %dmm; margin: 4mm 5mm }
            body { font-size: 9pt; line-height: 1.3 }
            .head { padding-bottom: 1mm; border-bottom: 0.3mm solid #10242A }
            .foot { padding-top: 1mm; font-size: 7pt }
            h1 { margin: 2mm 0; font-size: 14pt; line-height: 1.2 }
            h2 { margin: 3mm 0 1mm 0; font-size: 10pt }
            p { margin: 0 0 1.5mm 0 }
            ul { margin: 0 0 2mm 0; padding: 0; list-style-type: none }
            li { margin: 0 0 0.8mm 0 }
            .draft { border: 0.3mm solid #10242A; padding: 1mm }
            .code { width: 69mm; height: 69mm }
            """ + COMMON;
}
