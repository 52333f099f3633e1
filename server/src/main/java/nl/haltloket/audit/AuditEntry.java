package nl.haltloket.audit;

import java.util.UUID;

/**
 * One line of the chain. Ids only, never a name.
 *
 * @param eventId the pop-up event
 * @param action what was done
 * @param subject the record, such as {@code case:018f…}
 * @param actor who, such as {@code worker:…@device} or {@code system}
 * @param purpose what for, in Dutch words of the register of processing
 * @param legalBasis the article it rests on
 * @param facts further ids and field names, empty when there are none
 */
public record AuditEntry(
        UUID eventId,
        AuditAction action,
        String subject,
        String actor,
        String purpose,
        String legalBasis,
        String facts) {

    /** Legal basis of Halt's own work: AVG art. 6 (1) (e), with UAVG art. 33 (1) (a) for criminal data. */
    public static final String HALT_TASK = "AVG 6-1-e; UAVG 33-1-a";

    /** Police data handed to Halt: Wet politiegegevens art. 18 with Besluit politiegegevens art. 4:2 (1) (f). */
    public static final String PROVISION_TO_HALT = "Wpg 18-1; Bpg 4:2-1-f";

    /** Keeping the desk safe and accountable: AVG art. 32. */
    public static final String SECURITY = "AVG 32";
}
