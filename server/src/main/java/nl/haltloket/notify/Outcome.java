package nl.haltloket.notify;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the reports on all parts of all attempts say together; their order does not matter. */
final class Outcome {
    /** One report on one part, or UNKNOWN for a part without one. */
    record Seen(int attempt, int part, DeliveryReport.State state) {}

    private Outcome() {}

    /** Delivered when one attempt is there whole; failed or expired only when no attempt is better. */
    static MessageState of(List<Seen> seen) {
        Map<Integer, Map<Integer, DeliveryReport.State>> attemptToParts = new TreeMap<>();
        for (Seen one : seen) {
            attemptToParts
                    .computeIfAbsent(one.attempt(), attempt -> new TreeMap<>())
                    .merge(one.part(), one.state(), Outcome::higher);
        }
        return attemptToParts.values().stream()
                .map(parts -> ofAttempt(parts.values()))
                .reduce(Outcome::better)
                .orElse(MessageState.ACCEPTED);
    }

    private static MessageState ofAttempt(Collection<DeliveryReport.State> parts) {
        if (parts.contains(DeliveryReport.State.FAILED)) {
            return MessageState.FAILED;
        }
        if (parts.contains(DeliveryReport.State.EXPIRED)) {
            return MessageState.EXPIRED;
        }
        boolean whole = parts.stream().allMatch(state -> state == DeliveryReport.State.DELIVERED);
        return whole ? MessageState.DELIVERED : MessageState.ACCEPTED;
    }

    private static DeliveryReport.State higher(DeliveryReport.State one, DeliveryReport.State other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static MessageState better(MessageState one, MessageState other) {
        List<MessageState> order =
                List.of(MessageState.DELIVERED, MessageState.ACCEPTED, MessageState.FAILED, MessageState.EXPIRED);
        return order.indexOf(one) <= order.indexOf(other) ? one : other;
    }
}
