package nl.haltloket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.haltloket.db.EmbeddedServer;
import nl.haltloket.db.Endpoint;

/** The kiosk as {@code scripts/run} starts it, seen from outside. */
final class Kiosk implements AutoCloseable {
    private static final int STOP_SECONDS = 15;
    private static final double NANOS_PER_MS = 1e6;

    private final Path data;
    private final Process script;
    private final StringBuilder printed = new StringBuilder();
    private final double readyMs;

    /** Starts on a data directory with a gateway on this port, and waits for READY. */
    Kiosk(Path root, Path data, int gatewayPort) throws IOException {
        this(
                root,
                data,
                Map.of(
                        "HALTLOKET_SMS_1_KIND", "smpp",
                        "HALTLOKET_SMS_1_HOST", "127.0.0.1",
                        "HALTLOKET_SMS_1_PORT", String.valueOf(gatewayPort),
                        "HALTLOKET_SMS_1_SYSTEM_ID", "loket",
                        "HALTLOKET_SMS_1_PASSWORD", "meting"));
    }

    /** The same with these settings of the gateways. */
    Kiosk(Path root, Path data, Map<String, String> gateways) throws IOException {
        this.data = data;
        ProcessBuilder builder = new ProcessBuilder(root.resolve("scripts/run").toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "HALTLOKET_DATA_DIR", data.toString(),
                        "HALTLOKET_HTTP_PORT", "0",
                        "HALTLOKET_HTTP_LOCAL_PORT", "0",
                        "HALTLOKET_HTTP_MANAGEMENT_PORT", "0"));
        builder.environment().putAll(gateways);
        builder.environment()
                .putAll(Map.of(
                        "HALTLOKET_SMS_CAP_PER_NUMBER", "10000",
                        "HALTLOKET_SMS_CAP_PER_HOUR", "100000"));
        long began = System.nanoTime();
        this.script = builder.start();
        BufferedReader lines = script.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith("READY")) {
            printed.append(line).append('\n');
            line = lines.readLine();
        }
        this.readyMs = (System.nanoTime() - began) / NANOS_PER_MS;
        if (line == null) {
            throw new IllegalStateException("It did not start:\n" + printed);
        }
        printed.append(line).append('\n');
        Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(_ -> {})); // whoever prints must be read
    }

    double readyMs() {
        return readyMs;
    }

    int port() {
        return Integer.parseInt(find("READY http://localhost:(\\d+)"));
    }

    String password(String login) {
        return find(login + "\\s+wachtwoord (\\S+)");
    }

    Path database() {
        return data.resolve("drill").resolve("postgres");
    }

    /** Where its PostgreSQL listens. */
    Endpoint endpoint() {
        return EmbeddedServer.running(database()).orElseThrow();
    }

    String superuserPassword() throws IOException {
        return Files.readString(database().resolve("superuser.password")).strip();
    }

    /** Memory of the Java process, in megabytes: its part of what is shared included (PSS). */
    long javaMb() throws IOException {
        return pssMb(javaProcesses());
    }

    List<Long> javaProcesses() {
        return Stream.concat(Stream.of(script.toHandle()), script.descendants())
                .filter(process -> process.info().command().orElse("").endsWith("/java"))
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Memory of all PostgreSQL processes, in megabytes (PSS, so that shared buffers count once). */
    long postgresMb() throws IOException {
        return pssMb(postgresProcesses());
    }

    List<Long> postgresProcesses() {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> worksIn(pid, database()))
                .toList();
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + pid + "/cwd")).startsWith(directory);
        } catch (IOException e) {
            return false; // it ended, or is not ours to look at
        }
    }

    private static long pssMb(List<Long> pids) throws IOException {
        long kilobytes = 0;
        for (long pid : pids) {
            Matcher pss = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB")
                    .matcher(Files.readString(Path.of("/proc/" + pid + "/smaps_rollup")));
            kilobytes += pss.find() ? Long.parseLong(pss.group(1)) : 0;
        }
        return kilobytes / 1024;
    }

    private String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        if (!matcher.find()) {
            throw new IllegalStateException("Nothing like " + pattern + " in:\n" + printed);
        }
        return matcher.group(1);
    }

    @Override
    public void close() {
        boolean _ = script.toHandle().destroy();
        script.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
}
