package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.handover.HandoverService;
import org.jspecify.annotations.Nullable;

/** Takes a guardian's contact one step on, keeps the step, and tells the board. */
final class ContactSteps {
    /** What the outbox calls a guardian's texts. */
    static final String CALLBACK = "guardian:";

    private final GuardianRepository guardians;
    private final Event event;
    private final Supplier<UUID> ids;

    ContactSteps(GuardianRepository guardians, Event event, Supplier<UUID> ids) {
        this.guardians = guardians;
        this.event = event;
        this.ids = ids;
    }

    /** Seals the details of a step, which are bound to the step's own id. */
    @FunctionalInterface
    interface Sealer {
        byte[] seal(UUID stepId);
    }

    Future<Void> step(
            Tx tx,
            GuardianRepository.Stored guardian,
            Instant at,
            ContactState next,
            @Nullable Instant callBefore,
            @Nullable UUID workerId,
            @Nullable Sealer sealer) {
        UUID stepId = ids.get();
        byte[] details = sealer == null ? null : sealer.seal(stepId);
        return guardians
                .change(tx, guardian.changed(next, at, callBefore))
                .compose(_ -> guardians.addStep(tx, stepId, guardian.id(), at, next, workerId, details))
                .compose(_ -> tellBoard(tx));
    }

    Future<Void> tellBoard(Tx tx) {
        return tx.signal(HandoverService.BOARD_TOPIC, event.id().toString());
    }
}
