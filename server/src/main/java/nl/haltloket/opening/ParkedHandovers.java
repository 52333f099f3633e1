package nl.haltloket.opening;

import io.vertx.core.Future;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;

/**
 * Keeps sealed handovers while the desk is locked. Nobody can be recognised then, so size, number and pace are all that
 * keeps out who means harm; whatever is refused here stays on the phone, which tries again by itself.
 */
public final class ParkedHandovers {
    /** As large as a sealed handover can be: one QR code of version 22. */
    private static final int BYTES_MAX = 750;

    private static final int KEPT_MAX = 500;
    private static final int A_MINUTE_MAX = 60;
    private static final long RETRY_SECONDS = 60;

    private final Database database;
    private final UUID eventId;
    private final Clock clock;
    private final AddressLimit limit;
    private final ParkedHandoverRepository repository = new ParkedHandoverRepository();

    public ParkedHandovers(Database database, UUID eventId, Clock clock) {
        this.database = database;
        this.eventId = eventId;
        this.clock = clock;
        this.limit = new AddressLimit(clock, A_MINUTE_MAX);
    }

    /** Keeps these bytes, once; done when they are on disk. */
    Future<Void> park(byte[] sealed, String address) {
        if (!limit.admits(address)) {
            throw Refusal.tooMany("handover.pace", "Te veel overdrachten na elkaar. Wacht even.", RETRY_SECONDS);
        }
        if (sealed.length == 0 || sealed.length > BYTES_MAX) {
            throw Refusal.invalid("handover.too-large", "Deze overdracht is te groot of leeg.");
        }
        byte[] hash = sha256(sealed);
        return database.inTransaction(tx -> repository
                .isKept(tx, eventId, hash)
                .compose(kept -> kept ? Future.succeededFuture() : keep(tx, sealed, hash)));
    }

    /** What was kept and then refused, newest first; the row stays until the event is closed. */
    Future<List<ParkedHandoverRepository.Refused>> refused() {
        return database.inTransaction(tx -> repository.refused(tx, eventId));
    }

    private Future<Void> keep(Tx tx, byte[] sealed, byte[] hash) {
        return repository.count(tx, eventId).compose(kept -> {
            if (kept >= KEPT_MAX) {
                throw Refusal.unavailable(
                        "handover.parked-full", "Het loket is op slot en kan nu niets meer bewaren.", RETRY_SECONDS);
            }
            return repository.insert(tx, eventId, sealed, hash, clock.instant());
        });
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
