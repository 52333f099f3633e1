package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.notify.MessageListener;
import nl.haltloket.notify.MessageState;
import nl.haltloket.notify.Outbox;

/** Tells guardians that the child is safe, and keeps what became of it until somebody spoke with them. */
public final class GuardianService implements MessageListener {
    private final GuardianRepository guardians = new GuardianRepository();
    private final Registration registration;
    private final Conversations conversations;
    private final ContactReports reports;

    /** @param bridgeExpiry after this time the first text would harm more than help */
    public GuardianService(
            CaseKeys caseKeys, Outbox outbox, Event event, Duration bridgeExpiry, Clock clock, Supplier<UUID> ids) {
        ContactSteps steps = new ContactSteps(guardians, event, ids);
        this.registration = new Registration(guardians, outbox, event, bridgeExpiry, clock, ids);
        this.conversations = new Conversations(guardians, steps, caseKeys, outbox, clock);
        this.reports = new ContactReports(guardians, steps);
    }

    /** Adds the guardians of a case that is being received, and queues their texts in the same transaction. */
    public Future<Void> add(Tx tx, UUID caseId, CaseCipher cipher, List<NewGuardian> all) {
        return registration.add(tx, caseId, cipher, all);
    }

    /** Records how a conversation went. */
    public Future<ContactState> record(Tx tx, UUID caseId, UUID guardianId, ContactOutcome outcome, UUID workerId) {
        return conversations.record(tx, caseId, guardianId, outcome, workerId);
    }

    @Override
    public Future<Void> messageChanged(Tx tx, String callbackKey, MessageState state, Instant at) {
        return reports.messageChanged(tx, callbackKey, state, at);
    }

    /** The guardians of a case, opened. */
    public Future<List<Guardian>> list(Tx tx, UUID caseId, CaseCipher cipher) {
        return guardians.list(tx, caseId).compose(all -> {
            List<Guardian> opened = new ArrayList<>();
            Future<Void> done = Future.succeededFuture();
            for (GuardianRepository.Stored guardian : all) {
                done = done.compose(_ -> guardians.steps(tx, guardian.id()))
                        .map(steps -> opened.add(SealedGuardian.toGuardian(cipher, guardian, steps)))
                        .mapEmpty();
            }
            return done.map(_ -> List.copyOf(opened));
        });
    }
}
