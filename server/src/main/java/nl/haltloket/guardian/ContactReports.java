package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.MessageState;

/** What became of the texts to guardians. */
final class ContactReports {
    private final GuardianRepository guardians;
    private final ContactSteps steps;

    ContactReports(GuardianRepository guardians, ContactSteps steps) {
        this.guardians = guardians;
        this.steps = steps;
    }

    Future<Void> messageChanged(Tx tx, String callbackKey, MessageState state, Instant at) {
        if (!callbackKey.startsWith(ContactSteps.CALLBACK)) {
            return Future.succeededFuture();
        }
        UUID id = UUID.fromString(callbackKey.substring(ContactSteps.CALLBACK.length()));
        return switch (state) {
            case ACCEPTED -> reported(tx, id, at, ContactState.SMS_ACCEPTED);
            case DELIVERED ->
                reported(tx, id, at, ContactState.SMS_ACCEPTED)
                        .compose(_ -> reported(tx, id, at, ContactState.SMS_DELIVERED));
            case FAILED, EXPIRED -> reported(tx, id, at, ContactState.SMS_FAILED);
            case QUEUED, CLAIMED, CANCELLED, IN_DOUBT -> Future.succeededFuture();
        };
    }

    /** A report that comes after somebody spoke with the guardian changes nothing. */
    private Future<Void> reported(Tx tx, UUID id, Instant at, ContactState next) {
        return guardians.findForChange(tx, id).compose(found -> found.filter(
                        guardian -> guardian.state().canBecome(next))
                .map(guardian -> steps.step(tx, guardian, at, next, guardian.callBefore(), null, null))
                .orElse(Future.succeededFuture()));
    }
}
