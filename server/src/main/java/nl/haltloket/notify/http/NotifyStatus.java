package nl.haltloket.notify.http;

import java.util.Map;
import nl.haltloket.notify.DeliveryReport.State;

/**
 * What the statuses of a text message at Notify mean. Source: GOV.UK Notify, REST API documentation, "Text message
 * status descriptions", and the list in the errors of "Get the status of multiple messages".
 */
final class NotifyStatus {
    private static final int CODE_MAX = 32;

    /** {@code sent}: went abroad, and no word will follow. {@code temporary-failure}: the phone was off too long. */
    private static final Map<String, State> STATES = Map.of(
            "created", State.ACCEPTED,
            "sending", State.ACCEPTED,
            "pending", State.ACCEPTED,
            "sent", State.ACCEPTED,
            "delivered", State.DELIVERED,
            "temporary-failure", State.EXPIRED,
            "permanent-failure", State.FAILED,
            "technical-failure", State.FAILED,
            "validation-failed", State.FAILED);

    private NotifyStatus() {}

    /** {@link State#UNKNOWN} for a word that is not in the list. */
    static State state(String status) {
        return STATES.getOrDefault(status, State.UNKNOWN);
    }

    /** For the record. */
    static String code(String status) {
        return status.length() > CODE_MAX ? status.substring(0, CODE_MAX) : status;
    }
}
