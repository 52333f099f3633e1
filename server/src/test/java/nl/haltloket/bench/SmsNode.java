package nl.haltloket.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** {@link SmsSender} in a process, killed and started again as often as asked. */
final class SmsNode implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final List<String> command = new ArrayList<>();
    private final Map<String, String> environment;
    private final Path log;
    private Process process;

    /**
     * Starts it.
     *
     * @param name of the node
     * @param environment the settings of the gateways, as {@link #gateways} makes them
     * @param place address of the database, with its user
     * @param keys file with the event key
     * @param log where it writes what goes wrong
     */
    SmsNode(String name, Map<String, String> environment, String place, Path keys, Path log) throws IOException {
        this.environment = new HashMap<>(environment);
        this.log = log;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                SmsSender.class.getName(),
                config().toString(),
                keys.toString(),
                place,
                name));
        this.process = launch();
    }

    /** Slots 1 and on, each a peer on this machine. */
    static Map<String, String> gateways(int window, List<Integer> ports) {
        Map<String, String> settings = new HashMap<>();
        IntStream.range(0, ports.size()).forEach(index -> {
            String slot = "HALTLOKET_SMS_" + (index + 1) + "_";
            settings.put(slot + "KIND", "smpp");
            settings.put(slot + "HOST", "127.0.0.1");
            settings.put(slot + "PORT", String.valueOf(ports.get(index)));
            settings.put(slot + "SYSTEM_ID", "loket");
            settings.put(slot + "PASSWORD", "meting");
            settings.put(slot + "WINDOW", String.valueOf(window));
        });
        return settings;
    }

    /** {@code kill -9}, and a new process at once. */
    void killAndStart() throws IOException, InterruptedException {
        boolean _ = process.toHandle().destroyForcibly();
        int _ = process.waitFor();
        process = launch();
    }

    /** Whether it works; it never ends by itself. */
    boolean lives() {
        return process.isAlive();
    }

    /** What went wrong so far. */
    String complaints() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        boolean _ = process.toHandle().destroyForcibly();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Path config() {
        Path here = Path.of("config").toAbsolutePath();
        return Files.exists(here) ? here : Path.of("../config").toAbsolutePath().normalize();
    }
}
