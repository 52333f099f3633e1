package nl.haltloket.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import nl.haltloket.testing.Reply;
import nl.haltloket.testing.SmppPeer;
import nl.haltloket.testing.TestPhone;
import nl.haltloket.testing.TestTablet;

/**
 * The small measurement of everything that was promised, in one run of a few minutes: start, memory, receipt to text,
 * handovers per second beside two floors that do the same durable insert on the same PostgreSQL, bytes of the phone.
 */
final class SmokeBench {
    private static final int LATER_STARTS = 3;
    private static final int CASES = 200;
    private static final int ROUNDS = 5;
    private static final int USERS = 8;
    private static final int ENVELOPES = 6000;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final Vertx vertx = Vertx.vertx();
    private final Path root;
    private final Path directory;
    private final Path pgbench;
    private final JsonObject figures = new JsonObject();

    private SmokeBench(Path root, Path pgbench, Path directory) {
        this.root = root;
        this.pgbench = pgbench;
        this.directory = directory;
    }

    /** Arguments: root of the repository, pgbench, an empty directory. Prints the figures as one line of JSON. */
    public static void main(String[] arguments) throws Exception {
        SmokeBench bench = new SmokeBench(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        try {
            bench.run();
        } finally {
            bench.vertx.close().await();
        }
        System.out.println("FIGURES " + bench.figures.encode());
    }

    private void run() throws Exception {
        try (SmppPeer gateway = new SmppPeer()) {
            starts(gateway.port());
            try (Kiosk kiosk = new Kiosk(root, directory.resolve("data"), gateway.port())) {
                RemoteLoket loket = new RemoteLoket(vertx, kiosk.port(), kiosk::password);
                figures.put("javaIdleMb", kiosk.javaMb()).put("postgresIdleMb", kiosk.postgresMb());
                PhoneSurface phone = new PhoneSurface(vertx, kiosk.port());
                figures.put("phoneFirstBytes", phone.first()).put("phoneWholeBytes", phone.whole());
                receipts(loket, gateway);
                handovers(loket, kiosk);
                figures.put("javaLoadedMb", kiosk.javaMb()).put("postgresLoadedMb", kiosk.postgresMb());
            }
        }
    }

    private void starts(int gatewayPort) throws Exception {
        List<Double> later = new ArrayList<>();
        for (int start = 0; start <= LATER_STARTS; start++) {
            try (Kiosk kiosk = new Kiosk(root, directory.resolve("data"), gatewayPort)) {
                if (start == 0) {
                    figures.put("firstReadyMs", Figures.rounded(kiosk.readyMs()));
                } else {
                    later.add(Figures.rounded(kiosk.readyMs()));
                }
            }
        }
        figures.put("laterReadyMs", later);
    }

    /** From sending "neem over" until the gateway has the text, one case after the other. */
    private void receipts(RemoteLoket loket, SmppPeer gateway) {
        TestPhone phone = new TestPhone(loket);
        TestTablet tablet = new TestTablet(loket, "fatima");
        List<Long> nanos = new ArrayList<>();
        long began = System.nanoTime();
        for (int number = 0; number < CASES; number++) {
            var envelope = phone.envelope().capturedAt(Instant.now());
            phone.submit(envelope).expect(201);
            String mobile = "06 2%07d".formatted(number);
            long sent = System.nanoTime();
            tablet.receive(envelope.id(), TestTablet.guardian().put("number", mobile))
                    .expect(201);
            gateway.await("submit");
            nanos.add(System.nanoTime() - sent);
        }
        figures.put(
                "receiptToText",
                Figures.of(nanos, (System.nanoTime() - began) / 1e9).json());
    }

    private void handovers(RemoteLoket loket, Kiosk kiosk) throws Exception {
        var endpoint = kiosk.endpoint();
        String password = kiosk.superuserPassword();
        String jdbc = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(endpoint.port());
        try (Connection superuser = DriverManager.getConnection(jdbc, "postgres", password)) {
            Table.make(superuser);
        }
        TestPhone phone = new TestPhone(loket);
        byte[] example = phone.seal(phone.envelope());
        PgBench floor =
                new PgBench(pgbench, Files.createDirectories(directory.resolve("pgbench")), endpoint.port(), password);
        String address = "postgresql://postgres:%s@127.0.0.1:%d/postgres".formatted(password, endpoint.port());
        try (BareProcess bare = new BareProcess(address)) {
            var _ = ours(phone, WARM_UP);
            var _ = bare(bare, example, WARM_UP);
            List<Figures> pg = new ArrayList<>();
            List<Figures> vertxOnly = new ArrayList<>();
            List<Figures> ours = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                pg.add(floor.run(USERS, ROUND, example.length));
                vertxOnly.add(bare(bare, example, ROUND));
                ours.add(ours(phone, ROUND));
            }
            Figures first = Figures.together(pg);
            Figures second = Figures.together(vertxOnly);
            Figures third = Figures.together(ours);
            figures.put("pgbench", first.json())
                    .put("bareVertx", second.json())
                    .put("handovers", third.json())
                    .put("handoversToBareVertx", Figures.rounded(third.perSecond() / second.perSecond()))
                    .put("bareVertxToPgbench", Figures.rounded(second.perSecond() / first.perSecond()))
                    .put("envelopeBytes", example.length)
                    .put("users", USERS);
        }
    }

    private Figures ours(TestPhone phone, Duration length) {
        Deque<byte[]> sealed = new ArrayDeque<>();
        for (int number = 0; number < ENVELOPES; number++) {
            sealed.add(phone.seal(phone.envelope().capturedAt(Instant.now())));
        }
        return Load.run(
                vertx,
                USERS,
                length,
                () -> sealed.isEmpty() ? null : phone.post(sealed.remove()).map(SmokeBench::created));
    }

    private Figures bare(BareProcess bare, byte[] body, Duration length) {
        WebClient client = bare.client(vertx, USERS);
        Buffer buffer = Buffer.buffer(body);
        return Load.run(vertx, USERS, length, () -> post(client, bare.port(), buffer));
    }

    private static Future<Integer> post(WebClient client, int port, Buffer body) {
        return client.post(port, "127.0.0.1", "/").sendBuffer(body).map(answer -> {
            if (answer.statusCode() != 201) {
                throw new IllegalStateException("The bare server answers " + answer.statusCode());
            }
            return answer.statusCode();
        });
    }

    private static Integer created(Reply reply) {
        var _ = reply.expect(201);
        return reply.status();
    }
}
