package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Joins the parts of texts that phones send us, in whatever order they come. A part is answered only when the whole text
 * is kept; until then it may be offered again, which changes nothing.
 */
final class InboundParts {
    /** What is not whole by then goes on with a gap: half of what a parent writes is better than nothing. */
    static final Duration WHOLE_WITHIN = Duration.ofSeconds(60);

    /** A part that is offered again within this time is known. */
    static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final String GAP = "[...]";

    private record Key(String from, String to, int reference, int total) {
        static Key of(SmppDelivered part) {
            return new Key(part.from(), part.to(), part.reference(), part.total());
        }
    }

    private static final class Pending {
        final Map<Integer, SmppDelivered> parts = new TreeMap<>();
        final Promise<Void> kept = Promise.promise();
        final Instant since;
        boolean leaving;

        Pending(Instant since) {
            this.since = since;
        }
    }

    private record Done(Set<Integer> numbers, Instant at) {}

    private final String gateway;
    private final Clock clock;
    private final Function<Inbound, Future<Void>> keeper;
    private final Map<Key, Pending> pending = new LinkedHashMap<>();
    private final Map<Key, Done> done = new LinkedHashMap<>();

    InboundParts(String gateway, Clock clock, Function<Inbound, Future<Void>> keeper) {
        this.gateway = gateway;
        this.clock = clock;
        this.keeper = keeper;
    }

    /** Done when the whole text that this belongs to is kept; failed when it could not be, and it must come again. */
    Future<Void> accept(SmppDelivered part) {
        if (part.total() == 1) {
            return keeper.apply(
                    inbound(part, SmppDelivered.text(part.coding(), part.body().getBytes())));
        }
        Key key = Key.of(part);
        Pending text;
        synchronized (this) {
            Done earlier = done.get(key);
            if (earlier != null && earlier.numbers().contains(part.number())) {
                return Future.succeededFuture();
            }
            text = pending.computeIfAbsent(key, _ -> new Pending(clock.instant()));
            text.parts.putIfAbsent(part.number(), part);
            if (text.leaving || text.parts.size() < part.total()) {
                return text.kept.future();
            }
            text.leaving = true;
        }
        return leave(key, text);
    }

    /** Lets go of what waited too long for its other parts, and forgets what is long done. */
    Future<Void> sweep() {
        Map<Key, Pending> late;
        synchronized (this) {
            Instant now = clock.instant();
            done.values().removeIf(old -> !now.isBefore(old.at().plus(REMEMBERED)));
            late = pending.entrySet().stream()
                    .filter(entry -> !entry.getValue().leaving
                            && !now.isBefore(entry.getValue().since.plus(WHOLE_WITHIN)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            late.values().forEach(text -> text.leaving = true);
        }
        return Future.join(late.entrySet().stream()
                        .map(entry -> leave(entry.getKey(), entry.getValue()))
                        .toList())
                .mapEmpty();
    }

    private Future<Void> leave(Key key, Pending text) {
        SmppDelivered first = text.parts.values().iterator().next();
        return keeper.apply(inbound(first, text(text.parts, key.total()))).onComplete(kept -> {
            synchronized (this) {
                pending.remove(key);
                if (kept.succeeded()) {
                    Set<Integer> numbers = new HashSet<>(text.parts.keySet());
                    done.merge(key, new Done(numbers, clock.instant()), InboundParts::both);
                }
            }
            text.kept.handle(kept);
        });
    }

    private static Done both(Done earlier, Done later) {
        Set<Integer> numbers = new HashSet<>(earlier.numbers());
        numbers.addAll(later.numbers());
        return new Done(numbers, later.at());
    }

    private Inbound inbound(SmppDelivered part, String text) {
        return new Inbound(gateway, part.providerId().orElse(null), part.from(), text, clock.instant());
    }

    private static String text(Map<Integer, SmppDelivered> parts, int total) {
        byte coding = parts.values().iterator().next().coding();
        boolean whole = parts.size() == total && parts.values().stream().allMatch(part -> part.coding() == coding);
        if (whole) {
            Buffer all = Buffer.buffer();
            parts.values().forEach(part -> all.appendBuffer(part.body()));
            return SmppDelivered.text(coding, all.getBytes());
        }
        return IntStream.rangeClosed(1, total)
                .mapToObj(number -> {
                    SmppDelivered part = parts.get(number);
                    return part == null
                            ? GAP
                            : SmppDelivered.text(part.coding(), part.body().getBytes());
                })
                .collect(Collectors.joining());
    }
}
