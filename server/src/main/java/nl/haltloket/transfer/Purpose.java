package nl.haltloket.transfer;

import nl.haltloket.casefile.CaseState;
import nl.haltloket.refusal.Refusal;

/** What a package is. */
public enum Purpose {
    /** The dossier of a case that Halt goes on with. */
    DOSSIER("dossier"),
    /** That a case did not come to Halt, and why. */
    NEGATIVE_REPORT("negatief bericht");

    private final String dutch;

    Purpose(String dutch) {
        this.dutch = dutch;
    }

    /** As it stands in a package. */
    String dutch() {
        return dutch;
    }

    /** Whether a case in this state may send it: nothing more of a case that went back goes to Halt. */
    boolean fits(CaseState state) {
        return switch (this) {
            case DOSSIER -> state == CaseState.SCHEDULED;
            case NEGATIVE_REPORT -> state == CaseState.RETURNED || state == CaseState.LEFT;
        };
    }

    /** What a case in this state needs; refused when it is not ready to go. */
    static Purpose of(CaseState state) {
        return switch (state) {
            case SCHEDULED -> DOSSIER;
            case RETURNED, LEFT -> NEGATIVE_REPORT;
            case TRANSFERRED ->
                throw Refusal.conflict("transfer.done", "Deze zaak is al overgedragen en wordt hier gewist.");
            case ERASED -> throw Refusal.notFound("case.erased", "Deze zaak is overgedragen en hier gewist.");
            case OPENED, PENDING_APPROVAL, INTAKE, NOT_FIT_NOW, OFFERED, PENDING_GUARDIAN, AGREED ->
                throw Refusal.conflict(
                        "transfer.too-early",
                        "Deze zaak kan nog niet worden overgedragen. Maak eerst een afspraak, of sluit de zaak af.");
        };
    }
}
