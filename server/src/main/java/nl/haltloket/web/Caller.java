package nl.haltloket.web;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: an enrolled device, and the worker signed in on it if any.
 *
 * @param referrerId for a phone, who hands over with it
 */
public record Caller(
        UUID deviceId,
        UUID eventId,
        Profile profile,
        @Nullable Worker worker,
        @Nullable String referrerId) {

    /** The signed-in worker. */
    public record Worker(UUID id, String name, Set<Role> roles) {}

    /** The signed-in worker; refused when nobody is. */
    public Worker requireWorker() {
        return Optional.ofNullable(worker)
                .orElseThrow(() -> Refusal.notAllowed("session.none", "Meld u eerst aan op dit toestel."));
    }

    /** For the audit chain: ids only. */
    public String auditName() {
        return worker == null ? "device:" + deviceId : "worker:" + worker.id() + "@" + deviceId;
    }
}
