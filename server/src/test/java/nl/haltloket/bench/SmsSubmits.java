package nl.haltloket.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Everything that one or more gateways were given, in the order in which we heard of it. */
final class SmsSubmits {
    /**
     * One submit_sm.
     *
     * @param gateway which one got it, from 1
     * @param number whom it is for, E.164 without plus
     * @param fate what chance had for it; null without chance
     * @param taken whether it went to the phone
     * @param nanos when we heard of it, as {@link System#nanoTime()}: a little after it happened
     */
    record Submit(int gateway, String number, @Nullable String fate, boolean taken, long nanos) {}

    private final List<Submit> all = new ArrayList<>();
    private final Map<String, Long> firstTaken = new HashMap<>();
    private int breaks;

    synchronized void add(Submit submit) {
        all.add(submit);
        if (submit.taken()) {
            firstTaken.putIfAbsent(submit.number(), submit.nanos());
        }
        notifyAll();
    }

    /** A gateway lost a connection. */
    synchronized void broke() {
        breaks++;
    }

    /** How often a gateway lost a connection, whoever ended it. */
    synchronized int breaks() {
        return breaks;
    }

    synchronized List<Submit> all() {
        return List.copyOf(all);
    }

    /** When each of these numbers was first taken; absent if never. */
    synchronized Map<String, Long> firstTaken(Collection<String> numbers) {
        Map<String, Long> found = new HashMap<>(firstTaken);
        found.keySet().retainAll(new HashSet<>(numbers));
        return found;
    }

    /** How many went to the phone through this gateway. */
    synchronized long taken(int gateway) {
        return all.stream()
                .filter(submit -> submit.taken() && submit.gateway() == gateway)
                .count();
    }

    /** Waits until so many were submitted in all; false when the time is over first. */
    boolean awaitCount(int wanted, Duration limit) throws InterruptedException {
        return await(() -> all.size() >= wanted, limit);
    }

    /** Waits until all of these numbers were taken; false when the time is over first. */
    boolean awaitTaken(Set<String> numbers, Duration limit) throws InterruptedException {
        Set<String> missing = new HashSet<>(numbers);
        return await(
                () -> {
                    missing.removeAll(firstTaken.keySet());
                    return missing.isEmpty();
                },
                limit);
    }

    private synchronized boolean await(BooleanSupplier there, Duration limit) throws InterruptedException {
        long ends = System.nanoTime() + limit.toNanos();
        while (!there.getAsBoolean()) {
            long left = (ends - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
