package nl.haltloket.casefile;

import java.util.Map;
import java.util.Set;
import nl.haltloket.refusal.Refusal;

/** The states of a case and the only steps between them. */
public enum CaseState {
    OPENED,
    PENDING_APPROVAL,
    INTAKE,
    NOT_FIT_NOW,
    OFFERED,
    PENDING_GUARDIAN,
    AGREED,
    SCHEDULED,
    RETURNED,
    LEFT,
    TRANSFERRED,
    ERASED;

    private static final Map<CaseState, Set<CaseState>> NEXT = Map.ofEntries(
            Map.entry(OPENED, Set.of(INTAKE, PENDING_APPROVAL, NOT_FIT_NOW, RETURNED, LEFT)),
            Map.entry(PENDING_APPROVAL, Set.of(INTAKE, RETURNED, LEFT)),
            Map.entry(INTAKE, Set.of(OFFERED, PENDING_APPROVAL, NOT_FIT_NOW, RETURNED, LEFT)),
            Map.entry(NOT_FIT_NOW, Set.of(INTAKE, SCHEDULED, LEFT)),
            Map.entry(OFFERED, Set.of(AGREED, PENDING_GUARDIAN, NOT_FIT_NOW, RETURNED, LEFT)),
            Map.entry(PENDING_GUARDIAN, Set.of(AGREED, SCHEDULED, RETURNED, LEFT)),
            Map.entry(AGREED, Set.of(SCHEDULED, RETURNED, LEFT)),
            Map.entry(SCHEDULED, Set.of(TRANSFERRED, RETURNED)),
            Map.entry(RETURNED, Set.of(TRANSFERRED)),
            Map.entry(LEFT, Set.of(TRANSFERRED)),
            Map.entry(TRANSFERRED, Set.of(ERASED)),
            Map.entry(ERASED, Set.of()));

    /** Whether this step exists. */
    public boolean canBecome(CaseState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Refused with {@code case.step} when this step does not exist. */
    void checkStep(CaseState next) {
        if (!canBecome(next)) {
            throw Refusal.conflict("case.step", "Van deze stand kan de zaak niet naar die stand. Ververs het scherm.");
        }
    }

    /** Whether the juvenile is still at the desk. */
    public boolean isHere() {
        return switch (this) {
            case OPENED, PENDING_APPROVAL, INTAKE, NOT_FIT_NOW, OFFERED, PENDING_GUARDIAN, AGREED, SCHEDULED -> true;
            case RETURNED, LEFT, TRANSFERRED, ERASED -> false;
        };
    }
}
