package nl.haltloket.opening;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
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
    private static final int ADDRESSES_MAX = 1000;

    private final Vertx vertx;
    private final KeyStore store;
    private final Database database;
    private final Audit audit;
    private final UUID eventId;
    private final Function<EventKeys, Future<Void>> whenOpened;
    private final Clock clock;

    /** By address, so that a stranger who guesses does not keep out who knows; the one silent longest is forgotten. */
    private final Map<String, WrongTries> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WrongTries> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    private boolean locked;
    private boolean busy;
    private int count;

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
        this.clock = clock;
    }

    /**
     * How the desk is.
     *
     * @param waitSeconds until the next try is looked at; 0 for now
     */
    public record State(boolean locked, long waitSeconds) {}

    /** How the desk is now for whoever asks from this address. */
    public synchronized State state(String address) {
        return locked ? new State(true, triesFrom(address).waitSeconds()) : new State(false, 0);
    }

    private WrongTries triesFrom(String address) {
        return wrong.computeIfAbsent(address, _ -> new WrongTries(clock));
    }

    /** From now on a passphrase is needed. */
    public synchronized void lock() {
        locked = true;
    }

    /** Opens; refused when the passphrase is wrong, and when it is too early for another try. */
    public Future<State> open(String passphrase, String address) {
        if (!begin(address)) {
            return Future.succeededFuture(state(address));
        }
        return vertx.executeBlocking(() -> store.open(passphrase), false)
                .compose(opened -> judge(opened, address))
                .onComplete(_ -> end())
                .map(_ -> state(address));
    }

    /** False when there is nothing to open. */
    private synchronized boolean begin(String address) {
        if (!locked) {
            return false;
        }
        if (busy) {
            throw Refusal.tooMany("opening.busy", "Er wordt al een wachtzin nagekeken. Wacht even.", BUSY_SECONDS);
        }
        long seconds = triesFrom(address).waitSeconds();
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

    private Future<Void> judge(Optional<KeyStore.Opened> opened, String address) {
        return opened.isEmpty() ? refuse(address) : enter(opened.get());
    }

    private Future<Void> refuse(String address) {
        int number = countWrong(address);
        LOG.warn("A wrong passphrase was given, number {} since the start", number);
        return record(AuditAction.DENIED, "wrong-passphrase:" + number)
                .onFailure(e -> LOG.error("A wrong passphrase could not be put in the audit", e))
                .otherwiseEmpty()
                .compose(_ -> Future.failedFuture(Refusal.notAllowed(
                        "opening.wrong-passphrase", "Deze wachtzin klopt niet. Kijk hem woord voor woord na.")));
    }

    private synchronized int countWrong(String address) {
        triesFrom(address).add();
        count++;
        return count;
    }

    private Future<Void> enter(KeyStore.Opened opened) {
        String facts = "opened;wrapped-by:%s;wrong:%d".formatted(opened.wrappedBy(), tries());
        return record(AuditAction.CHANGE, facts)
                .compose(_ -> whenOpened.apply(opened.keys()))
                .onSuccess(_ -> unlock());
    }

    private synchronized int tries() {
        return count;
    }

    private synchronized void unlock() {
        locked = false;
    }

    private Future<Void> record(AuditAction action, String facts) {
        AuditEntry entry = new AuditEntry(eventId, action, "loket", "system", PURPOSE, AuditEntry.SECURITY, facts);
        return database.inTransaction(tx -> audit.record(tx, entry)).mapEmpty();
    }
}
