package nl.haltloket.identity;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Role;
import org.jspecify.annotations.Nullable;

/** What a device acts with for a quarter of an hour. */
public record AccessToken(
        String accessToken,
        Instant expiresAt,
        UUID deviceId,
        String profile,
        @Nullable WorkerName worker) {

    /** The signed-in worker as screens show it. */
    public record WorkerName(UUID id, String name, Set<Role> roles) {
        static @Nullable WorkerName of(Caller.@Nullable Worker worker) {
            return worker == null ? null : new WorkerName(worker.id(), worker.name(), new TreeSet<>(worker.roles()));
        }
    }
}
