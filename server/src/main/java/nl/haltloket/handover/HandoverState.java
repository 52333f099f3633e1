package nl.haltloket.handover;

import java.util.Map;
import java.util.Set;

/** The states of a handover and the only steps between them. CAPTURED exists on the phone alone. */
public enum HandoverState {
    CAPTURED,
    SUBMITTED,
    RECEIVED,
    DECLINED,
    WITHDRAWN,
    EXPIRED;

    private static final Map<HandoverState, Set<HandoverState>> NEXT = Map.of(
            CAPTURED, Set.of(SUBMITTED),
            SUBMITTED, Set.of(RECEIVED, DECLINED, WITHDRAWN, EXPIRED));

    /** Whether this step exists. */
    public boolean canBecome(HandoverState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
