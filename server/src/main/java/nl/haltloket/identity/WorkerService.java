package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.audit.Audit;
import nl.haltloket.crypto.CheckedCode;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** What a coordinator does for, or against, a worker: another password, or the door shut. Sessions end at once. */
public final class WorkerService {
    private static final CheckedCode PASSWORD = new CheckedCode(10);
    private static final String MACHINE = "machine";

    private final Vertx vertx;
    private final Database database;
    private final WorkerRepository workers = new WorkerRepository();
    private final SessionRepository sessions = new SessionRepository();
    private final Passwords passwords;
    private final AccessLog log;
    private final UUID eventId;
    private final Clock clock;
    private final SecureRandom random;

    /** Needs no keys, so that the machine itself can do it too. */
    public WorkerService(Vertx vertx, Database database, UUID eventId, Clock clock, SecureRandom random) {
        this.vertx = vertx;
        this.database = database;
        this.passwords = new Passwords(random);
        this.log = new AccessLog(new Audit(clock), eventId);
        this.eventId = eventId;
        this.clock = clock;
        this.random = random;
    }

    /** A password that is told once, and that lets its worker choose one of their own. */
    public record OneTimePassword(String login, String password) {}

    /** Everybody who works here, by name. */
    Future<List<WorkerRepository.Account>> list() {
        return database.inTransaction(tx -> workers.list(tx, eventId));
    }

    /** Gives a worker who forgot it another password. */
    public Future<OneTimePassword> givePassword(UUID workerId, Caller by) {
        refuseSelf(workerId, by);
        return withPassword((tx, fresh) -> workers.get(tx, eventId, workerId)
                .map(found -> found.orElseThrow(WorkerService::unknown))
                .compose(account -> give(tx, account, fresh, by.auditName())));
    }

    /** As {@link #givePassword}, by somebody at the machine itself: for a coordinator with no other coordinator. */
    public Future<OneTimePassword> givePasswordAtMachine(String login) {
        return withPassword((tx, fresh) -> workers.find(tx, eventId, login)
                .map(found -> found.orElseThrow(WorkerService::unknown))
                .compose(account -> give(tx, account, fresh, MACHINE)));
    }

    /** Sends a worker away; the door opens again with {@link #admit}. */
    public Future<Void> block(UUID workerId, Caller by) {
        refuseSelf(workerId, by);
        return change(workerId, tx -> workers.setBlocked(tx, workerId, clock.instant())
                .compose(_ -> endSessions(tx, workerId))
                .compose(_ -> log.changed(tx, workerId, by.auditName(), "blocked")));
    }

    /** Lets a worker in again. */
    public Future<Void> admit(UUID workerId, Caller by) {
        return change(workerId, tx -> workers.setBlocked(tx, workerId, null)
                .compose(_ -> log.changed(tx, workerId, by.auditName(), "admitted")));
    }

    private interface Work<A, T> {
        Future<T> on(Tx tx, A more);
    }

    private record Fresh(String password, String hash) {}

    private Future<OneTimePassword> withPassword(Work<Fresh, OneTimePassword> work) {
        String password = PASSWORD.generate(random).toLowerCase(Locale.ROOT);
        return vertx.executeBlocking(() -> new Fresh(password, passwords.hash(password)), false)
                .compose(fresh -> database.inTransaction(tx -> work.on(tx, fresh)));
    }

    private Future<OneTimePassword> give(Tx tx, WorkerRepository.Account account, Fresh fresh, String actor) {
        UUID id = account.worker().id();
        return workers.setOneTimePassword(tx, id, fresh.hash())
                .compose(_ -> endSessions(tx, id))
                .compose(_ -> log.changed(tx, id, actor, "one-time password"))
                .map(_ -> new OneTimePassword(account.login(), fresh.password()));
    }

    private Future<Void> change(UUID workerId, Function<Tx, Future<Void>> work) {
        return database.inTransaction(tx -> workers.get(tx, eventId, workerId)
                .compose(found -> found.isPresent() ? work.apply(tx) : Future.failedFuture(unknown())));
    }

    /** Their screens hear it and close. */
    private Future<Void> endSessions(Tx tx, UUID workerId) {
        return sessions.endEverywhere(tx, workerId, clock.instant()).compose(devices -> Future.all(devices.stream()
                        .map(device -> tx.signal(SessionService.TOPIC, device.toString()))
                        .toList())
                .mapEmpty());
    }

    private static void refuseSelf(UUID workerId, Caller by) {
        if (by.requireWorker().id().equals(workerId)) {
            throw Refusal.conflict("worker.self", "Dit bent u zelf. Vraag het een andere coördinator.");
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("worker.unknown", "Deze medewerker is er niet.");
    }
}
