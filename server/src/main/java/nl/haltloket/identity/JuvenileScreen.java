package nl.haltloket.identity;

import java.util.UUID;
import nl.haltloket.web.Caller;

/**
 * A tablet that a worker gave to a juvenile. Until a worker opens it again it serves this case only, and only what is
 * meant for the juvenile.
 *
 * @param givenBy who gave the tablet, and explains; with no role, since that worker does not hold it now
 */
record JuvenileScreen(UUID caseId, Caller.Worker givenBy) {}
