package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All gateways, in the order in which they are tried. A message goes to the first that can take it; one that failed on
 * one gateway goes to the next in the round.
 */
public final class GatewaySet {
    private static final String NONE_UP = "Geen van de sms-gateways werkt.";

    private final List<Lane> lanes;
    private final List<Runnable> healthListeners = new CopyOnWriteArrayList<>();
    private volatile Runnable wake = () -> {};

    /**
     * Puts gateways in a row.
     *
     * @param gateways in the order of trying, each with a name of its own
     */
    public GatewaySet(Vertx vertx, List<? extends SmsGateway> gateways, Clock clock) {
        if (gateways.isEmpty()
                || gateways.stream().map(SmsGateway::name).distinct().count() < gateways.size()) {
            throw new IllegalArgumentException("Gateways must be there and have names of their own");
        }
        this.lanes = gateways.stream()
                .map(gateway -> new Lane(vertx, gateway, clock, () -> wake.run(), this::changed))
                .toList();
        gateways.forEach(gateway -> gateway.onHealth(this::changed));
    }

    /** Opens all roads; an absent provider does not fail this. */
    public Future<Void> start() {
        return Future.join(each(SmsGateway::start)).mapEmpty();
    }

    /** Says goodbye to all providers. */
    public Future<Void> close() {
        return Future.join(each(SmsGateway::close)).mapEmpty();
    }

    private List<Future<Void>> each(Function<SmsGateway, Future<Void>> step) {
        return lanes.stream().map(Lane::gateway).map(step).toList();
    }

    /** Who is told when a gateway comes or goes; several may listen. */
    public void onHealth(Runnable listener) {
        healthListeners.add(listener);
    }

    /** Where texts go that people send to us; each says through which gateway it came. */
    public void onInbound(Function<Inbound, Future<Void>> keeper) {
        lanes.forEach(lane -> lane.gateway().onInbound(keeper));
    }

    /** Where delivery reports go, with the name of the gateway. */
    void onReport(BiFunction<String, DeliveryReport, Future<Void>> keeper) {
        lanes.forEach(lane -> lane.gateway().onReport(report -> keeper.apply(lane.name(), report)));
    }

    /** Who is told when there may be room again. */
    void onRoom(Runnable listener) {
        wake = listener;
    }

    /** Whether texts go out at all; when through another road than the first, the sentence says so. */
    public Health health() {
        List<GatewayStatus> all = statuses();
        GatewayStatus first = all.getFirst();
        if (first.up() || all.size() == 1) {
            return new Health(first.up(), first.sentence(), first.since());
        }
        return all.stream()
                .filter(GatewayStatus::up)
                .findFirst()
                .map(other -> new Health(
                        true,
                        "Sms gaat via %s in plaats van %s: %s".formatted(other.name(), first.name(), first.sentence()),
                        first.since()))
                .orElseGet(() -> new Health(false, NONE_UP, first.since()));
    }

    /** How all of it stands. */
    public Roads roads() {
        return new Roads(health(), statuses());
    }

    /** Each gateway by itself, in the order of trying. */
    public List<GatewayStatus> statuses() {
        Optional<Lane> used = lanes.stream().filter(Lane::isUp).findFirst();
        return lanes.stream()
                .map(lane -> lane.status(used.filter(lane::equals).isPresent()))
                .toList();
    }

    /** Names of all, for whoever must know whether one is left. */
    List<String> names() {
        return lanes.stream().map(Lane::name).toList();
    }

    /** Names of those that can take a message now. */
    List<String> usable() {
        return lanes.stream().filter(lane -> lane.free() > 0).map(Lane::name).toList();
    }

    /** How many messages can be given out now. */
    int free() {
        return lanes.stream().mapToInt(Lane::free).sum();
    }

    /**
     * Room for one message; the caller must give it back with {@link Lane#release()}.
     *
     * @param last where it went before; the others come first, in the round behind that one
     * @param refusedBy where it is not offered again
     */
    synchronized Optional<Lane> reserve(@Nullable String last, List<String> refusedBy) {
        Optional<Lane> lane = roundAfter(last).stream()
                .filter(one -> !refusedBy.contains(one.name()) && one.free() > 0)
                .findFirst();
        lane.ifPresent(Lane::reserve);
        return lane;
    }

    private List<Lane> roundAfter(@Nullable String last) {
        int from = last == null ? 0 : names().indexOf(last) + 1;
        List<Lane> round = new ArrayList<>();
        IntStream.range(0, lanes.size()).forEach(step -> round.add(lanes.get((from + step) % lanes.size())));
        return round;
    }

    private void changed() {
        wake.run();
        healthListeners.forEach(Runnable::run);
    }
}
