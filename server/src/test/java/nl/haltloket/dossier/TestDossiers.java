package nl.haltloket.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invented cases: one with everything in it and one with the least a case can have. */
final class TestDossiers {
    static final String LONG_TEXT = "Blikje bier aan de Prinsegracht 12-b; zegt <niets> & 'weet' het niet. "
            .repeat(15)
            .substring(0, 1000);

    private TestDossiers() {}

    static Dossier full(boolean drill) {
        return new Dossier(
                about(),
                new Dossier.Event(
                        "0192f000-0000-7000-8000-0000000000e1",
                        "0192f000-0000-7000-8000-0000000000a1",
                        "Zomerfeest 'op de Müür'",
                        "Malieveld, Den Haag",
                        "0518",
                        Instant.parse("2026-08-15T14:00:00Z"),
                        Instant.parse("2026-08-16T00:30:00Z"),
                        "+31701234567",
                        drill),
                new Dossier.Referrer("BOA", "HH-4471", "Gemeente Den Haag", "I", "mandaat-2026-3", "2026-08-01"),
                offence(),
                new Dossier.Declarations(
                        "YES",
                        "YES",
                        "UNKNOWN",
                        "WAIVED",
                        "PARTLY",
                        "LIMITED",
                        "NONE",
                        "NO",
                        "moeder gebeld om 21:50, nam niet op",
                        "HOvJ 8812, 21:58"),
                List.of(),
                new Dossier.StatedGuardian("S. Çelik", "MOTHER", "0612345678"),
                new Dossier.Juvenile("Celik", "Unal", LocalDate.of(2011, 3, 9), "STATED"),
                new Dossier.Juvenile("'t Hart-IJsbrandy", "Ünal Çelik", LocalDate.of(2011, 3, 8), "GUARDIAN_CONFIRMS"),
                new Dossier.Safety(true, false, false),
                List.of(mother(), father()),
                intake(),
                ruling(),
                agreement());
    }

    /** A mother of whom nothing is known but that the text is on her telephone. */
    static Dossier delivered() {
        return of(guardian("MOTHER", "SMS_DELIVERED", null, List.of()));
    }

    /** A mother who was handed the letter, and a father in whose place an aunt came. */
    static Dossier lettered() {
        Instant at = Instant.parse("2026-08-15T21:10:00Z");
        var aunt = new Dossier.Substitute(
                "ADULT", "Tante Ayşe", "tante", "+31655559998", at, at, "K. Łoś", "Zij komt om elf uur.");
        return of(
                guardian(
                        "MOTHER",
                        "NOT_REACHED",
                        null,
                        List.of(new Dossier.Letter(at, "K. Łoś", "HANDED_OVER", "moeder"))),
                guardian("FATHER", "DO_NOT_CONTACT", aunt, List.of()));
    }

    private static Dossier.Guardian guardian(
            String relation, String state, Dossier.@Nullable Substitute substitute, List<Dossier.Letter> letters) {
        var step = new Dossier.Contact(Instant.parse("2026-08-15T20:11:04Z"), state, null, null, null, null, null);
        return new Dossier.Guardian(
                null,
                relation,
                "YES",
                "+31612345678",
                true,
                "nl",
                state,
                null,
                null,
                List.of(step),
                substitute,
                letters);
    }

    private static Dossier of(Dossier.Guardian... guardians) {
        Dossier full = full(false);
        return new Dossier(
                full.about(),
                full.event(),
                full.referrer(),
                full.offence(),
                full.declarations(),
                full.otherOffences(),
                full.statedGuardian(),
                full.stated(),
                full.established(),
                full.safety(),
                List.of(guardians),
                full.intake(),
                full.ruling(),
                full.agreement());
    }

    private static Dossier.Agreement agreement() {
        Instant at = Instant.parse("2026-08-15T20:30:00Z");
        var shown = new Dossier.Explained(at, "Fatima Oefenaar", "tr", 3, "SPOKEN", true, true);
        var offer = new Dossier.Explained(at, "Fatima Oefenaar", "nl", 2, "PRINTED", true, true);
        var rests = new Dossier.Decision.Explanation("CONSENT", 4, "nl", "SCREEN", true, false);
        return new Dossier.Agreement(
                shown,
                List.of(offer),
                List.of(new Dossier.Decision(
                        at,
                        "Fatima Oefenaar",
                        "JUVENILE",
                        null,
                        "PROGRAMME",
                        "YES",
                        rests,
                        "Ik wil het goedmaken.",
                        null,
                        new Dossier.Decision.Signature(at, true, "ab".repeat(32)),
                        null)),
                new Dossier.OwnWords("Mag ik mijn oma bellen?", at));
    }

    private static Dossier.Ruling ruling() {
        Instant at = Instant.parse("2026-08-15T20:10:00Z");
        return new Dossier.Ruling(
                "NEEDS_HOVJ",
                true,
                "APPROVED",
                at,
                "2026-08-01",
                "2026-08-01",
                List.of(new Dossier.Ruling.Reason("R-REF-4", "Dit is een misdrijf.")),
                List.of(new Dossier.Ruling.Approval(
                        at, "ASSISTANT", true, "HOvJ 8812", "PL-2026-77", "Fatima Oefenaar")),
                List.of(new Dossier.Ruling.Overridden(
                        at, "Fatima Oefenaar", "UNKNOWN", "FACT_KNOWN_NOW", "Moeder is onderweg.")));
    }

    static Dossier least() {
        return withReceiver(null);
    }

    /** The least case, received by someone of this name. */
    static Dossier namedBy(String receivedBy) {
        return withReceiver(receivedBy);
    }

    private static Dossier withReceiver(@Nullable String receivedBy) {
        return new Dossier(
                new Dossier.Case(
                        "0192f3a4",
                        "witte haas 31",
                        "LEFT",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        receivedBy,
                        null),
                new Dossier.Event("e1", "k1", "Kermis", "Goes", null, null, null, null, false),
                new Dossier.Referrer("POLICE", "PL-1", "Politie", null, null, null),
                new Dossier.Offence(
                        "alcohol-45",
                        null,
                        null,
                        null,
                        null,
                        Instant.parse("2026-08-15T20:00:00Z"),
                        "plein",
                        null,
                        "STOPPED",
                        "UNKNOWN",
                        null,
                        null,
                        null),
                new Dossier.Declarations(null, null, null, null, null, null, null, null, null, null),
                List.of(),
                null,
                new Dossier.Juvenile(null, null, null, "STATED"),
                null,
                null,
                List.of(),
                new Dossier.Intake(Map.of(), Map.of(), Map.of(), Map.of(), Map.of()),
                null,
                Dossier.Agreement.NOTHING);
    }

    private static Dossier.Case about() {
        return new Dossier.Case(
                "0192f3a4-5b6c-7d8e-9f01-23456789abcd",
                "blauwe vos 12",
                "RETURNED",
                "REFUSED_BY_GUARDIAN",
                "QH2S2JR1",
                "PL1500-2026123456",
                "0192f3a4-0000-7000-8000-000000000001",
                Instant.parse("2026-08-15T19:58:01Z"),
                Instant.parse("2026-08-15T19:59:02Z"),
                Instant.parse("2026-08-15T20:11:03Z"),
                "F. de Office-Vliet",
                "ZF-2026-0017");
    }

    private static Dossier.Offence offence() {
        return new Dossier.Offence(
                "vernieling-350",
                "Vernieling",
                "art. 350 Sr",
                "D 530",
                "CRIME",
                Instant.parse("2026-08-15T19:40:00Z"),
                "bij de draaimolen",
                LONG_TEXT,
                "STOPPED",
                "UNKNOWN",
                12550L,
                90000L,
                new Dossier.Eligibility("UNKNOWN", "F2", "NO", 25100L, "YES", 1L, 0L, "YES", "NEEDS_HOVJ", "YES"));
    }

    private static Dossier.Guardian mother() {
        return new Dossier.Guardian(
                "Şule Çelik",
                "MOTHER",
                "YES",
                "+31612345678",
                true,
                "tr",
                "REACHED",
                null,
                null,
                List.of(
                        new Dossier.Contact(
                                Instant.parse("2026-08-15T20:11:04Z"), "SMS_DELIVERED", null, null, null, null, null),
                        new Dossier.Contact(
                                Instant.parse("2026-08-15T20:14:05Z"),
                                "REACHED",
                                "K. Łoś",
                                "Şule Çelik",
                                "Kind is veilig, u kunt het ophalen.",
                                null,
                                "CALLED")),
                null,
                List.of());
    }

    private static Dossier.Guardian father() {
        return new Dossier.Guardian(
                null,
                "FATHER",
                "UNKNOWN",
                "+31687654321",
                false,
                "nl",
                "CALL_DUE",
                Instant.parse("2026-08-15T20:31:06Z"),
                "eerst moeder",
                List.of(new Dossier.Contact(
                        Instant.parse("2026-08-15T20:16:07Z"),
                        "SMS_DELIVERED",
                        null,
                        null,
                        null,
                        "sms bevestigd",
                        null)),
                null,
                List.of());
    }

    private static Dossier.Intake intake() {
        return new Dossier.Intake(
                ordered("roepnaam", "Ün", "woonplaats", "Den Haag"),
                Map.of("tolkNodig", true),
                Map.of("school", "De Brug"),
                ordered("opgehaaldDoor", "tante Fatma", "vastgesteldMet", "JUVENILE_KNOWS"),
                ordered("vorm", "OFFICE", "kantoor", "Halt Den Haag"));
    }

    private static Map<String, Object> ordered(String first, Object firstValue, String second, Object secondValue) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(first, firstValue);
        fields.put(second, secondValue);
        return fields;
    }
}
