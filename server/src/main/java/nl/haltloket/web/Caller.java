package nl.haltloket.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: an enrolled device, and the worker signed in on it if any.
 *
 * @param worker on a tablet that a juvenile holds: who gave it, without a role
 * @param referrerId for a phone, who hands over with it
 * @param juvenileCase for a tablet that a juvenile holds: the only case it may look at and change
 */
public record Caller(
        UUID deviceId,
        UUID eventId,
        Profile profile,
        @Nullable Worker worker,
        @Nullable String referrerId,
        @Nullable UUID juvenileCase) {

    /** The signed-in worker. */
    public record Worker(UUID id, String name, Set<Role> roles) {}

    /** Whether a juvenile holds the tablet, and acts. */
    public boolean isJuvenile() {
        return juvenileCase != null;
    }

    /** The signed-in worker, or who gave the tablet to the juvenile; refused when nobody is. */
    public Worker requireWorker() {
        return Optional.ofNullable(worker)
                .orElseThrow(() -> Refusal.notAllowed("session.none", "Meld u eerst aan op dit toestel."));
    }

    /** For the audit chain: ids only. */
    public String auditName() {
        String actor = worker == null ? "device:" + deviceId : "worker:" + worker.id() + "@" + deviceId;
        return isJuvenile() ? "juvenile with " + actor : actor;
    }
}
