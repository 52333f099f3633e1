package nl.haltloket.casefile;

import java.util.List;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Manner;

/**
 * Whether the juvenile is free to go, so far as the handovers tell: who was only stopped (staandehouding) may go, who
 * was arrested may not, and of all others only the referrer knows.
 */
final class Freedom {
    private Freedom() {}

    static Answer of(List<HandoverContent> offences) {
        if (offences.stream().anyMatch(one -> one.manner() == Manner.ARRESTED)) {
            return Answer.NO;
        }
        return offences.stream().allMatch(one -> one.manner() == Manner.STOPPED) ? Answer.YES : Answer.UNKNOWN;
    }
}
