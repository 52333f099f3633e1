package nl.haltloket.document;

import java.util.EnumSet;
import java.util.Set;

/** The documents that there are. */
public enum DocumentId {
    /** Rechtenkaart: what the juvenile may and need not do. */
    RIGHTS,
    /** Aanbodbrief: the written proposal that article 77e of the Wetboek van Strafrecht asks for. */
    OFFER,
    /** Folder: what Halt is. */
    LEAFLET,
    /** What the juvenile agrees to; this is what is signed. */
    CONSENT,
    /** What is read to the guardian of a juvenile of 12 to 15, who agrees or not. */
    GUARDIAN_CONSENT,
    /** What the guardian of a juvenile of 16 or 17 is told. */
    GUARDIAN_INFORMATION,
    /** For a guardian whom nobody could speak to. What happened is not in it. */
    GUARDIAN_LETTER,
    /** For the referrer, as proof that the desk took over. */
    RECEIPT,
    /** For the referrer, when Halt does not take the case or it ended without result: facts only. */
    NEGATIVE_REPORT;

    /** Whether it names the juvenile's case to somebody outside the desk and the family, who reads Dutch. */
    public boolean forReferrer() {
        return this == RECEIPT || this == NEGATIVE_REPORT;
    }

    /** Whether it is made for one guardian of the case. */
    boolean forOneGuardian() {
        return this == GUARDIAN_LETTER;
    }

    /** What may stand between braces in it. */
    Set<Place> places() {
        return switch (this) {
            case RIGHTS, LEAFLET -> EnumSet.of(Place.TEL, Place.EVENT);
            case OFFER, CONSENT, GUARDIAN_CONSENT, GUARDIAN_INFORMATION ->
                EnumSet.of(Place.NAME, Place.OFFENCE, Place.TEL, Place.EVENT, Place.TOWN, Place.DAY, Place.LAST_DAY);
            case GUARDIAN_LETTER ->
                EnumSet.of(
                        Place.NAME,
                        Place.GUARDIAN,
                        Place.TEL,
                        Place.CODE,
                        Place.EVENT,
                        Place.TOWN,
                        Place.DAY,
                        Place.TIME,
                        Place.WORKER);
            case RECEIPT, NEGATIVE_REPORT -> EnumSet.complementOf(EnumSet.of(Place.GUARDIAN, Place.CODE));
        };
    }
}
