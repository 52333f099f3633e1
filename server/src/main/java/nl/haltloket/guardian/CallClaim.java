package nl.haltloket.guardian;

import java.time.Instant;

/**
 * That a worker calls a guardian now, so that nobody else does.
 *
 * @param by the worker's name
 * @param until after this it is everybody's task again
 */
public record CallClaim(String by, Instant until) {}
