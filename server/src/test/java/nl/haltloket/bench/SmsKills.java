package nl.haltloket.bench;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Sends an outbox full of messages over two gateways that meet faults by chance, while the senders are killed at random
 * moments, and counts at the gateways what came of each message.
 */
public final class SmsKills {
    /** Of all messages; the others go well. Some seven of a hundred meet something. */
    private static final JsonObject FAULTS = new JsonObject()
            .put("busy", 0.01)
            .put("throttle", 0.001)
            .put("wrongNumber", 0.005)
            .put("noRoad", 0.005)
            .put("swallow", 0.002)
            .put("mute", 0.002)
            .put("muteButReport", 0.002)
            .put("breakBefore", 0.0005)
            .put("breakAfter", 0.0005)
            .put("early", 0.01)
            .put("late", 0.01)
            .put("twice", 0.02)
            .put("never", 0.01);

    private static final int GATEWAYS = 2;
    private static final Duration LOOK = Duration.ofMillis(50);

    /** Kills come in this part of the run, so that what they leave is taken up while the rest still goes. */
    private static final double KILLING_PART = 0.8;

    /**
     * How much of it.
     *
     * @param messages in the outbox at the start
     * @param kills at random moments
     * @param nodes that send side by side
     * @param window unanswered messages on each connection
     * @param seed of the moments and the faults
     * @param limit after this it has failed
     */
    public record Plan(int messages, int kills, int nodes, int window, long seed, Duration limit) {
        /** What one killed process can have under way at most. */
        int underWay() {
            return window * GATEWAYS;
        }
    }

    private final Plan plan;
    private final Random random;
    private final SmsSubmits submits = new SmsSubmits();
    private final List<SmsNode> nodes = new ArrayList<>();

    private SmsKills(Plan plan) {
        this.plan = plan;
        this.random = new Random(plan.seed());
    }

    /** Does it, with keys and logs in this directory. */
    public static SmsFate run(Plan plan, Path directory) throws IOException, InterruptedException {
        return new SmsKills(plan).run(directory);
    }

    private SmsFate run(Path directory) throws IOException, InterruptedException {
        try (SmsOutbox outbox = new SmsOutbox(directory);
                SmsPeer first = new SmsPeer(1, submits);
                SmsPeer second = new SmsPeer(2, submits)) {
            first.chaos(plan.seed(), FAULTS);
            second.chaos(plan.seed() + 1, FAULTS);
            outbox.fill(plan.messages());
            Map<String, String> gateways = SmsNode.gateways(plan.window(), List.of(first.port(), second.port()));
            long began = System.nanoTime();
            for (int node = 1; node <= plan.nodes(); node++) {
                String name = "node-" + node;
                nodes.add(new SmsNode(name, gateways, outbox.place(), outbox.keys(), directory.resolve(name + ".log")));
            }
            kill();
            await().atMost(plan.limit()).pollInterval(LOOK).until(() -> outbox.unfinished() == 0);
            double seconds = (System.nanoTime() - began) / 1e9;
            return SmsFate.of(plan, outbox.known(), submits, seconds);
        } finally {
            nodes.forEach(SmsNode::close);
        }
    }

    /** Each kill waits for its message: moments in time would come before the first one or after the last. */
    private void kill() throws IOException, InterruptedException {
        List<Integer> moments = IntStream.generate(() -> 1 + random.nextInt((int) (plan.messages() * KILLING_PART)))
                .limit(plan.kills())
                .sorted()
                .boxed()
                .toList();
        for (int moment : moments) {
            int more = Math.max(moment, submits.all().size() + 1);
            if (!submits.awaitCount(more, plan.limit())) {
                throw new IllegalStateException("Message %d was not sent within %s. %s"
                        .formatted(more, plan.limit(), nodes.getFirst().complaints()));
            }
            nodes.get(random.nextInt(nodes.size())).killAndStart();
        }
    }
}
