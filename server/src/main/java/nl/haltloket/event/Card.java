package nl.haltloket.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A card for a juvenile: a random code and ticket words. {@code handoverId} once it is used. */
public record Card(CardCode code, Ticket ticket, @Nullable UUID handoverId) {}
