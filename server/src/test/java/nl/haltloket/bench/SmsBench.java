package nl.haltloket.bench;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was promised of the text to parents, measured in one run: from receipt to the gateway at the pace of a bad night,
 * also while the first gateway hangs and dies; how fast a full outbox goes; that no text is lost.
 */
final class SmsBench {
    private static final int PER_SECOND = 25;
    private static final int WINDOW = 10;
    private static final double P50_MS_MAX = 1000;
    private static final double P99_MS_MAX = 5000;
    private static final double P99_MS_MAX_WHEN_ONE_FAILS = 15_000;
    private static final Duration LATE_MAX = Duration.ofMinutes(2);
    private static final Duration BACK_MAX = Duration.ofSeconds(90);
    private static final Duration KILLS_MAX = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long SEED = 20_261_122;

    /**
     * How much of everything.
     *
     * @param receipts at the pace
     * @param drained texts in the full outbox
     * @param rounds of that
     * @param kills of senders, with so many texts
     */
    private record Size(int receipts, int drained, int rounds, int kills, int texts) {
        static Size of(String name) {
            return switch (name) {
                case "full" -> new Size(500, 500, 3, 40, 10_000);
                case "small" -> new Size(75, 75, 1, 4, 600);
                default -> throw new IllegalArgumentException("full or small, not " + name);
            };
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Path root;
    private final Path directory;
    private static final String CALM = "calm";

    private final Size size;
    private final Set<String> parts;
    private final JsonObject figures = new JsonObject();
    private final List<String> missed = new ArrayList<>();

    private SmsBench(Path root, Path directory, Size size, Set<String> parts) {
        this.root = root;
        this.directory = directory;
        this.size = size;
        this.parts = parts;
    }

    /**
     * Prints the figures as one line of JSON, with what was missed in them.
     *
     * @param arguments root of the repository, an empty directory, {@code full} or {@code small}, and what to do of
     *     {@code pace}, {@code drain} and {@code kills}
     */
    public static void main(String[] arguments) throws Exception {
        Set<String> parts = Set.copyOf(List.of(arguments).subList(3, arguments.length));
        SmsBench bench = new SmsBench(Path.of(arguments[0]), Path.of(arguments[1]), Size.of(arguments[2]), parts);
        try {
            bench.run();
        } finally {
            bench.vertx.close().await();
        }
        System.out.println(
                "FIGURES " + bench.figures.put("missed", bench.missed).encode());
    }

    private void run() throws Exception {
        if (parts.contains("pace") || parts.contains("drain")) {
            desk();
        }
        if (parts.contains("kills")) {
            System.out.println("Killing senders");
            SmsFate fate = SmsKills.run(
                    new SmsKills.Plan(size.texts(), size.kills(), 2, WINDOW, SEED, KILLS_MAX),
                    Files.createDirectories(directory.resolve("kills")));
            figures.put("kills", fate.json());
            missed.addAll(fate.missed());
        }
    }

    private void desk() throws Exception {
        SmsSubmits submits = new SmsSubmits();
        try (SmsPeer first = new SmsPeer(1, submits);
                SmsPeer second = new SmsPeer(2, submits);
                Kiosk kiosk = new Kiosk(root, directory.resolve("data"), settings(first, second))) {
            RemoteLoket loket = new RemoteLoket(vertx, kiosk.port(), kiosk::password);
            SmsDesk desk = new SmsDesk(vertx, loket, submits);
            awaitFirst(desk, submits);
            System.out.println("The kiosk sends through the first gateway");
            if (parts.contains("pace")) {
                note("cold", desk.receiveAtPace(size.receipts(), PER_SECOND, () -> {}, LATE_MAX));
                desk.renew();
                Figures calm = desk.receiveAtPace(size.receipts(), PER_SECOND, () -> {}, LATE_MAX);
                judge(CALM, calm, P99_MS_MAX);
                whileFirstFails("hangs", desk, submits, first::hang);
                first.goOn();
                awaitFirst(desk, submits);
                whileFirstFails("dies", desk, submits, first::die);
            } else {
                first.die();
            }
            if (parts.contains("drain")) {
                desk.renew();
                try (SmsDrain drain = new SmsDrain(desk, second, WINDOW, submits, kiosk)) {
                    System.out.println("Filling and emptying the outbox");
                    figures.put("drain", drain.run(size.rounds(), size.drained()));
                }
            }
        }
    }

    private interface Failure {
        void happen() throws IOException, InterruptedException;
    }

    private void whileFirstFails(String name, SmsDesk desk, SmsSubmits submits, Failure failure)
            throws InterruptedException {
        desk.renew();
        long before = submits.taken(1);
        Figures measured = desk.receiveAtPace(size.receipts(), PER_SECOND, () -> happen(failure), LATE_MAX);
        if (submits.taken(1) == before) {
            throw new IllegalStateException("The first gateway was not in use before it failed");
        }
        judge(name, measured, P99_MS_MAX_WHEN_ONE_FAILS);
    }

    private static void happen(Failure failure) {
        try {
            failure.happen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(String name, Figures measured, double p99Max) {
        note(name, measured);
        if (name.equals(CALM) && measured.percentile(0.5) > P50_MS_MAX) {
            missed.add("%s: p50 %.0f ms, more than %.0f".formatted(name, measured.percentile(0.5), P50_MS_MAX));
        }
        if (measured.percentile(0.99) > p99Max) {
            missed.add("%s: p99 %.0f ms, more than %.0f".formatted(name, measured.percentile(0.99), p99Max));
        }
    }

    private void note(String name, Figures measured) {
        System.out.printf("%s: %s%n", name, measured.json());
        figures.put(name, measured.json().put("maxMs", Figures.rounded(measured.percentile(1))));
    }

    /** Until texts go through the first gateway: it may be on trial after it failed. */
    private static void awaitFirst(SmsDesk desk, SmsSubmits submits) {
        await().atMost(BACK_MAX).pollInterval(PAUSE).pollDelay(Duration.ZERO).until(() -> {
            long before = submits.taken(1);
            boolean _ = submits.awaitTaken(Set.of(desk.receiveOne()), BACK_MAX);
            return submits.taken(1) > before;
        });
    }

    /** Both gateways, a log for when something fails, and no limit of texts in an hour that a measurement would reach. */
    private Map<String, String> settings(SmsPeer first, SmsPeer second) throws IOException {
        Map<String, String> settings = new HashMap<>(SmsNode.gateways(WINDOW, List.of(first.port(), second.port())));
        settings.put(
                "HALTLOKET_LOG_FILE",
                root.resolve("server/target/bench-sms.log").toString());
        if (Files.readString(root.resolve("config/sms.properties")).contains("sms.cap-per-hour")) {
            settings.put("HALTLOKET_SMS_CAP_PER_HOUR", "100000");
        }
        return settings;
    }
}
