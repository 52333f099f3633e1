package nl.haltloket.journey;

import static nl.haltloket.journey.Story.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** That a dossier holds everything which was typed or chosen tonight, each under its own name. */
final class DossierCheck {
    private static final List<String> OF_BOTH = Stream.of("""
                    kwalificatie Baldadigheid
                    wijze staandehouding
                    heterdaad ja
                    cautie gegeven ja
                    verdenking medegedeeld ja
                    recht op raadsman medegedeeld ja
                    raadsman afstand gedaan
                    bekent ja
                    aanspreekbaar ja
                    eerder geregistreerd geen
                    ouder ingelicht door verwijzer ja
                    identiteit vastgesteld met identiteitsbewijs
                    relatie moeder
                    gezag ja
                    stand sms op het toestel
                    gezegd Uw kind is bij ons op het Halt-loket en is veilig.
                    roepnaam Noortje
                    mobiel 0687654321
                    straat en huisnummer Zweefmolenpad 12
                    postcode 1234 AB
                    woonplaats Verzinselveen
                    vertrouwenspersoon Oma Gül
                    vertrouwenspersoon telefoon 0611112222
                    school De Draaimolen
                    tijd 15:45
                    vorm op kantoor
                    kantoor Oostdorp, Raadhuisplein 1
                    wie komt mee haar moeder
                    opgehaald door tante Ayşe
                    opgehaald om 23:15
                    vastgesteld met identiteitsbewijs""".split("\n"), new String[] {
                "pleegplaats " + PLACE,
                "feitelijke omschrijving " + DESCRIPTION,
                "registratienummer verwijzer " + RECORD,
                "ouder ingelicht hoe " + TOLD_HOW,
                "achternaam " + FAMILY_NAME,
                "voornamen " + GIVEN_NAMES,
                "naam " + GUARDIAN,
                "mobiel " + NUMBER,
                "mobiel +" + NUMBER_SENT,
                "gesproken met " + SPOKEN_WITH,
                WORDS
            })
            .flatMap(Stream::of)
            .toList();

    private static final List<String> ON_PAPER = List.of(
            "geboortedatum 9 mei 2011",
            "schade € 12,50",
            "bij bewustzijn ja",
            "gewond nee",
            "in gevaar nee",
            "nummer voorgelezen ja",
            "taal Nederlands",
            "taal Turks",
            "tolk nodig ja",
            "leest Nederlands nee",
            "mag zelf naar huis nee");

    private static final List<String> IN_JSON = List.of(
            "\"geboortedatum\":\"2011-05-09\"",
            "\"schade\":12.50",
            "\"bijBewustzijn\":true",
            "\"gewond\":false",
            "\"inGevaar\":false",
            "\"nummerVoorgelezen\":true",
            "\"taal\":\"nl\"",
            "\"taal\":\"tr\"",
            "\"tolkNodig\":true",
            "\"leestNederlands\":false",
            "\"magZelfNaarHuis\":false");

    private DossierCheck() {}

    static void paper(String text, String appointment) {
        holds(text, OF_BOTH);
        holds(text, ON_PAPER);
        holds(text, List.of("datum " + appointment));
    }

    static void json(String json, String appointment) {
        holds(json, OF_BOTH);
        assertThat(json).contains(IN_JSON).contains("\"datum\":\"" + appointment + "\"");
    }

    private static void holds(String text, List<String> values) {
        String letters = letters(text);
        assertThat(values).allSatisfy(value -> assertThat(letters).contains(letters(value)));
    }

    /** Letters and figures only: names of fields are written in more than one way. */
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
