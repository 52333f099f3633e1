package nl.haltloket.notify;

import java.time.Instant;

/**
 * How one of the gateways does.
 *
 * @param name as the settings name it, such as {@code smpp-1}
 * @param up whether messages can go through it now
 * @param used whether the next message goes through it
 * @param sentence Dutch, for who must do something about it
 * @param since when this began
 */
public record GatewayStatus(String name, boolean up, boolean used, String sentence, Instant since) {}
