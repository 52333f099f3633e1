package nl.haltloket.dossier;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import nl.haltloket.paper.Html;
import nl.haltloket.paper.HtmlPdf;

/** The dossier on A4: the tree of {@link DossierJson}, one heading per branch and one row per value. */
public final class DossierPdf {
    /** Who printed, and when; it stands on every page. */
    public record Printing(Instant at, String by) {}

    private final StringBuilder html = new StringBuilder();

    private DossierPdf() {}

    /** The dossier as a PDF; in a drill every page says so. */
    public static byte[] pdf(Dossier dossier, Printing printing) {
        var paper = new DossierPdf();
        paper.frame(dossier, printing);
        DossierJson.tree(dossier).forEach(paper::section);
        String title = "Dossier " + dossier.about().pseudonym();
        return HtmlPdf.render(Html.page(title, CSS, paper.html.toString()));
    }

    private void frame(Dossier dossier, Printing printing) {
        boolean drill = dossier.event().drill();
        html.append("""
                <div class="head"><b>%s</b> %s%s</div>
                <div class="foot">Afgedrukt %s door %s. Persoonsgegevens: niet laten liggen.<span class="page"></span></div>
                %s<h1>Dossier %s</h1>
                <p class="lead">Wat hier niet staat, is niet ingevuld. Alle tijden zijn Nederlandse tijd.</p>
                """.formatted(
                        Html.text(dossier.about().pseudonym()),
                        Html.text(dossier.event().name()),
                        drill ? " <b class=\"drill\">OEFENING</b>" : "",
                        DutchText.value("op", printing.at()),
                        Html.text(printing.by()),
                        drill ? "<div class=\"watermark\">OEFENING</div>" : "",
                        Html.text(dossier.about().ticket())));
    }

    private void section(String name, Object branch) {
        heading(2, DutchText.label(name));
        if (branch instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                heading(3, item(name, i));
                branch(asFields(items.get(i)), 3);
            }
        } else {
            branch(asFields(branch), 2);
        }
    }

    private static String item(String name, int index) {
        return switch (name) {
            case "overigeFeiten" -> "Feit " + (index + 2);
            case "aanbiedingen" -> "Aanbod " + (index + 1);
            case "besluiten" -> "Besluit " + (index + 1);
            default -> "Ouder of verzorger " + (index + 1);
        };
    }

    private void branch(Map<?, ?> fields, int level) {
        rows(fields);
        fields.forEach((name, value) -> {
            if (isBranch(value)) {
                heading(level + 1, DutchText.label(name.toString()));
                under(value, level + 1);
            }
        });
    }

    private void rows(Map<?, ?> fields) {
        if (fields.values().stream().allMatch(DossierPdf::isBranch)) {
            return; // a table without rows is not valid PDF/UA
        }
        html.append("<table>");
        fields.forEach((name, value) -> {
            if (!isBranch(value)) {
                row(Html.text(DutchText.label(name.toString())), valueText(name, value));
            }
        });
        html.append("</table>");
    }

    private void under(Object value, int level) {
        if (value instanceof List<?> items) {
            html.append("<table>");
            items.forEach(item -> timeRow(asFields(item)));
            html.append("</table>");
        } else {
            branch(asFields(value), level);
        }
    }

    /** A list inside a list item is a history: its first field, the time, is the label. */
    private void timeRow(Map<?, ?> fields) {
        Iterator<? extends Map.Entry<?, ?>> entries = fields.entrySet().iterator();
        Map.Entry<?, ?> time = entries.next();
        var lines = new StringBuilder();
        entries.forEachRemaining(entry -> lines.append("<div>")
                .append(Html.text(DutchText.label(entry.getKey().toString())))
                .append(": ")
                .append(valueText(entry.getKey(), entry.getValue()))
                .append("</div>"));
        row(valueText(time.getKey(), time.getValue()), lines.toString());
    }

    private void heading(int level, String text) {
        html.append("<h%d>%s</h%d>".formatted(level, Html.text(text), level));
    }

    private void row(String label, String valueHtml) {
        html.append("<tr><th scope=\"row\">")
                .append(label)
                .append("</th><td>")
                .append(valueHtml)
                .append("</td></tr>\n");
    }

    private static String valueText(Object name, Object value) {
        return Html.text(DutchText.value(name.toString(), value));
    }

    private static boolean isBranch(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?>;
    }

    private static Map<?, ?> asFields(Object branch) {
        return (Map<?, ?>) branch;
    }

    private static final String CSS = """
            @page { margin: 24mm 18mm 22mm 18mm; @top-left { content: element(head) } @bottom-left { content: element(foot) } }
            body { font-size: 10pt; line-height: 1.35 }
            .head { position: running(head); padding-bottom: 2mm; border-bottom: 0.3mm solid #10242A; font-size: 9pt }
            .foot { position: running(foot); padding-top: 2mm; border-top: 0.3mm solid #C9B995; font-size: 8pt; color: #34474C }
            .page { position: absolute; right: 0 }
            .page:before { content: "Pagina " counter(page) " van " counter(pages) }
            .drill { color: #A00F1E }
            .watermark { position: fixed; left: 10mm; top: 105mm; color: #FBE9E9; font-size: 74pt; font-weight: 700;
              transform: rotate(-35deg); z-index: -1 }
            h1 { margin: 0 0 1.5mm; color: #0B434C; font-size: 22pt; line-height: 1.1 }
            h2 { margin: 6mm 0 1mm; padding-bottom: 1mm; border-bottom: 0.6mm solid #0B434C; color: #0B434C; font-size: 14pt }
            h3 { margin: 4mm 0 1mm; font-size: 11pt }
            h4 { margin: 3mm 0 1mm; font-size: 10pt }
            h2, h3, h4 { page-break-after: avoid }
            .lead { margin: 0; color: #34474C; font-size: 9pt }
            table { width: 100%; table-layout: fixed; border-collapse: collapse }
            tr { page-break-inside: avoid }
            th, td { padding: 0.8mm 0; border-bottom: 0.2mm solid #C9B995; text-align: left; vertical-align: top }
            th { width: 58mm; padding-right: 4mm; color: #34474C; font-weight: 400 }
            td { white-space: pre-wrap; word-wrap: break-word }
            """;
}
