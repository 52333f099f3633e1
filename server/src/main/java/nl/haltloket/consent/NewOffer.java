package nl.haltloket.consent;

import nl.haltloket.casefile.Offer;

/** An offer that a worker hands over; {@code version} is that of the letter. Sealed as it is. */
public record NewOffer(String language, int version, Offer.Medium medium, boolean readAloud, boolean interpreter) {}
