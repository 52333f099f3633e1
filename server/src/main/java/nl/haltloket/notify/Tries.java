package nl.haltloket.notify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was tried with a message so far.
 *
 * @param attempts how often it was claimed
 * @param doubts how often nobody knew whether it went
 * @param possibleDouble whether it was sent again after a doubt
 * @param lastGateway where it went last
 * @param refusedBy gateways that will never take it
 */
record Tries(
        int attempts,
        int doubts,
        boolean possibleDouble,
        @Nullable String lastGateway,
        List<String> refusedBy) {
    Tries claimed(String gateway, boolean again) {
        return new Tries(attempts + 1, doubts, possibleDouble || again, gateway, refusedBy);
    }

    Tries doubted() {
        return new Tries(attempts, doubts + 1, possibleDouble, lastGateway, refusedBy);
    }

    Tries refused(String gateway) {
        List<String> all = new ArrayList<>(refusedBy);
        all.add(gateway);
        return new Tries(attempts, doubts, possibleDouble, lastGateway, List.copyOf(all));
    }
}
