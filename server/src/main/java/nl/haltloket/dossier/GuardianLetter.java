package nl.haltloket.dossier;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.haltloket.paper.Html;
import nl.haltloket.paper.HtmlPdf;
import org.jspecify.annotations.Nullable;

/**
 * The letter for a guardian whom nobody could speak to: that the child was here and is safe, and whom to call. What
 * happened is not in it: that is for the referrer to tell.
 */
final class GuardianLetter {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", DUTCH).withZone(ZONE);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", DUTCH).withZone(ZONE);

    /** What the letter says. {@code code} is the case's; {@code juvenile} is as the juvenile is called. */
    record Content(
            @Nullable String guardian,
            String juvenile,
            String eventName,
            String place,
            Instant receivedAt,
            String deskPhone,
            String code,
            Instant writtenAt,
            String by,
            boolean drill) {}

    private GuardianLetter() {}

    /** One A4; in a drill it says so. */
    static byte[] pdf(Content letter) {
        return HtmlPdf.render(Html.page("Brief voor de ouder", CSS, body(letter)));
    }

    private static String body(Content letter) {
        String name = Html.text(letter.juvenile());
        return """
                %s<p class="from">Halt-loket %s<br/>%s</p>
                <h1>%s was bij het Halt-loket</h1>
                <p>%s, %s</p>
                <p>Beste %s,</p>
                <p>%s is vandaag om %s uur bij ons op het Halt-loket gekomen. Een boa of de politie bracht %s bij ons.
                Wij hebben voor %s gezorgd.</p>
                <p>Wij hebben u gebeld en konden u niet bereiken. Daarom krijgt u deze brief.</p>
                <h2>Wat er is gebeurd</h2>
                <p>Dat staat niet in deze brief. U hoort het van de boa of de politie.</p>
                <h2>Wat u nu kunt doen</h2>
                <p>Bel ons. Wij vertellen u wat wij doen en wat u kunt verwachten. Zeg bij het bellen deze code:
                dan weten wij over wie het gaat.</p>
                <div class="call"><p class="number">%s</p><p>code <b>%s</b></p></div>
                <p>Twijfelt u of deze brief echt is? Kijk het nummer na op halt.nl.</p>
                <p>Wilt u een tolk? Zeg dat aan de telefoon. Het kost u niets.</p>
                <p class="sign">Met vriendelijke groet,<br/>%s<br/>Stichting Halt</p>
                """.formatted(
                        letter.drill() ? "<p class=\"drill\">OEFENING</p>" : "",
                        Html.text(letter.eventName()),
                        Html.text(letter.place()),
                        name,
                        Html.text(letter.place()),
                        DAY.format(letter.writtenAt()),
                        letter.guardian() == null ? "ouder of verzorger" : Html.text(letter.guardian()),
                        name,
                        TIME.format(letter.receivedAt()),
                        name,
                        name,
                        Html.text(letter.deskPhone()),
                        Html.text(letter.code()),
                        Html.text(letter.by()));
    }

    private static final String CSS = """
            @page { margin: 26mm 24mm 24mm 24mm }
            body { font-size: 12pt; line-height: 1.45 }
            p { margin: 0 0 4mm 0 }
            .from { color: #34474C; font-size: 10pt; margin-bottom: 12mm }
            h1 { margin: 0 0 8mm 0; color: #0B434C; font-size: 22pt; line-height: 1.15 }
            h2 { margin: 6mm 0 1.5mm 0; color: #0B434C; font-size: 14pt }
            .call { margin: 0 0 5mm 0; padding: 5mm 6mm 1mm 6mm; border: 0.6mm solid #0B434C }
            .number { font-size: 24pt; font-weight: 700; line-height: 1.1; margin-bottom: 2mm }
            .sign { margin-top: 9mm }
            .drill { position: absolute; right: 0; top: 0; padding: 1mm 3mm; background: #A00F1E; color: #FFFFFF;
              font-weight: 700 }
            """;
}
