package nl.haltloket.dossier;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The branch of a dossier that tells of the guardians and of every attempt to reach them. */
final class DossierGuardians {
    private DossierGuardians() {}

    static Map<String, Object> guardian(Dossier.Guardian guardian) {
        return new Fields()
                .with("naam", guardian.name())
                .code("relatie", guardian.relation())
                .code("gezag", guardian.custody())
                .with("mobiel", guardian.number())
                .with("nummerVoorgelezen", guardian.readBack())
                .with("taal", guardian.language())
                .code("standContact", guardian.state())
                .with("ingelicht", guardian.informed())
                .with("bellenVoor", guardian.callBefore())
                .with("nietBenaderenOmdat", guardian.doNotContactReason())
                .with(
                        "contacten",
                        guardian.history().stream()
                                .map(DossierGuardians::contact)
                                .toList())
                .with("inPlaatsVanOuder", substitute(guardian.substitute()))
                .with(
                        "brieven",
                        guardian.letters().stream()
                                .map(DossierGuardians::letter)
                                .toList())
                .map();
    }

    private static Map<String, Object> substitute(Dossier.@Nullable Substitute one) {
        return one == null
                ? Map.of()
                : new Fields()
                        .code("wie", one.who())
                        .with("naam", one.name())
                        .with("relatie", one.relation())
                        .with("telefoon", one.number())
                        .with("genoemdOp", one.namedAt())
                        .with("gesprokenOp", one.spokenAt())
                        .with("gesprokenDoor", one.spokenBy())
                        .with("afgesproken", one.words())
                        .map();
    }

    private static Map<String, Object> letter(Dossier.Letter letter) {
        return new Fields()
                .with("op", letter.at())
                .with("door", letter.by())
                .code("wijze", letter.way())
                .with("aan", letter.to())
                .map();
    }

    private static Map<String, Object> contact(Dossier.Contact contact) {
        return new Fields()
                .with("op", contact.at())
                .code("stand", contact.state())
                .with("door", contact.by())
                .with("gesprokenMet", contact.spokenWith())
                .with("gezegd", contact.words())
                .with("reden", contact.reason())
                .code("hoe", contact.how())
                .map();
    }
}
