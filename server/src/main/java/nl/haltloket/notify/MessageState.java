package nl.haltloket.notify;

import java.util.Map;
import java.util.Set;

/** Where a message stands. {@link #canBecome} is the table of allowed steps. */
public enum MessageState {
    /** Waits for its moment. */
    QUEUED,
    /** A worker is sending it now. */
    CLAIMED,
    /** The gateway took it. */
    ACCEPTED,
    /** It is on the phone; nobody need have read it. */
    DELIVERED,
    /** The gateway or the network refused it for good. */
    FAILED,
    /** Its time passed. */
    EXPIRED,
    /** Taken back before it was sent. */
    CANCELLED,
    /** Submitted without an answer: it may or may not have gone. */
    IN_DOUBT;

    /** DELIVERED is reachable from everywhere: what is on the phone is on the phone, whatever we believed. */
    private static final Map<MessageState, Set<MessageState>> NEXT = Map.of(
            QUEUED, Set.of(CLAIMED, FAILED, EXPIRED, CANCELLED, DELIVERED),
            CLAIMED, Set.of(QUEUED, ACCEPTED, FAILED, EXPIRED, CANCELLED, IN_DOUBT, DELIVERED),
            IN_DOUBT, Set.of(CLAIMED, ACCEPTED, FAILED, EXPIRED, CANCELLED, DELIVERED),
            ACCEPTED, Set.of(DELIVERED, FAILED, EXPIRED),
            EXPIRED, Set.of(DELIVERED, FAILED),
            FAILED, Set.of(DELIVERED),
            CANCELLED, Set.of(DELIVERED),
            DELIVERED, Set.of());

    /** Whether this step is allowed. */
    public boolean canBecome(MessageState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether the {@link MessageListener} hears of it; the comings and goings of the queue are nobody's business. */
    public boolean isTold() {
        return this != QUEUED && this != CLAIMED;
    }
}
