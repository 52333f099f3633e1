package nl.haltloket.guardian;

import java.util.Map;
import java.util.Set;

/** How far a guardian was reached, and the only steps between. Delivered is not informed: only REACHED is. */
public enum ContactState {
    NOT_TRIED,
    SMS_ACCEPTED,
    SMS_DELIVERED,
    SMS_FAILED,
    /** A call is due; it has a deadline. */
    CALL_DUE,
    /** Somebody spoke with the guardian. */
    REACHED,
    NOT_REACHED,
    DO_NOT_CONTACT;

    private static final Map<ContactState, Set<ContactState>> NEXT = Map.of(
            NOT_TRIED, Set.of(SMS_ACCEPTED, SMS_FAILED, CALL_DUE, REACHED, DO_NOT_CONTACT),
            SMS_ACCEPTED, Set.of(SMS_DELIVERED, SMS_FAILED, CALL_DUE, REACHED, DO_NOT_CONTACT),
            SMS_DELIVERED, Set.of(CALL_DUE, REACHED, DO_NOT_CONTACT),
            SMS_FAILED, Set.of(CALL_DUE, REACHED, DO_NOT_CONTACT),
            CALL_DUE, Set.of(REACHED, NOT_REACHED, DO_NOT_CONTACT),
            NOT_REACHED, Set.of(CALL_DUE, REACHED, DO_NOT_CONTACT));

    /** Whether this step exists. */
    public boolean canBecome(ContactState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
