package nl.haltloket.opening;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.keys.KeyStore;
import nl.haltloket.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the desk with the passphrase, one try at a time. A wrong try and the opening stand in the audit, which needs no
 * key.
 */
public final class Opening {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);
    private static final String PURPOSE = "openen van het loket";
    private static final long BUSY_SECONDS = 1;

    private final Vertx vertx;
    private final KeyStore store;
    private final Database database;
    private final Audit audit;
    private final UUID eventId;
    private final Function<EventKeys, Future<Void>> whenOpened;
    private final WrongTries wrong;
    private boolean locked;
    private boolean busy;

    /** @param whenOpened starts the desk with its keys; the desk is open when that is done */
    public Opening(
            Vertx vertx,
            KeyStore store,
            Database database,
            Audit audit,
            UUID eventId,
            Clock clock,
            Function<EventKeys, Future<Void>> whenOpened) {
        this.vertx = vertx;
        this.store = store;
        this.database = database;
        this.audit = audit;
        this.eventId = eventId;
        this.whenOpened = whenOpened;
        this.wrong = new WrongTries(clock);
    }

    /**
     * How the desk is.
     *
     * @param waitSeconds until the next try is looked at; 0 for now
     */
    public record State(boolean locked, long waitSeconds) {}

    /** How the desk is now. */
    public synchronized State state() {
        return locked ? new State(true, wrong.waitSeconds()) : new State(false, 0);
    }

    /** From now on a passphrase is needed. */
    public synchronized void lock() {
        locked = true;
    }

    /** Opens; refused when the passphrase is wrong, and when it is too early for another try. */
    public Future<State> open(String passphrase) {
        if (!begin()) {
            return Future.succeededFuture(state());
        }
        return vertx.executeBlocking(() -> store.open(passphrase), false)
                .compose(this::judge)
                .onComplete(_ -> end())
                .map(_ -> state());
    }

    /** False when there is nothing to open. */
    private synchronized boolean begin() {
        if (!locked) {
            return false;
        }
        if (busy) {
            throw Refusal.tooMany("opening.busy", "Er wordt al een wachtzin nagekeken. Wacht even.", BUSY_SECONDS);
        }
        long seconds = wrong.waitSeconds();
        if (seconds > 0) {
            throw Refusal.tooMany(
                    "opening.wait",
                    "Te vaak een verkeerde wachtzin. Wacht nog %s."
                            .formatted(seconds == 1 ? "1 seconde" : seconds + " seconden"),
                    seconds);
        }
        busy = true;
        return true;
    }

    private synchronized void end() {
        busy = false;
    }

    private Future<Void> judge(Optional<KeyStore.Opened> opened) {
        return opened.isEmpty() ? refuse() : enter(opened.get());
    }

    private Future<Void> refuse() {
        int count = countWrong();
        LOG.warn("A wrong passphrase was given, number {} since the start", count);
        return record(AuditAction.DENIED, "wrong-passphrase:" + count)
                .onFailure(e -> LOG.error("A wrong passphrase could not be put in the audit", e))
                .otherwiseEmpty()
                .compose(_ -> Future.failedFuture(Refusal.notAllowed(
                        "opening.wrong-passphrase", "Deze wachtzin klopt niet. Kijk hem woord voor woord na.")));
    }

    private synchronized int countWrong() {
        wrong.add();
        return wrong.count();
    }

    private Future<Void> enter(KeyStore.Opened opened) {
        String facts = "opened;wrapped-by:%s;wrong:%d".formatted(opened.wrappedBy(), tries());
        return record(AuditAction.CHANGE, facts)
                .compose(_ -> whenOpened.apply(opened.keys()))
                .onSuccess(_ -> unlock());
    }

    private synchronized int tries() {
        return wrong.count();
    }

    private synchronized void unlock() {
        locked = false;
    }

    private Future<Void> record(AuditAction action, String facts) {
        AuditEntry entry = new AuditEntry(eventId, action, "loket", "system", PURPOSE, AuditEntry.SECURITY, facts);
        return database.inTransaction(tx -> audit.record(tx, entry)).mapEmpty();
    }
}
