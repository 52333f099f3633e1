package nl.haltloket.journey;

import java.util.ArrayList;
import java.util.List;

/** What is told and typed tonight; nobody in it exists. */
final class Story {
    static final String REFERRER = "boa-4711";
    static final String OFFENCE = "baldadigheid-424";
    static final String BIRTH = "09052011";
    static final String FAMILY_NAME = "Van der Zwaluw-Öztürk";
    static final String GIVEN_NAMES = "Noor Élise";
    static final String NUMBER = "0612345678";
    static final String NUMBER_SENT = "31612345678";
    static final String PLACE = "Botsautootjes, Kermisplein";
    static final String GUARDIAN = "Mirjam Öztürk";
    static final String TOLD_HOW = "moeder, 22:17, telefoon";
    static final String RECORD = "PL0900-2026-4711";
    static final String DESCRIPTION = "Schopte tegen een hek tot het omviel.";
    static final String DAMAGE = "12,50";

    /** Halt's own; a text about the appointment tells it. */
    static final String OFFICE = "Oostdorp, Raadhuisplein 1";

    static final String SPOKEN_WITH = "moeder Mirjam";
    static final String WORDS = "Ze komt met de fiets.";

    /** What a worker chose tonight. */
    static String pin(String login) {
        return switch (login) {
            case "fatima" -> "58371";
            case "joris" -> "9042";
            default -> "716239";
        };
    }

    private Story() {}

    /** Everything of anybody that was told or typed, long enough to be looked for, each way in which it is written. */
    static List<String> personal(String appointment) {
        List<String> values = new ArrayList<>(List.of(
                "Zwaluw-Öztürk", GIVEN_NAMES, GUARDIAN, SPOKEN_WITH, WORDS, TOLD_HOW, RECORD, DESCRIPTION, PLACE));
        values.addAll(List.of(BIRTH, "2011-05-09", "9 mei 2011", "9-5-2011", "09-05-2011"));
        values.addAll(List.of(NUMBER, NUMBER_SENT, "06 12 34 56 78", "06-12345678", "0687654321", "31687654321"));
        for (Section section : intake(appointment)) {
            section.fields().stream()
                    .filter(field ->
                            field.kind() == Section.Kind.TYPE && field.value().length() >= 6)
                    .forEach(field -> values.add(field.value()));
        }
        return values;
    }

    /** Each section of the intake with its fields: text that is typed, or a value that is picked or tapped. */
    static List<Section> intake(String appointment) {
        return List.of(
                new Section("language")
                        .picks("language", "tr")
                        .taps("interpreter-YES")
                        .taps("readsDutch-NO"),
                new Section("identity")
                        .types("callingName", "Noortje")
                        .types("mobile", "0687654321")
                        .types("street", "Zweefmolenpad 12")
                        .types("postalCode", "1234 AB")
                        .types("city", "Verzinselveen"),
                new Section("contact")
                        .types("trustedName", "Oma Gül")
                        .types("trustedNumber", "0611112222")
                        .types("school", "De Draaimolen"),
                new Section("appointment")
                        .picks("date", appointment)
                        .picks("time", "15:45")
                        .taps("mode-OFFICE")
                        .types("office", OFFICE)
                        .types("companion", "haar moeder"),
                new Section("pickup")
                        .taps("mayLeaveAlone-NO")
                        .types("pickedUpBy", "tante Ayşe")
                        .picks("pickedUpAt", "23:15")
                        .taps("identifiedBy-DOCUMENT"));
    }
}
