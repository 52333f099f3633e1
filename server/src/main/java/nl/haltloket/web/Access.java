package nl.haltloket.web;

import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an operation, from its {@code x-access} in the contract: {@code public}, {@code loket} (the device is
 * enough), {@code loket/WORKER} (and somebody with that role is signed in), {@code juvenile} (a tablet that a worker gave
 * to the juvenile of a case, for that case only) or {@code gateway} (no device, but a provider with a secret of its
 * own). What is not listed is refused.
 */
record Access(List<String> allowed) {
    private static final String JUVENILE = "juvenile";

    static Access of(String operationId, @Nullable JsonArray listed) {
        if (listed == null || listed.isEmpty()) {
            throw new IllegalStateException("Operation " + operationId + " lists no x-access");
        }
        return new Access(listed.stream().map(Object::toString).toList());
    }

    boolean isPublic() {
        return allowed.contains("public");
    }

    boolean isOutside() {
        return allowed.contains("gateway");
    }

    /** @param caseId the case that is asked for, if the operation is about one */
    void check(Caller caller, @Nullable String caseId) {
        if (allowed.stream().noneMatch(entry -> fits(entry, caller))) {
            throw refusal(caller);
        }
        UUID own = caller.juvenileCase();
        if (own != null && caseId != null && !own.toString().equals(caseId)) {
            throw Refusal.notAllowed("juvenile.other-case", "Dit gaat over iemand anders. Geef de tablet terug.");
        }
    }

    private static boolean fits(String entry, Caller caller) {
        if (caller.isJuvenile()) {
            return entry.equals(JUVENILE);
        }
        String[] parts = entry.split("/", 2);
        if (!parts[0].equals(caller.profile().wire())) {
            return false;
        }
        Caller.Worker worker = caller.worker();
        return parts.length == 1 || (worker != null && worker.roles().contains(Role.valueOf(parts[1])));
    }

    private Refusal refusal(Caller caller) {
        if (caller.isJuvenile()) {
            return Refusal.notAllowed(
                    "access.denied", "Dit kan niet op het scherm van de jongere. Geef de tablet terug.");
        }
        String profile = caller.profile().wire();
        if (caller.worker() == null && allowed.stream().anyMatch(entry -> entry.startsWith(profile + "/"))) {
            return Refusal.notKnown("session.none", "Meld u eerst aan op dit toestel.");
        }
        return Refusal.notAllowed(
                "access.denied", "Dit mag niet op dit toestel (%s).".formatted(profile.toLowerCase(Locale.ROOT)));
    }
}
