package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A shared tablet in a shift: several workers are signed in, one works, the others come back by PIN. What a locked
 * session could do, nobody can until then.
 */
public final class ShiftService {
    private static final int PASSWORD_MIN = 10;

    private final Vertx vertx;
    private final Database database;
    private final SessionService service;
    private final SessionRepository sessions;
    private final WorkerRepository workers;
    private final JuvenileScreenRepository juvenileScreens;
    private final Passwords passwords;
    private final AccessLog log;
    private final UUID eventId;
    private final Clock clock;

    ShiftService(
            IdentityContext context,
            SessionService service,
            SessionRepository sessions,
            WorkerRepository workers,
            JuvenileScreenRepository juvenileScreens) {
        this.juvenileScreens = juvenileScreens;
        this.vertx = context.vertx();
        this.database = context.database();
        this.service = service;
        this.sessions = sessions;
        this.workers = workers;
        this.passwords = new Passwords(context.random());
        this.log = new AccessLog(context.audit(), context.eventId());
        this.eventId = context.eventId();
        this.clock = context.clock();
    }

    /** Who is signed in on this device, by name. */
    Future<List<Session>> here(UUID deviceId) {
        return database.inTransaction(tx -> service.known(tx, deviceId).compose(_ -> service.signedIn(tx, deviceId)));
    }

    /** Closes the screen: its worker stays signed in, and opens it again by PIN. */
    public Future<AccessToken> lock(Caller caller) {
        UUID deviceId = caller.deviceId();
        return database.inTransaction(tx -> sessions.hold(tx, deviceId)
                .compose(_ -> sessions.lock(tx, deviceId, clock.instant()))
                .compose(worker -> worker.isPresent()
                        ? service.changed(tx, deviceId, worker.get(), "locked")
                        : Future.succeededFuture())
                .compose(_ -> service.token(tx, deviceId)));
    }

    /**
     * Gives the tablet to the juvenile of a case: its worker is locked out, and it can do nothing but what is meant for
     * that juvenile, until a worker opens it again.
     */
    public Future<AccessToken> giveToJuvenile(Tx tx, UUID caseId, Caller caller) {
        UUID deviceId = caller.deviceId();
        UUID workerId = caller.requireWorker().id();
        Instant now = clock.instant();
        return sessions.hold(tx, deviceId)
                .compose(_ -> sessions.lock(tx, deviceId, now))
                .compose(_ -> juvenileScreens.give(tx, deviceId, caseId, workerId, now))
                .compose(_ -> service.changed(tx, deviceId, workerId, "gave the screen to the juvenile of " + caseId))
                .compose(_ -> service.token(tx, deviceId));
    }

    /**
     * Gives the screen to the worker of this session; refused when the PIN is wrong, and once it was wrong five times
     * until the worker signs in by password.
     */
    public Future<AccessToken> unlock(Caller caller, UUID sessionId, String pin) {
        UUID deviceId = caller.deviceId();
        Instant since = clock.instant().minus(SessionService.SESSION_LIFE);
        return database.inTransaction(tx -> sessions.tryPin(tx, sessionId, deviceId, since))
                .map(found -> found.orElseThrow(ShiftService::passwordNeeded))
                .compose(one -> vertx.executeBlocking(() -> passwords.matches(pin, one.pinHash()), false)
                        .compose(right ->
                                right ? open(deviceId, sessionId, one.worker().id()) : refuse(deviceId, one)));
    }

    private Future<AccessToken> open(UUID deviceId, UUID sessionId, UUID workerId) {
        return database.inTransaction(tx -> sessions.hold(tx, deviceId)
                .compose(_ -> sessions.lock(tx, deviceId, clock.instant()))
                .compose(_ -> juvenileScreens.takeBack(tx, deviceId))
                .compose(_ -> sessions.unlock(tx, sessionId))
                .compose(done -> done
                        ? service.changed(tx, deviceId, workerId, "unlocked")
                        : Future.failedFuture(passwordNeeded()))
                .compose(_ -> service.token(tx, deviceId)));
    }

    private Future<AccessToken> refuse(UUID deviceId, SessionRepository.PinTry wrong) {
        int left = SessionRepository.PIN_TRIES - wrong.failures();
        UUID workerId = wrong.worker().id();
        return database.inTransaction(tx -> log.denied(tx, workerId, "device:" + deviceId, "wrong pin")
                        .compose(_ -> tx.signal(SessionService.TOPIC, deviceId.toString())))
                .compose(_ -> Future.failedFuture(left == 0 ? passwordNeeded() : wrongPin(left)));
    }

    /** The worker chooses what only they know; refused when it is not the moment, or too easy. */
    public Future<AccessToken> choose(Caller caller, @Nullable String password, @Nullable String pin) {
        UUID deviceId = caller.deviceId();
        if (pin != null) {
            Pins.check(pin);
        }
        return database.inTransaction(tx -> account(tx, deviceId))
                .compose(account -> vertx.executeBlocking(() -> hashed(account, password, pin), false)
                        .compose(hashes -> database.inTransaction(tx -> keep(tx, deviceId, account, hashes))));
    }

    private Future<WorkerRepository.Account> account(Tx tx, UUID deviceId) {
        return service.working(tx, deviceId)
                .map(session -> session.orElseThrow(ShiftService::nobody))
                .compose(session -> workers.get(tx, eventId, session.worker().id()))
                .map(account -> account.orElseThrow(ShiftService::nobody));
    }

    private record Hashes(
            @Nullable String password, @Nullable String pin) {}

    private Hashes hashed(WorkerRepository.Account account, @Nullable String password, @Nullable String pin) {
        if (account.passwordOneTime() != (password != null)) {
            throw account.passwordOneTime()
                    ? Refusal.invalid("password.missing", "Kies eerst een eigen wachtwoord.")
                    : Refusal.conflict("password.not-now", "Een ander wachtwoord krijgt u van de coördinator.");
        }
        if (pin != null && account.pinHash() != null) {
            throw Refusal.conflict("pin.chosen", "U hebt al een pincode.");
        }
        if (password != null) {
            checkPassword(account, password);
        }
        return new Hashes(password == null ? null : passwords.hash(password), pin == null ? null : passwords.hash(pin));
    }

    private void checkPassword(WorkerRepository.Account account, String password) {
        if (password.length() < PASSWORD_MIN) {
            throw Refusal.invalid("password.short", "Een wachtwoord heeft ten minste 10 tekens.");
        }
        boolean own = password.toLowerCase(Locale.ROOT).contains(account.login().toLowerCase(Locale.ROOT));
        if (own || password.chars().distinct().count() < 4 || passwords.matches(password, account.passwordHash())) {
            throw Refusal.invalid(
                    "password.easy", "Kies een ander wachtwoord: niet uw naam en niet het wachtwoord dat u kreeg.");
        }
    }

    private Future<AccessToken> keep(Tx tx, UUID deviceId, WorkerRepository.Account account, Hashes hashes) {
        UUID id = account.worker().id();
        Future<Void> password =
                hashes.password() == null ? Future.succeededFuture() : workers.setPassword(tx, id, hashes.password());
        return password.compose(
                        _ -> hashes.pin() == null ? Future.succeededFuture() : workers.setPin(tx, id, hashes.pin()))
                .compose(_ -> service.changed(
                        tx,
                        deviceId,
                        id,
                        "chose" + (hashes.password() == null ? "" : " password")
                                + (hashes.pin() == null ? "" : " pin")))
                .compose(_ -> service.token(tx, deviceId));
    }

    private static Refusal passwordNeeded() {
        return Refusal.conflict("session.password-needed", "Meld u opnieuw aan met uw wachtwoord.");
    }

    private static Refusal wrongPin(int left) {
        String tries = left == 1 ? "Nog één keer" : "Nog %d keer".formatted(left);
        return Refusal.notAllowed("session.wrong-pin", "Deze pincode klopt niet. %s.".formatted(tries));
    }

    private static Refusal nobody() {
        return Refusal.notKnown("session.none", "Meld u eerst aan op dit toestel.");
    }
}
