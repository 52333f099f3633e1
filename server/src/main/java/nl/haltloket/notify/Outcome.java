package nl.haltloket.notify;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the reports on all parts of all attempts say together; their order does not matter. */
final class Outcome {
    /** One report on one part, or UNKNOWN for a part without one. */
    record Seen(int attempt, int part, DeliveryReport.State state) {}

    private Outcome() {}

    /** Delivered when one attempt is there whole; failed or expired only when no attempt is better. */
    static MessageState of(List<Seen> seen) {
        return seen.stream().collect(Collectors.groupingBy(Seen::attempt)).values().stream()
                .map(Outcome::ofAttempt)
                .reduce(Outcome::better)
                .orElse(MessageState.ACCEPTED);
    }

    /**
     * Bad news on a part stays until all parts are there, even when that part arrived after all: otherwise another order
     * of the same reports would end elsewhere.
     */
    private static MessageState ofAttempt(List<Seen> seen) {
        if (parts(seen, _ -> true).equals(parts(seen, DeliveryReport.State.DELIVERED::equals))) {
            return MessageState.DELIVERED;
        }
        if (!parts(seen, DeliveryReport.State.FAILED::equals).isEmpty()) {
            return MessageState.FAILED;
        }
        return parts(seen, DeliveryReport.State.EXPIRED::equals).isEmpty()
                ? MessageState.ACCEPTED
                : MessageState.EXPIRED;
    }

    private static Set<Integer> parts(List<Seen> seen, Predicate<DeliveryReport.State> with) {
        return seen.stream()
                .filter(one -> with.test(one.state()))
                .map(Seen::part)
                .collect(Collectors.toSet());
    }

    private static MessageState better(MessageState one, MessageState other) {
        List<MessageState> order =
                List.of(MessageState.DELIVERED, MessageState.ACCEPTED, MessageState.FAILED, MessageState.EXPIRED);
        return order.indexOf(one) <= order.indexOf(other) ? one : other;
    }
}
