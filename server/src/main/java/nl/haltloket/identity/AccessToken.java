package nl.haltloket.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Profile;
import nl.haltloket.web.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a device acts with for a quarter of an hour.
 *
 * @param juvenileCase the case whose juvenile holds this tablet now
 */
public record AccessToken(
        String accessToken,
        Instant expiresAt,
        UUID deviceId,
        String profile,
        @Nullable WorkerName worker,
        @Nullable UUID juvenileCase) {

    /**
     * The signed-in worker as screens show it.
     *
     * @param choose what the worker must choose first: a password after a one-time one, a PIN where tablets are shared
     */
    public record WorkerName(UUID id, String name, Set<Role> roles, List<Secret> choose) {
        static @Nullable WorkerName of(@Nullable Session session, Profile profile) {
            if (session == null) {
                return null;
            }
            List<Secret> choose = new ArrayList<>();
            if (session.passwordOneTime()) {
                choose.add(Secret.PASSWORD);
            }
            if (!session.hasPin() && profile == Profile.LOKET) {
                choose.add(Secret.PIN);
            }
            Caller.Worker worker = session.worker();
            return new WorkerName(worker.id(), worker.name(), new TreeSet<>(worker.roles()), List.copyOf(choose));
        }
    }

    /** What only the worker knows. */
    public enum Secret {
        PASSWORD,
        PIN
    }
}
