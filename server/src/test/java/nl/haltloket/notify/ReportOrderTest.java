package nl.haltloket.notify;

import static nl.haltloket.notify.NotifyFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer to a submit and all reports on it, in random orders, on a real database; a thousand more are in {@link OutcomeTest}. */
class ReportOrderTest {
    private static final long SEED = 20_261_122;
    private static final int SETS = 100;
    private static final int ORDERS = 3;
    private static final int REPORTS_MAX = 6;
    private static final String GATEWAY = "scripted";

    private final Random random = new Random(SEED);
    private final OutboxRepository messages = new OutboxRepository();
    private final ReportRepository kept = new ReportRepository();

    @SuppressWarnings("NullAway.Init")
    private NotifyFixture fixture;

    @SuppressWarnings("NullAway.Init")
    private Reports reports;

    @SuppressWarnings("NullAway.Init")
    private Answers answers;

    private int count;

    @BeforeEach
    void open(@TempDir Path directory) {
        fixture = new NotifyFixture(directory);
        MessageChanges changes = new MessageChanges(messages, (_, _, _, _) -> Future.succeededFuture(), "node-1");
        reports = new Reports(messages, kept, changes, fixture.eventKeys, fixture.clock);
        answers = new Answers(messages, kept, changes, reports, List.of(GATEWAY), fixture.clock, () -> 0);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    /** Something that happens to a message; the parts have the ids {@code <prefix>-1} and so on. */
    private interface Happening extends BiFunction<Tx, Sent, Future<Void>> {}

    private record Sent(Sms sms, List<String> ids) {}

    @Test
    void the_same_events_in_another_order_end_in_the_same_state() {
        Map<MessageState, Integer> ends = new EnumMap<>(MessageState.class);
        for (int set = 0; set < SETS; set++) {
            int parts = 1 + random.nextInt(3);
            List<Happening> events = events(parts);
            List<MessageState> seen = new ArrayList<>();
            await(fixture.database.inTransaction(tx -> Each.run(
                    IntStream.range(0, ORDERS).boxed().toList(),
                    _ -> run(tx, parts, events).onSuccess(seen::add).mapEmpty())));
            assertThat(seen).as("set %d of seed %d", set, SEED).hasSize(ORDERS).containsOnly(seen.getFirst());
            ends.merge(seen.getFirst(), ORDERS, Integer::sum);
        }
        assertThat(ends)
                .as("the sets reach every end")
                .containsOnlyKeys(
                        MessageState.ACCEPTED, MessageState.DELIVERED, MessageState.FAILED, MessageState.EXPIRED);
    }

    private List<Happening> events(int parts) {
        List<Happening> events = new ArrayList<>();
        events.add((tx, sent) -> answers.accepted(tx, new Claims.Claim(sent.sms(), 1, lane()), sent.ids()));
        boolean good = random.nextBoolean();
        int reportCount = parts + random.nextInt(REPORTS_MAX);
        for (int i = 0; i < reportCount; i++) {
            int part = i < parts ? i : random.nextInt(parts);
            DeliveryReport.State[] all = DeliveryReport.State.values();
            DeliveryReport.State state = good ? DeliveryReport.State.DELIVERED : all[random.nextInt(all.length)];
            events.add((tx, sent) -> reports.keep(
                    tx,
                    GATEWAY,
                    new DeliveryReport(
                            sent.ids().get(part),
                            state,
                            state.name(),
                            sent.sms().number().substring(1),
                            fixture.clock.instant())));
        }
        return events;
    }

    private Future<MessageState> run(Tx tx, int parts, List<Happening> events) {
        Message message = fixture.message("+316%08d".formatted(++count), NotifyFixture.TEXT, 0, Duration.ofHours(2));
        UUID id = message.id();
        Sms sms = new Sms(id, message.number(), message.text(), false, message.expiresAt());
        List<String> ids = IntStream.rangeClosed(1, parts)
                .mapToObj(part -> "m%d-%d".formatted(count, part))
                .toList();
        List<Happening> order = new ArrayList<>(events);
        Collections.shuffle(order, random);
        return fixture.outbox
                .enqueue(tx, message)
                .compose(_ -> messages.find(tx, id))
                .compose(
                        row -> messages.save(tx, row.orElseThrow().claimed(fixture.clock.instant(), GATEWAY), "node-1"))
                .compose(_ -> Each.run(order, event -> event.apply(tx, new Sent(sms, ids))))
                .compose(_ -> messages.find(tx, id))
                .map(row -> row.orElseThrow().state());
    }

    private Lane lane() {
        return new Lane(fixture.vertx, new ScriptedGateway(GATEWAY), fixture.clock, () -> {}, () -> {});
    }
}
