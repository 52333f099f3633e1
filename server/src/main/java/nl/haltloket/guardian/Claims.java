package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;

/** "Ik bel": one worker takes the call to a guardian, and every tablet shows whose it is. */
final class Claims {
    /** A call takes no longer before its outcome is written down; who forgets that does not block the others. */
    static final Duration HOLDS = Duration.ofMinutes(3);

    private final GuardianRepository guardians;
    private final ClaimRepository claims = new ClaimRepository();
    private final SubstituteRepository substitutes = new SubstituteRepository();
    private final ContactSteps steps;
    private final Clock clock;

    Claims(GuardianRepository guardians, ContactSteps steps, Clock clock) {
        this.guardians = guardians;
        this.steps = steps;
        this.clock = clock;
    }

    Future<ContactState> claim(Tx tx, UUID caseId, UUID guardianId, UUID workerId) {
        Instant now = clock.instant();
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> Corrections.inUse(found, caseId))
                .compose(guardian -> toDo(tx, guardian)
                        .compose(_ -> claims.find(tx, guardianId, now))
                        .compose(held -> {
                            held.filter(one -> !one.workerId().equals(workerId)).ifPresent(Claims::refuse);
                            return claims.save(tx, guardianId, workerId, now, now.plus(HOLDS));
                        })
                        .compose(_ -> steps.tellBoard(tx))
                        .map(_ -> guardian.state()));
    }

    private static void refuse(ClaimRepository.Held held) {
        throw Refusal.conflict(
                "guardian.claimed", held.claim().by() + " belt deze ouder al. Vraag het even, of wacht drie minuten.");
    }

    /** Of a guardian who must not be contacted the task is the substitute. */
    private Future<Void> toDo(Tx tx, GuardianRepository.Stored guardian) {
        return switch (guardian.state()) {
            case REACHED -> throw done();
            case DO_NOT_CONTACT ->
                substitutes.find(tx, guardian.id()).map(found -> {
                    if (found.isPresent() && found.get().spokenAt() != null) {
                        throw done();
                    }
                    return null;
                });
            default -> Future.succeededFuture();
        };
    }

    private static Refusal done() {
        return Refusal.conflict("guardian.no-call-due", "Hier hoeft niemand meer voor te bellen.");
    }
}
