package nl.haltloket.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the desk is with a case, as far as the rules ask for it; what is absent did not happen yet.
 *
 * @param juvenileConsent {@code AGREES} or {@code REFUSES}
 * @param guardianConsent {@code AGREES}, {@code REFUSES}, {@code DISAGREE}, or {@link #NOT_NEEDED}
 * @param custody whether the guardian who agrees has custody
 * @param offerHandedOver whether the written offer was handed over
 * @param appointmentAt when the first conversation is
 */
public record Progress(
        @Nullable String juvenileConsent,
        @Nullable String guardianConsent,
        HandoverContent.@Nullable Answer custody,
        boolean offerHandedOver,
        @Nullable Instant appointmentAt) {

    /** Who is 16 by now decides alone, also about an offence from before that birthday. */
    public static final String NOT_NEEDED = "NOT_NEEDED";

    /** Nothing happened yet. */
    public static final Progress NONE = new Progress(null, null, null, false, null);

    /** The same of somebody whose guardians are not asked. */
    public Progress ofOwnChoice() {
        return new Progress(juvenileConsent, NOT_NEEDED, custody, offerHandedOver, appointmentAt);
    }

    /** The same, with another appointment; null when there is none. */
    public Progress appointed(@Nullable Instant at) {
        return new Progress(juvenileConsent, guardianConsent, custody, offerHandedOver, at);
    }
}
