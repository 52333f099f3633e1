package nl.haltloket.notify;

import java.time.Instant;

/**
 * How a gateway does.
 *
 * @param up whether messages can go now
 * @param sentence Dutch, for the coordinator's screen
 * @param since when this began
 */
public record Health(boolean up, String sentence, Instant since) {}
