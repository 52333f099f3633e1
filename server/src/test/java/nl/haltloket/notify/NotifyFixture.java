package nl.haltloket.notify;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import nl.haltloket.config.Secret;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.testing.SettableClock;
import nl.haltloket.testing.TestDatabase;

/** An outbox on a real database, with one case and a listener that remembers. */
final class NotifyFixture implements AutoCloseable {
    static final String NUMBER = "+31612345678";
    static final String TEXT = "Halt: uw kind is bij ons op het Halt-loket en is veilig. Bel 030 123 4567.";
    static final String KEY = "guardian/1";

    final SettableClock clock;
    final Vertx vertx = Vertx.vertx();
    final TestDatabase testDatabase = new TestDatabase(vertx);
    final Database database = testDatabase.database();
    final List<MessageState> told = new CopyOnWriteArrayList<>();
    final UUID caseId = UUID.randomUUID();
    final EventKeys eventKeys;
    final CaseKeys caseKeys;
    final Outbox outbox;
    private final Map<MessageState, Promise<Void>> toldOnce = new ConcurrentHashMap<>();

    NotifyFixture(Path directory) {
        this(directory, Instant.parse("2026-11-22T20:00:00Z"));
    }

    NotifyFixture(Path directory, Instant start) {
        clock = new SettableClock(start);
        SecureRandom random = new SecureRandom();
        eventKeys = EventKeys.readOrGenerate(directory.resolve("event.json"), random);
        caseKeys = new CaseKeys(eventKeys, random);
        outbox = new Outbox(caseKeys, eventKeys, clock);
        await(database.inTransaction(tx -> caseKeys.create(tx, caseId, Future::succeededFuture)));
    }

    OutboxWorker worker(SmsGateway gateway, String node) {
        return worker(List.of(gateway), node);
    }

    OutboxWorker worker(List<SmsGateway> gateways, String node) {
        OutboxWorker.Parts parts = new OutboxWorker.Parts(caseKeys, eventKeys, this::listen, () -> 0);
        GatewaySet set = new GatewaySet(vertx, gateways, clock);
        return new OutboxWorker(vertx, new Database(testDatabase.newPool()), set, parts, clock, node);
    }

    /** A provider on this machine, as the peer of the tests is. */
    static SmppConfig smpp(String name, int port) {
        return new SmppConfig(name, "127.0.0.1", port, Optional.empty(), "halt", new Secret("geheim"), "Halt", 10);
    }

    Message message() {
        return message(TEXT, 0, Duration.ofHours(2));
    }

    Message message(String text, int priority, Duration validFor) {
        return message(NUMBER, text, priority, validFor);
    }

    /** To this number; all others go to one and the same, so one after the other. */
    Message message(String number, String text, int priority, Duration validFor) {
        return new Message(
                UUID.randomUUID(),
                caseId,
                KEY,
                number,
                text,
                priority,
                clock.instant().plus(validFor));
    }

    @CanIgnoreReturnValue
    UUID enqueue() {
        return enqueue(message());
    }

    @CanIgnoreReturnValue
    UUID enqueue(Message message) {
        await(database.inTransaction(tx -> outbox.enqueue(tx, message)));
        return message.id();
    }

    /** One to a number of its own. */
    @CanIgnoreReturnValue
    UUID enqueueTo(int number) {
        return enqueue(message("+316%08d".formatted(number), TEXT, 0, Duration.ofHours(2)));
    }

    List<Attempt> attempts() {
        return await(database.inTransaction(
                        tx -> caseKeys.open(tx, caseId).compose(cipher -> outbox.left(tx, cipher, KEY))))
                .stream()
                .flatMap(text -> text.attempts().stream())
                .sorted(Comparator.comparing(Attempt::at).thenComparingInt(Attempt::number))
                .toList();
    }

    Row row(UUID id) {
        return await(testDatabase
                        .pool()
                        .preparedQuery("SELECT * FROM outbox WHERE id = $1")
                        .execute(Tuple.of(id)))
                .iterator()
                .next();
    }

    MessageState state(UUID id) {
        return MessageState.valueOf(row(id).getString("state"));
    }

    long count(String table) {
        return await(testDatabase.pool().query("SELECT count(*) FROM " + table).execute())
                .iterator()
                .next()
                .getLong(0);
    }

    /** Comes when the listener first hears of this state and the change is kept or about to be. */
    Future<Void> told(MessageState state) {
        return promise(state).future();
    }

    @CanIgnoreReturnValue
    static <T> T await(Future<T> future) {
        try {
            return future.await(10, SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen in time", e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private Future<Void> listen(Tx tx, String callbackKey, MessageState state, Instant at) {
        if (!KEY.equals(callbackKey)) {
            return Future.failedFuture("Another key than ours");
        }
        told.add(state);
        promise(state).tryComplete();
        return Future.succeededFuture();
    }

    private Promise<Void> promise(MessageState state) {
        return toldOnce.computeIfAbsent(state, key -> Promise.promise());
    }
}
