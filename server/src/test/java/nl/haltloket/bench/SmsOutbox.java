package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.Message;
import nl.haltloket.notify.Outbox;
import nl.haltloket.testing.TestDatabase;

/** An outbox on a real database: one message for each of many cases, each to a number of its own. */
final class SmsOutbox implements AutoCloseable {
    private static final String TEXT = "Halt: uw kind is bij ons op het Halt-loket en is veilig. Wij bellen u zo.";
    private static final Duration VALID = Duration.ofHours(2);
    private static final int BATCH = 250;
    private static final int FIRST_NUMBER = 10_000_000;

    private static final String UNFINISHED =
            "SELECT count(*) FROM outbox WHERE state IN ('QUEUED', 'CLAIMED', 'IN_DOUBT')";
    private static final String ROWS = """
            SELECT o.id, o.state, o.possible_double, o.doubts, o.code,
                   (SELECT count(*) FROM message_attempt a WHERE a.message_id = o.id AND a.code = 'process-died') AS died
            FROM outbox o
            """;

    /**
     * What the outbox knows of a message in the end.
     *
     * @param doubts how often nobody knew whether it went
     * @param died how many of those because the sender died
     */
    record Known(String state, boolean possibleDouble, int doubts, int died) {}

    private final Vertx vertx = Vertx.vertx();
    private final TestDatabase database = new TestDatabase(vertx);
    private final Path keys;
    private final CaseKeys caseKeys;
    private final Outbox outbox;
    private final Map<UUID, String> numbers = new HashMap<>();

    /** With its keys in this directory. */
    SmsOutbox(Path directory) {
        SecureRandom random = new SecureRandom();
        this.keys = directory.resolve("event.json");
        EventKeys eventKeys = EventKeys.readOrGenerate(keys, random);
        this.caseKeys = new CaseKeys(eventKeys, random);
        this.outbox = new Outbox(caseKeys, eventKeys, Clock.systemUTC());
    }

    Path keys() {
        return keys;
    }

    /** Address of the database, with its user. */
    String place() {
        PgConnectOptions options = database.options();
        return "postgresql://%s@%s:%d/%s"
                .formatted(options.getUser(), options.getHost(), options.getPort(), options.getDatabase());
    }

    /** Leaves so many messages. */
    void fill(int count) {
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            int end = Math.min(count, from + BATCH);
            database.database().inTransaction(tx -> leave(tx, first, end)).await();
        }
    }

    private Future<Void> leave(Tx tx, int from, int end) {
        Future<Void> all = Future.succeededFuture();
        for (int index = from; index < end; index++) {
            Message message = message(index);
            all = all.compose(_ -> caseKeys.create(tx, message.caseId(), _ -> Future.succeededFuture()))
                    .compose(_ -> outbox.enqueue(tx, message));
        }
        return all;
    }

    private Message message(int index) {
        UUID id = UUID.randomUUID();
        String number = "316" + (FIRST_NUMBER + index);
        numbers.put(id, number);
        return new Message(
                id,
                UUID.randomUUID(),
                "meting/" + id,
                "+" + number,
                TEXT,
                0,
                Instant.now().plus(VALID));
    }

    /** How many have not ended. */
    long unfinished() {
        return query(UNFINISHED).iterator().next().getLong(0);
    }

    /** Of each number, without plus, what the outbox knows. */
    Map<String, Known> known() {
        Map<String, Known> known = new HashMap<>();
        query(ROWS)
                .forEach(row -> known.put(
                        numbers.get(row.getUUID("id")),
                        new Known(
                                row.getString("state"),
                                row.getBoolean("possible_double"),
                                row.getInteger("doubts"),
                                row.getInteger("died"))));
        return known;
    }

    private RowSet<Row> query(String sql) {
        return database.pool().query(sql).execute().await();
    }

    @Override
    public void close() {
        database.close();
        vertx.close().await();
    }
}
