package nl.haltloket.document;

import java.util.Locale;
import nl.haltloket.refusal.Refusal;

/** What the desk calls a document. */
final class DocumentWords {
    private DocumentWords() {}

    /** Dutch. */
    static String name(DocumentId id) {
        return switch (id) {
            case RIGHTS -> "Rechtenkaart";
            case OFFER -> "Aanbodbrief";
            case LEAFLET -> "Folder";
            case CONSENT -> "Meedoen met Halt";
            case GUARDIAN_CONSENT -> "Instemming van een ouder";
            case GUARDIAN_INFORMATION -> "Informatie voor een ouder";
            case GUARDIAN_LETTER -> "Brief voor een ouder";
            case RECEIPT -> "Ontvangstbewijs";
            case NEGATIVE_REPORT -> "Bericht aan de verwijzer";
        };
    }

    /** The document of a file name of the contract: {@code guardian-consent.pdf}. */
    static DocumentId ofFile(String file) {
        for (DocumentId id : DocumentId.values()) {
            if (file.equals(id.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".pdf")) {
                return id;
            }
        }
        throw Refusal.notFound("document.unknown", "Dit document is er niet.");
    }
}
