package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.TestDevice;
import nl.haltloket.testing.TestEnvelope;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;

/** A phone that hands juveniles over and a tablet that receives them, each with a parent who has a number of its own. */
final class SmsDesk {
    private static final int USERS = 8;
    private static final int FIRST_NUMBER = 10_000_000;
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration START_AHEAD = Duration.ofMillis(500);

    private final Vertx vertx;
    private final SmsSubmits submits;
    private final TestPhone phone;
    private final TestTablet tablet;
    private int numbers = FIRST_NUMBER;

    SmsDesk(Vertx vertx, RemoteLoket loket, SmsSubmits submits) {
        this.vertx = vertx;
        this.submits = submits;
        this.phone = new TestPhone(loket);
        this.tablet = new TestTablet(loket, "fatima");
    }

    /** A juvenile who waits at the desk, and the parent's number as the gateway will be told it. */
    private record Waiting(UUID handover, int number) {
        String atGateway() {
            return "316" + number;
        }
    }

    /** Keeps the tokens young: they live a quarter of an hour. */
    void renew() {
        phone.device().renew().expect(201);
        tablet.device().renew().expect(201);
    }

    /** Receives one more; gives the number that the text goes to. */
    String receiveOne() {
        Waiting one = wait(1).getFirst();
        receive(one).await();
        return one.atGateway();
    }

    /** Receives so many, as fast as eight workers can; gives the numbers that the texts go to. */
    Set<String> receiveAll(int count) {
        Deque<Waiting> waiting = new ArrayDeque<>(wait(count));
        Set<String> all = numbers(waiting.stream().toList());
        Figures _ = Load.run(vertx, USERS, LONG, () -> waiting.isEmpty() ? null : receive(waiting.remove()));
        return all;
    }

    /**
     * Receives so many at this pace whatever becomes of those before, and waits until a gateway has each text. What is
     * measured begins at the moment a receipt was planned for: one that is held up by another counts its waiting.
     *
     * @param halfway done beside it when half of the receipts have been sent
     * @param limit how long after the last receipt the last text may come
     */
    Figures receiveAtPace(int count, int perSecond, Runnable halfway, Duration limit) throws InterruptedException {
        List<Waiting> waiting = wait(count);
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        long gap = 1_000_000_000L / perSecond;
        long began = System.nanoTime() + START_AHEAD.toNanos();
        for (int index = 0; index < count; index++) {
            Waiting one = waiting.get(index);
            at(began + index * gap, () -> receive(one).onFailure(failures::add));
        }
        at(began + count * gap / 2, () -> Thread.ofVirtual().start(halfway));
        Duration whole = Duration.ofNanos(count * gap).plus(START_AHEAD).plus(limit);
        boolean there = submits.awaitTaken(numbers(waiting), whole);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.size() + " receipts failed", failures.getFirst());
        }
        Map<String, Long> taken = submits.firstTaken(numbers(waiting));
        if (!there) {
            throw new IllegalStateException((count - taken.size()) + " texts did not come within " + limit);
        }
        List<Long> nanos = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            nanos.add(Objects.requireNonNull(taken.get(waiting.get(index).atGateway())) - (began + index * gap));
        }
        return Figures.of(nanos, (System.nanoTime() - began) / 1e9);
    }

    private void at(long nanos, Runnable work) {
        long millis = Math.max(1, (nanos - System.nanoTime()) / 1_000_000);
        long _ = vertx.setTimer(millis, _ -> work.run());
    }

    /** So many handovers, made beforehand. */
    private List<Waiting> wait(int count) {
        List<Waiting> waiting = new ArrayList<>();
        Deque<byte[]> sealed = new ArrayDeque<>();
        for (int index = 0; index < count; index++) {
            TestEnvelope envelope = phone.envelope().capturedAt(Instant.now());
            waiting.add(new Waiting(envelope.id(), numbers));
            sealed.add(phone.seal(envelope));
            numbers++;
        }
        Figures _ = Load.run(
                vertx,
                USERS,
                LONG,
                () -> sealed.isEmpty() ? null : phone.post(sealed.remove()).map(SmsDesk::created));
        return waiting;
    }

    /** A tablet whose connection broke sends the same command again. */
    private Future<Integer> receive(Waiting one) {
        UUID command = TestDevice.newId();
        return receive(one, command)
                .recover(failure ->
                        failure instanceof HttpClosedException ? receive(one, command) : Future.failedFuture(failure))
                .map(SmsDesk::created);
    }

    private Future<Reply> receive(Waiting one, UUID command) {
        var receipt = TestTablet.receipt(one.handover(), TestTablet.guardian().put("number", "06 " + one.number()));
        return tablet.device().command(HttpMethod.POST, "/cases", command, receipt);
    }

    private static Integer created(Reply reply) {
        var _ = reply.expect(201);
        return reply.status();
    }

    private static Set<String> numbers(List<Waiting> waiting) {
        Set<String> all = new LinkedHashSet<>();
        waiting.forEach(one -> all.add(one.atGateway()));
        return all;
    }
}
