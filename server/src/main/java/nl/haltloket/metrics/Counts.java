package nl.haltloket.metrics;

import java.util.Map;

/**
 * How the database stands.
 *
 * @param handovers, cases and messages how many there are in each state that occurs
 * @param oldestWaitingSeconds age of the message that waits longest in the outbox; 0 when none waits
 * @param possibleDoubles messages that were sent again after a doubt
 * @param unknownReports delivery reports with an unknown code
 * @param auditEntries length of the audit chain
 * @param databaseStarted when PostgreSQL started, in seconds since 1970
 */
record Counts(
        Map<String, Long> handovers,
        Map<String, Long> cases,
        Map<String, Long> messages,
        double oldestWaitingSeconds,
        long possibleDoubles,
        long unknownReports,
        long auditEntries,
        double databaseStarted) {
    /** Before the first look. */
    static final Counts NONE = new Counts(Map.of(), Map.of(), Map.of(), 0, 0, 0, 0, 0);
}
