package nl.haltloket.bench;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.haltloket.bench.SmsOutbox.Known;
import nl.haltloket.bench.SmsSubmits.Submit;

/**
 * What became of the messages of {@link SmsKills}: what the gateways got, held against what the outbox says.
 *
 * @param plan what was done
 * @param seconds from the start of the senders until the last message had ended
 * @param submitted how often the gateways were given a message
 * @param fates how many submits met which fault
 * @param states how many messages ended in which state
 * @param lost on no phone, while no gateway refused them for good: none may be
 * @param refused on no phone, refused for good by a gateway, and the outbox says so
 * @param doubled messages that a phone got more than once
 * @param doublesByDeath texts too many of messages whose sender was killed
 * @param doublesByFault texts too many of messages that a gateway did not answer
 * @param unrecorded texts too many of which the outbox does not say that there may be one: none may be
 * @param flagged messages of which the outbox says that there may be a double
 * @param doubtsByDeath attempts that a killed sender left without answer
 */
public record SmsFate(
        SmsKills.Plan plan,
        double seconds,
        int submitted,
        Map<String, Integer> fates,
        Map<String, Integer> states,
        int lost,
        int refused,
        int doubled,
        int doublesByDeath,
        int doublesByFault,
        int unrecorded,
        int flagged,
        int doubtsByDeath) {
    private static final Set<String> FOR_GOOD = Set.of("wrongNumber", "noRoad");

    static SmsFate of(SmsKills.Plan plan, Map<String, Known> known, SmsSubmits submits, double seconds) {
        Map<String, List<Submit>> byNumber = new HashMap<>();
        Map<String, Integer> fates = new TreeMap<>();
        for (Submit submit : submits.all()) {
            byNumber.computeIfAbsent(submit.number(), _ -> new ArrayList<>()).add(submit);
            fates.merge(String.valueOf(submit.fate()), 1, Integer::sum);
        }
        Count count = new Count();
        known.forEach((number, one) -> count.add(one, byNumber.getOrDefault(number, List.of())));
        return new SmsFate(
                plan,
                seconds,
                submits.all().size(),
                fates,
                count.states,
                count.lost + plan.messages() - known.size(),
                count.refused,
                count.doubled,
                count.byDeath,
                count.byFault,
                count.unrecorded,
                count.flagged,
                count.died);
    }

    /** What was promised and did not come true, a sentence each; empty if all did. */
    public List<String> missed() {
        List<String> missed = new ArrayList<>();
        int bound = plan.underWay() * plan.kills();
        if (lost > 0) {
            missed.add("%d messages were lost".formatted(lost));
        }
        if (unrecorded > 0) {
            missed.add("%d doubles are not recorded".formatted(unrecorded));
        }
        if (doublesByDeath > bound || doubtsByDeath > bound) {
            missed.add("%d doubles and %d doubts of %d kills, more than %d"
                    .formatted(doublesByDeath, doubtsByDeath, plan.kills(), bound));
        }
        return List.copyOf(missed);
    }

    /** All figures. */
    public JsonObject json() {
        return new JsonObject()
                .put("messages", plan.messages())
                .put("kills", plan.kills())
                .put("nodes", plan.nodes())
                .put("underWay", plan.underWay())
                .put("seed", plan.seed())
                .put("seconds", Figures.rounded(seconds))
                .put("submitted", submitted)
                .put("fates", new JsonObject(new TreeMap<>(fates)))
                .put("states", new JsonObject(new TreeMap<>(states)))
                .put("lost", lost)
                .put("refused", refused)
                .put("doubled", doubled)
                .put("doublesByDeath", doublesByDeath)
                .put("doublesByFault", doublesByFault)
                .put("unrecorded", unrecorded)
                .put("flagged", flagged)
                .put("doubtsByDeath", doubtsByDeath);
    }

    private static final class Count {
        private final Map<String, Integer> states = new TreeMap<>();
        private int lost;
        private int refused;
        private int doubled;
        private int byDeath;
        private int byFault;
        private int unrecorded;
        private int flagged;
        private int died;

        void add(Known known, List<Submit> submits) {
            int taken = (int) submits.stream().filter(Submit::taken).count();
            states.merge(known.state(), 1, Integer::sum);
            flagged += known.possibleDouble() ? 1 : 0;
            died += known.died();
            if (taken == 0) {
                boolean forGood = submits.stream().anyMatch(submit -> FOR_GOOD.contains(String.valueOf(submit.fate())));
                boolean told = forGood && "FAILED".equals(known.state());
                refused += told ? 1 : 0;
                lost += told ? 0 : 1;
            } else if (taken > 1) {
                int tooMany = taken - 1;
                int ofDeath = Math.min(tooMany, known.died());
                doubled++;
                byDeath += ofDeath;
                byFault += tooMany - ofDeath;
                unrecorded += known.possibleDouble() ? Math.max(0, tooMany - known.doubts()) : tooMany;
            }
        }
    }
}
