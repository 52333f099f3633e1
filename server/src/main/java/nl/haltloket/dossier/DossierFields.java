package nl.haltloket.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import nl.haltloket.intake.IntakeService;

/** The Dutch names under which the fields of the short intake leave the kiosk, in the order of the screen. */
final class DossierFields {
    private static final Map<String, String> NAMES = names();

    private DossierFields() {}

    /** The contract's name of each field, and its Dutch one. */
    static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("callingName", "roepnaam");
        names.put("mobile", "mobiel");
        names.put("street", "straatEnHuisnummer");
        names.put("postalCode", "postcode");
        names.put("city", "woonplaats");
        names.put("language", "taal");
        names.put("interpreter", "tolkNodig");
        names.put("readsDutch", "leestNederlands");
        names.put("trustedName", "vertrouwenspersoon");
        names.put("trustedNumber", "vertrouwenspersoonTelefoon");
        names.put("school", "school");
        names.put("mayLeaveAlone", "magZelfNaarHuis");
        names.put("pickedUpBy", "opgehaaldDoor");
        names.put("pickedUpAt", "opgehaaldOm");
        names.put("identifiedBy", "vastgesteldMet");
        names.put("date", "datum");
        names.put("time", "tijd");
        names.put("mode", "vorm");
        names.put("office", "kantoor");
        names.put("companion", "wieKomtMee");
        return names;
    }

    /** The filled-in fields of a section. */
    static Map<String, Object> dutch(IntakeService.Saved section) {
        Map<String, Object> fields = new LinkedHashMap<>();
        NAMES.forEach((name, dutch) -> {
            Object value = section.data().get(name);
            if (value != null && !"".equals(value)) {
                fields.put(dutch, value);
            }
        });
        return fields;
    }
}
