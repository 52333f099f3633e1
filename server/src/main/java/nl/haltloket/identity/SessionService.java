package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Authenticator;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** Workers signing in on devices, and the tokens that devices renew with their own key. */
public final class SessionService implements Authenticator {
    /** Signalled, with a device's id as key, when somebody signs in or out there or is sent away. */
    public static final String TOPIC = "session";

    /** A shift; after it the worker signs in again. */
    static final Duration SESSION_LIFE = Duration.ofHours(12);

    private final Vertx vertx;
    private final Database database;
    private final DeviceRepository devices;
    private final WorkerRepository workers;
    private final SessionRepository sessions;
    private final JuvenileScreenRepository juvenileScreens;
    private final AccessLog log;
    private final Tokens tokens;
    private final Challenges challenges;
    private final ChallengeRepository challengeUses = new ChallengeRepository();
    private final Passwords passwords;
    private final UUID eventId;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Attempts attempts;

    SessionService(
            IdentityContext context,
            DeviceRepository devices,
            WorkerRepository workers,
            SessionRepository sessions,
            JuvenileScreenRepository juvenileScreens) {
        this.vertx = context.vertx();
        this.sessions = sessions;
        this.juvenileScreens = juvenileScreens;
        this.log = new AccessLog(context.audit(), context.eventId());
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
        return tokens.read(accessToken).compose(claims -> database.look(tx -> caller(tx, claims)));
    }

    @Override
    public Future<Void> stillWelcome(Caller caller) {
        return database.inTransaction(tx -> known(tx, caller.deviceId())
                        .compose(device -> caller.isJuvenile()
                                ? Future.succeededFuture(Optional.<JuvenileScreen>empty())
                                : juvenileScreen(tx, device))
                        .map(SessionService::notWithJuvenile))
                .mapEmpty();
    }

    private Future<Caller> caller(Tx tx, Tokens.Claims claims) {
        return known(tx, claims.deviceId())
                .compose(device -> claims.sessionId() == null
                        ? juvenileScreen(tx, device).map(screen -> withoutWorker(device, claims, screen))
                        : signedIn(tx, device.id()).map(all -> caller(device, open(all, claims.sessionId()))));
    }

    /** A session is locked as long as a juvenile holds the tablet, so that only a token without one can meet this. */
    private Caller withoutWorker(Device device, Tokens.Claims claims, Optional<JuvenileScreen> held) {
        UUID caseId = held.map(JuvenileScreen::caseId).orElse(null);
        if (!Objects.equals(caseId, claims.juvenileCase())) {
            throw Refusal.notKnown("session.handed", "Deze tablet is net van hand gewisseld. Probeer het opnieuw.");
        }
        Caller.Worker givenBy = held.map(JuvenileScreen::givenBy).orElse(null);
        return new Caller(device.id(), eventId, device.profile(), givenBy, device.referrerId(), caseId);
    }

    private static Optional<JuvenileScreen> notWithJuvenile(Optional<JuvenileScreen> held) {
        if (held.isPresent()) {
            throw Refusal.notKnown("session.handed", "Deze tablet is net van hand gewisseld. Probeer het opnieuw.");
        }
        return held;
    }

    /** Only tablets are given away. */
    private Future<Optional<JuvenileScreen>> juvenileScreen(Tx tx, Device device) {
        return device.profile() == Profile.LOKET
                ? juvenileScreens.find(tx, device.id())
                : Future.succeededFuture(Optional.empty());
    }

    private static Session open(List<Session> all, @Nullable UUID id) {
        Session session = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.notKnown("session.ended", "U bent op dit toestel afgemeld. Meld u opnieuw aan."));
        if (session.locked()) {
            throw Refusal.notKnown("session.locked", "Dit scherm is gesloten. Open het met uw pincode.");
        }
        return session;
    }

    /** With a one-time password a worker can do nothing yet but choose a password. */
    private Caller caller(Device device, @Nullable Session session) {
        Caller.Worker worker = session == null || session.passwordOneTime() ? null : session.worker();
        return new Caller(device.id(), eventId, device.profile(), worker, device.referrerId(), null);
    }

    /** Signs a worker in on the caller's device; whoever worked there has to open the screen again by PIN. */
    public Future<AccessToken> signIn(Caller caller, String login, String password) {
        return worker(login, password, caller.deviceId().toString())
                .compose(worker -> database.inTransaction(tx -> sessions.hold(tx, caller.deviceId())
                        .compose(_ -> startAfresh(tx, caller.deviceId(), worker.id()))
                        .compose(_ -> changed(tx, caller.deviceId(), worker.id(), "signed in"))
                        .compose(_ -> token(tx, caller.deviceId()))));
    }

    /** A worker who had the PIN wrong too often chooses another one. */
    private Future<Void> startAfresh(Tx tx, UUID deviceId, UUID workerId) {
        Instant now = clock.instant();
        return sessions.endHere(tx, deviceId, workerId, now)
                .compose(forgotten -> forgotten ? workers.setPin(tx, workerId, null) : Future.succeededFuture())
                .compose(_ -> sessions.lock(tx, deviceId, now))
                .compose(_ -> juvenileScreens.takeBack(tx, deviceId))
                .compose(_ -> sessions.start(tx, ids.get(), deviceId, workerId, now));
    }

    /** Signs out who works on the device now; the device goes on without a worker. */
    public Future<AccessToken> signOut(Caller caller) {
        UUID deviceId = caller.deviceId();
        return database.inTransaction(tx -> sessions.hold(tx, deviceId)
                .compose(_ -> sessions.endOpen(tx, deviceId, clock.instant()))
                .compose(worker -> worker.isPresent()
                        ? changed(tx, deviceId, worker.get(), "signed out")
                        : Future.succeededFuture())
                .compose(_ -> token(tx, deviceId)));
    }

    /** Writes who did what on a device, and tells its screens. */
    Future<Void> changed(Tx tx, UUID deviceId, UUID workerId, String facts) {
        return log.changed(tx, workerId, AccessLog.actor(workerId, deviceId), facts)
                .compose(_ -> tx.signal(TOPIC, deviceId.toString()));
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
    public Future<Optional<Device>> device(UUID deviceId) {
        return database.look(tx -> devices.find(tx, deviceId));
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
                .map(found -> {
                    WorkerRepository.Account account = found.orElseThrow(
                            () -> Refusal.notAllowed("session.wrong-password", "Naam of wachtwoord klopt niet."));
                    attempts.succeeded(key);
                    if (account.blockedAt() != null) {
                        throw Refusal.notAllowed(
                                "worker.blocked", "U kunt zich nu niet aanmelden. Ga naar de coördinator.");
                    }
                    return account.worker();
                });
    }

    /** Takes equally long for a name that does not exist. */
    private Optional<WorkerRepository.Account> matching(Optional<WorkerRepository.Account> found, String password) {
        String hash = found.map(WorkerRepository.Account::passwordHash).orElse(Passwords.NOBODYS);
        boolean matches = passwords.matches(password, hash);
        return found.filter(_ -> matches);
    }

    /** A token of who works on this device now, or for the juvenile who holds it. */
    Future<AccessToken> token(Tx tx, UUID deviceId) {
        return known(tx, deviceId).compose(device -> juvenileScreen(tx, device)
                .compose(held -> held.isPresent()
                        ? Future.succeededFuture(
                                tokens.issueToJuvenile(device, held.get().caseId()))
                        : working(tx, deviceId).map(session -> tokens.issue(device, session.orElse(null)))));
    }

    /** Everybody who is signed in on a device and whose shift is not over. */
    Future<List<Session>> signedIn(Tx tx, UUID deviceId) {
        return sessions.list(tx, deviceId, clock.instant().minus(SESSION_LIFE));
    }

    /** Whose screen it is now. */
    Future<Optional<Session>> working(Tx tx, UUID deviceId) {
        return signedIn(tx, deviceId)
                .map(all -> all.stream().filter(session -> !session.locked()).findFirst());
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
