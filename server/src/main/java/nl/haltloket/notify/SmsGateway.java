package nl.haltloket.notify;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** A road to the telephone network. */
public interface SmsGateway {
    /** Stable name; provider ids are unique within it. */
    String name();

    /** How many messages may be under way at once. */
    int window();

    /** Opens the road in the background; an absent or refusing provider does not fail this. */
    Future<Void> start();

    /**
     * Hands a message to the provider. Gives the provider's ids, opaque strings, one for each part; fails with a
     * {@link SendFailure} only.
     */
    Future<List<String>> send(Sms sms);

    /**
     * Looks up a message whose submit was never answered. Gives the provider's ids as {@link #send} would have, and
     * none when the provider does not have it or cannot be asked, which is so by default.
     */
    default Future<List<String>> find(Sms sms) {
        return Future.succeededFuture(List.of());
    }

    /**
     * Where delivery reports go. The provider is told that a report arrived only after the returned future succeeded;
     * otherwise it offers the report again.
     */
    void onReport(Function<DeliveryReport, Future<Void>> keeper);

    /**
     * Where texts go that people send to us; nowhere by default. As with reports, the provider is told that one arrived
     * only after the returned future succeeded.
     */
    default void onInbound(Function<Inbound, Future<Void>> keeper) {}

    /** Whether messages can go now, and why not. */
    Health health();

    /** As {@link #health()}, but for people: what proves to be wrong shows, though messages may still go. */
    default Health shown() {
        return health();
    }

    /** Who is told when {@link #health()} changes; nobody by default. */
    default void onHealth(Runnable listener) {}

    /** Says goodbye to the provider and lets go of everything. */
    Future<Void> close();
}
