package nl.haltloket.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL's own {@code pgbench}, doing the same durable insert without any server in between. */
final class PgBench {
    private static final int MICROS_COLUMN = 2;

    private final Path program;
    private final Path directory;
    private final List<String> place;
    private final Map<String, String> environment;

    /** The program, a directory for its log, and where the database is. */
    PgBench(Path program, Path directory, int port, String password) {
        this.program = program;
        this.directory = directory;
        this.place = List.of("--host=127.0.0.1", "--port=" + port, "--username=postgres", "postgres");
        this.environment = Map.of("PGPASSWORD", password);
    }

    /** So many clients, each with its own connection, insert so many bytes at a time. */
    Figures run(int clients, Duration length, int bytes) throws IOException, InterruptedException {
        Path script = directory.resolve("insert.sql");
        var _ = Files.writeString(
                script,
                "INSERT INTO bench.handover (id, sealed) VALUES (gen_random_uuid(),"
                        + " decode(repeat('a7', %d), 'hex'));%n".formatted(bytes));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=1",
                "--time=" + length.toSeconds(),
                "--file=" + script,
                "--log",
                "--log-prefix=" + directory.resolve("transactions")));
        command.addAll(place);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("pgbench.txt").toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("pgbench failed: " + Files.readString(directory.resolve("pgbench.txt")));
        }
        return Figures.of(latencies(), (double) length.toSeconds());
    }

    private List<Long> latencies() throws IOException {
        List<Long> nanos = new ArrayList<>();
        List<Path> logs;
        try (Stream<Path> files = Files.list(directory)) {
            logs = files.filter(file -> file.getFileName().toString().startsWith("transactions"))
                    .toList();
        }
        for (Path log : logs) {
            for (String line : Files.readAllLines(log)) {
                nanos.add(Long.parseLong(line.split(" ", -1)[MICROS_COLUMN]) * 1000);
            }
            Files.delete(log);
        }
        return nanos;
    }
}
