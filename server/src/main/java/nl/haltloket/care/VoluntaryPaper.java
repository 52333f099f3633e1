package nl.haltloket.care;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.haltloket.care.Voluntary.Details;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.event.Event;
import nl.haltloket.paper.Html;
import nl.haltloket.paper.HtmlPdf;
import org.jspecify.annotations.Nullable;

/** What Halt gets of a school-/wijkinterventie: one sheet, or the same as JSON with Dutch names. */
final class VoluntaryPaper {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'uur'", Locale.forLanguageTag("nl-NL"))
            .withZone(CaseService.ZONE);
    private static final String BASIS =
            "Toestemming (AVG artikel 6, eerste lid, onder a). Vrijwillig, en altijd in te trekken. Er staan geen gegevens"
                    + " van politie of justitie in.";
    private static final Map<Voluntary.Proposer, String> PROPOSERS = Map.of(
            Voluntary.Proposer.JUVENILE, "de jongere zelf",
            Voluntary.Proposer.GUARDIAN, "ouder of verzorger",
            Voluntary.Proposer.POLICE, "wijkagent",
            Voluntary.Proposer.BOA, "boa",
            Voluntary.Proposer.SCHOOL, "school",
            Voluntary.Proposer.COMMUNITY_WORK, "jongerenwerk of wijkteam",
            Voluntary.Proposer.SPORT, "sportclub",
            Voluntary.Proposer.HALT, "Halt",
            Voluntary.Proposer.OTHER, "iemand anders");

    private VoluntaryPaper() {}

    /** The fields, under their Dutch names. */
    static JsonObject json(Voluntary one, Event event) {
        Details details = Objects.requireNonNull(one.details());
        return new JsonObject()
                .put("soort", setting(details))
                .put("nummer", one.number())
                .put("grondslag", BASIS)
                .put("evenement", event.name())
                .put("begonnenOp", one.openedAt().toString())
                .put("uitgelegdDoor", details.explainedBy())
                .put(
                        "jongere",
                        new JsonObject()
                                .put("naam", details.name())
                                .put("geboortedatum", details.birthDate())
                                .put("leeftijd", one.age())
                                .put("bereikbaarVia", details.contact())
                                .put("toestemming", details.consent() == Voluntary.Consent.YES))
                .put(
                        "ouder",
                        new JsonObject()
                                .put("naam", details.guardian())
                                .put("bereikbaarVia", details.guardianContact())
                                .put("toestemming", details.guardianConsent() == Voluntary.Consent.YES)
                                .put("toestemmingOp", instant(details.consentedAt()))
                                .put("hoe", how(details)))
                .put("bedachtDoor", PROPOSERS.get(details.proposer()))
                .put("wens", details.wish());
    }

    /** One A4; in a drill it says so. */
    static byte[] pdf(Voluntary one, Event event, Instant now) {
        Details details = Objects.requireNonNull(one.details());
        StringBuilder body = new StringBuilder();
        if (event.drill()) {
            body.append("<p class=\"drill\">OEFENING</p>");
        }
        body.append("<p class=\"from\">Halt-loket %s, %s</p><h1>%s</h1><p>%s</p><table>"
                .formatted(Html.text(event.name()), TIME.format(now), Html.text(title(one, details)), BASIS));
        rows(one, details)
                .forEach((name, value) -> body.append(
                        "<tr><th scope=\"row\">%s</th><td>%s</td></tr>".formatted(Html.text(name), Html.text(value))));
        return HtmlPdf.render(Html.page(title(one, details), CSS, body + "</table>"));
    }

    private static Map<String, String> rows(Voluntary one, Details details) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("Jongere", details.name());
        rows.put(
                "Leeftijd",
                one.age() + " jaar" + (details.birthDate() == null ? "" : ", geboren " + details.birthDate()));
        rows.put("Bereikbaar via", said(details.contact()));
        rows.put("Toestemming jongere", "ja");
        rows.put("Ouder of verzorger", said(details.guardian()));
        rows.put("Ouder bereikbaar via", said(details.guardianContact()));
        Instant consented = details.consentedAt();
        rows.put(
                "Toestemming ouder",
                consented == null ? "niet gevraagd" : "ja, " + how(details) + ", " + TIME.format(consented));
        rows.put("Wie dacht hieraan", Objects.requireNonNull(PROPOSERS.get(details.proposer())));
        rows.put("Wat de jongere wil", said(details.wish()));
        rows.put("Uitgelegd door", said(details.explainedBy()));
        rows.put("Begonnen", TIME.format(one.openedAt()));
        return rows;
    }

    private static String title(Voluntary one, Details details) {
        return setting(details) + " " + one.number();
    }

    private static String setting(Details details) {
        return details.setting() == Voluntary.Setting.SCHOOL ? "Schoolinterventie" : "Wijkinterventie";
    }

    private static String said(@Nullable String text) {
        return text == null ? "niet ingevuld" : text;
    }

    private static @Nullable String instant(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String how(Details details) {
        Voluntary.How how = details.guardianHow();
        return how == null ? null : how == Voluntary.How.PHONE ? "aan de telefoon" : "hier aan het loket";
    }

    private static final String CSS = """
            @page { margin: 24mm 22mm 22mm 22mm }
            body { font-size: 12pt; line-height: 1.4 }
            .from { color: #34474C; font-size: 10pt; margin: 0 0 10mm 0 }
            h1 { margin: 0 0 6mm 0; color: #0B434C; font-size: 22pt; line-height: 1.15 }
            table { width: 100%; border-collapse: collapse; margin-top: 6mm }
            th { width: 52mm; padding: 2.5mm 4mm 2.5mm 0; font-weight: 400; color: #34474C }
            th, td { border-bottom: 0.3mm solid #9FB0B4; text-align: left; vertical-align: top }
            td { padding: 2.5mm 0; font-weight: 700; white-space: pre-wrap }
            .drill { position: absolute; right: 0; top: 0; padding: 1mm 3mm; background: #A00F1E; color: #FFFFFF;
              font-weight: 700 }
            """;
}
