package nl.haltloket.identity;

import org.jspecify.annotations.Nullable;

/** What a newly enrolled device is given to work with: event, mandate, keys. Provided by the event. */
public interface EnrolmentBundle {
    /** The bundle for a device; {@code referrerId} for a phone. */
    Object of(@Nullable String referrerId);

    /** The referrer with this id, or null when there is none. */
    @Nullable
    Object referrer(@Nullable String referrerId);
}
