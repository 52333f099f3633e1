package nl.haltloket.notify;

import java.util.List;

/**
 * The roads that texts can take.
 *
 * @param overall whether texts go out at all, and which way when not the first
 * @param each gateway by itself, in the order of trying
 */
public record Roads(Health overall, List<GatewayStatus> each) {}
