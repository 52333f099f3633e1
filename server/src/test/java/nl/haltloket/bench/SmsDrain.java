package nl.haltloket.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How fast a full outbox goes out, in rounds by turns with the two things that it can not be faster than: a bare jsmpp
 * loop to the same gateway with the same window, and one durable commit after another on the same PostgreSQL.
 */
final class SmsDrain implements AutoCloseable {
    private static final Duration BOUND_MAX = Duration.ofSeconds(30);
    private static final Duration DRAINED_MAX = Duration.ofMinutes(5);
    private static final int COMMITS = 300;
    private static final int BARE_FACTOR = 4;
    private static final int SEALED_BYTES = 200;

    private final SmsDesk desk;
    private final SmsPeer peer;
    private final SmsSubmits submits;
    private final Kiosk kiosk;
    private final Process bare;
    private final Connection superuser;
    private final Connection watching;
    private final List<Double> oursPerSecond = new ArrayList<>();
    private final List<Double> barePerSecond = new ArrayList<>();
    private final List<Double> commitsPerSecond = new ArrayList<>();
    private JsonObject busy = new JsonObject();

    /** With this gateway as the only one of the kiosk that lives. */
    SmsDrain(SmsDesk desk, SmsPeer peer, int window, SmsSubmits submits, Kiosk kiosk) throws IOException, SQLException {
        this.desk = desk;
        this.peer = peer;
        this.submits = submits;
        this.kiosk = kiosk;
        String jdbc = kiosk.endpoint().jdbcUrl();
        this.superuser = DriverManager.getConnection(jdbc, "postgres", kiosk.superuserPassword());
        this.watching = DriverManager.getConnection(jdbc, "postgres", kiosk.superuserPassword());
        Table.make(superuser);
        this.bare = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmsBare.class.getName(),
                        String.valueOf(peer.port()),
                        String.valueOf(window))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** So many rounds of so many messages; gives the figures. */
    JsonObject run(int rounds, int messages) throws Exception {
        double _ = bare(messages * BARE_FACTOR); // its compiler warms up as the kiosk's did
        for (int round = 0; round < rounds; round++) {
            barePerSecond.add(bare(messages * BARE_FACTOR));
            commitsPerSecond.add(commits());
            oursPerSecond.add(ours(messages));
        }
        double ours = mean(oursPerSecond);
        double commits = mean(commitsPerSecond);
        return new JsonObject()
                .put("messages", messages)
                .put("perSecond", Figures.rounded(ours))
                .put("barePerSecond", Figures.rounded(mean(barePerSecond)))
                .put("commitsPerSecond", Figures.rounded(commits))
                .put("toBare", Figures.rounded(ours / mean(barePerSecond)))
                .put("toCommits", Figures.rounded(ours * busy.getDouble("transactionsPerMessage") / commits))
                .put("rounds", oursPerSecond.stream().map(Figures::rounded).toList())
                .put("busy", busy);
    }

    /** From the first to the last that the gateway got, after it came back to an outbox that filled without it. */
    private double ours(int messages) throws Exception {
        peer.tell(new JsonObject().put("vanish", true));
        Set<String> numbers = desk.receiveAll(messages);
        int before = submits.all().size();
        peer.forgetBinds();
        peer.tell(new JsonObject().put("return", true));
        peer.awaitBind(BOUND_MAX);
        if (!submits.awaitCount(before + 1, BOUND_MAX)) {
            throw new IllegalStateException("Nothing came after the gateway was back");
        }
        SmsLimit limit = new SmsLimit(
                watching,
                List.of(
                        new SmsLimit.Watched("loket", kiosk.javaProcesses()),
                        new SmsLimit.Watched("postgres", kiosk.postgresProcesses()),
                        new SmsLimit.Watched("gateway", List.of(peer.pid()))));
        boolean all = submits.awaitTaken(numbers, DRAINED_MAX);
        busy = limit.end(messages);
        Collection<Long> times = submits.firstTaken(numbers).values();
        if (!all) {
            throw new IllegalStateException((messages - times.size()) + " texts did not come");
        }
        long first = times.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = times.stream().mapToLong(Long::longValue).max().orElseThrow();
        return (messages - 1) * 1e9 / (last - first);
    }

    private double bare(int messages) throws IOException {
        Writer commands = bare.outputWriter();
        commands.write(messages + "\n");
        commands.flush();
        BufferedReader answers = bare.inputReader();
        String line = answers.readLine();
        if (line == null || !line.startsWith("DONE ")) {
            throw new IllegalStateException("The bare loop did not end: " + line);
        }
        return messages * 1e9 / Long.parseLong(line.substring("DONE ".length()));
    }

    private double commits() throws SQLException {
        try (PreparedStatement insert =
                superuser.prepareStatement("INSERT INTO bench.handover (id, sealed) VALUES (?, ?)")) {
            long began = System.nanoTime();
            for (int commit = 0; commit < COMMITS; commit++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, new byte[SEALED_BYTES]);
                int _ = insert.executeUpdate();
            }
            return COMMITS * 1e9 / (System.nanoTime() - began);
        }
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        bare.destroy();
        superuser.close();
        watching.close();
    }
}
