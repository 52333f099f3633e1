package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Authenticator;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Workers signing in on devices, and the tokens that devices renew with their own key. */
public final class SessionService implements Authenticator {
    /** A shift; after it the worker signs in again. */
    private static final Duration SESSION_LIFE = Duration.ofHours(12);

    private final Vertx vertx;
    private final Database database;
    private final DeviceRepository devices;
    private final WorkerRepository workers;
    private final Tokens tokens;
    private final Challenges challenges;
    private final ChallengeRepository challengeUses = new ChallengeRepository();
    private final Passwords passwords;
    private final UUID eventId;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Attempts attempts;

    SessionService(IdentityContext context, DeviceRepository devices, WorkerRepository workers) {
        this.vertx = context.vertx();
        this.database = context.database();
        this.devices = devices;
        this.workers = workers;
        this.eventId = context.eventId();
        this.clock = context.clock();
        this.ids = context.ids();
        this.tokens = new Tokens(vertx, context.keys(), eventId, clock);
        this.challenges = new Challenges(context.keys(), clock, context.random());
        this.passwords = new Passwords(context.random());
        this.attempts = new Attempts(clock, 5, Duration.ofMinutes(1));
    }

    /** Adds a worker of the event, or gives one another password. */
    public Future<Void> seed(WorkerSeed seed, String password) {
        return vertx.executeBlocking(() -> passwords.hash(password), false)
                .compose(hash -> database.inTransaction(tx -> workers.seed(tx, ids.get(), eventId, seed, hash)));
    }

    @Override
    public Future<Caller> authenticate(String accessToken) {
        return tokens.read(accessToken).compose(claims -> database.inTransaction(tx -> caller(tx, claims)));
    }

    @Override
    public Future<Void> stillWelcome(Caller caller) {
        return database.inTransaction(tx -> known(tx, caller.deviceId())).mapEmpty();
    }

    private Future<Caller> caller(Tx tx, Tokens.Claims claims) {
        return known(tx, claims.deviceId())
                .compose(device -> claims.sessionId() == null
                        ? Future.succeededFuture(caller(device, null))
                        : openSession(tx, device)
                                .map(session -> session.filter(open -> open.id().equals(claims.sessionId()))
                                        .orElseThrow(() -> Refusal.notKnown(
                                                "session.ended",
                                                "U bent op dit toestel afgemeld. Meld u opnieuw aan.")))
                                .map(session -> caller(device, session)));
    }

    private Caller caller(Device device, WorkerRepository.@Nullable Session session) {
        return new Caller(
                device.id(), eventId, device.profile(), session == null ? null : session.worker(), device.referrerId());
    }

    /** Signs a worker in on the caller's device; whoever was signed in there is signed out. */
    public Future<AccessToken> signIn(Caller caller, String login, String password) {
        Instant now = clock.instant();
        return worker(login, password, caller.deviceId().toString())
                .compose(worker -> database.inTransaction(tx -> workers.endSessions(tx, caller.deviceId(), now)
                        .compose(_ -> workers.startSession(tx, ids.get(), caller.deviceId(), worker.id(), now))
                        .compose(_ -> token(tx, caller.deviceId()))));
    }

    /** Signs out; the device goes on without a worker. */
    public Future<AccessToken> signOut(Caller caller) {
        return database.inTransaction(tx ->
                workers.endSessions(tx, caller.deviceId(), clock.instant()).compose(_ -> token(tx, caller.deviceId())));
    }

    /** Something for the device to sign; refused when it is unknown or revoked. */
    public Future<String> challenge(UUID deviceId) {
        return database.inTransaction(tx -> known(tx, deviceId)).map(_ -> challenges.create(deviceId));
    }

    /** A fresh token for a device that signed its challenge; each challenge gives one token. */
    public Future<AccessToken> renew(UUID deviceId, String challenge, String signature) {
        byte[] nonce = challenges.nonce(deviceId, challenge);
        byte[] message = ("halt-loket/token/1|" + deviceId + "|" + challenge).getBytes(StandardCharsets.UTF_8);
        byte[] signed = decode(signature);
        return database.inTransaction(tx -> known(tx, deviceId).compose(device -> {
            if (!verified(device, message, signed)) {
                throw wrongSignature();
            }
            return use(tx, nonce).compose(_ -> token(tx, deviceId));
        }));
    }

    private Future<Void> use(Tx tx, byte[] nonce) {
        return challengeUses
                .use(tx, nonce, clock.instant())
                .compose(fresh -> fresh
                        ? Future.succeededFuture()
                        : Future.failedFuture(Refusal.notKnown(
                                "challenge.used", "Deze opgave is al gebruikt. Probeer het opnieuw.")));
    }

    /** The device, also when it is revoked. */
    public Future<Optional<Device>> device(Tx tx, UUID deviceId) {
        return devices.find(tx, deviceId);
    }

    /** The device, unless it is unknown or revoked. */
    public Future<Device> known(Tx tx, UUID deviceId) {
        return devices.find(tx, deviceId).map(found -> {
            Device device = found.orElseThrow(
                    () -> Refusal.notKnown("device.unknown", "Dit toestel is niet aangemeld bij dit loket."));
            if (device.revoked()) {
                throw Refusal.notKnown("device.revoked", "Dit toestel is ingetrokken. Vraag de coördinator.");
            }
            return device;
        });
    }

    AccessToken tokenWithoutWorker(Device device) {
        return tokens.issue(device, null);
    }

    /**
     * The worker with this password; slowed down after five failures in a minute from one place, so that a guesser does
     * not lock the worker out elsewhere.
     */
    Future<Caller.Worker> worker(String login, String password, String from) {
        String key = login + "@" + from;
        attempts.begin(key);
        return database.inTransaction(tx -> workers.find(tx, eventId, login))
                .compose(found -> vertx.executeBlocking(() -> matching(found, password)))
                .map(worker -> {
                    if (worker.isEmpty()) {
                        throw Refusal.notAllowed("session.wrong-password", "Naam of wachtwoord klopt niet.");
                    }
                    attempts.succeeded(key);
                    return worker.get();
                });
    }

    /** Takes equally long for a name that does not exist. */
    private Optional<Caller.Worker> matching(Optional<WorkerRepository.Account> found, String password) {
        String hash = found.map(WorkerRepository.Account::passwordHash).orElse(Passwords.NOBODYS);
        boolean matches = passwords.matches(password, hash);
        return found.filter(_ -> matches).map(WorkerRepository.Account::worker);
    }

    private Future<AccessToken> token(Tx tx, UUID deviceId) {
        return known(tx, deviceId)
                .compose(device -> openSession(tx, device).map(session -> tokens.issue(device, session.orElse(null))));
    }

    private Future<Optional<WorkerRepository.Session>> openSession(Tx tx, Device device) {
        return workers.openSession(tx, device.id(), clock.instant().minus(SESSION_LIFE));
    }

    private static byte[] decode(String signature) {
        try {
            return Base64.getUrlDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            throw wrongSignature();
        }
    }

    private static Refusal wrongSignature() {
        return Refusal.notKnown("challenge.signature", "De handtekening van dit toestel klopt niet.");
    }

    private static boolean verified(Device device, byte[] message, byte[] signature) {
        try {
            return P256.verify(P256.publicKey(device.publicKey()), message, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stored device key is not usable", e);
        }
    }
}
