package nl.haltloket.journey;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real server in a process of its own, started in the root of the repository as {@code scripts/run} does. */
public final class KioskProcess implements AutoCloseable {
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 5;
    private static final List<String> FLAGS = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Path data;
    private final int gatewayPort;
    private final Map<String, String> more;
    private final Path home;
    private final int localPort;
    private final Process process;
    private final Terminal terminal;

    /** How a process ended. */
    public record Ending(int exitCode, String text) {}

    private KioskProcess(
            Path data, int gatewayPort, int localPort, Map<String, String> more, List<String> supervisor, Path home)
            throws IOException {
        this.home = home;
        this.data = data;
        this.gatewayPort = gatewayPort;
        this.localPort = localPort;
        this.more = more;
        this.process = launch(supervisor);
        this.terminal = new Terminal(process);
    }

    /** Starts on an empty directory, and returns when READY is printed. */
    public static KioskProcess start(Path data, int gatewayPort) throws Exception {
        return start(data, gatewayPort, Map.of());
    }

    /** As above with more settings, also on a directory that was used before; READY or LOCKED is printed. */
    static KioskProcess start(Path data, int gatewayPort, Map<String, String> more) throws Exception {
        return ready(new KioskProcess(data, gatewayPort, 0, more, List.of(), root()));
    }

    /** As above with the configuration in the {@code config} of this directory instead of the shipped one. */
    static KioskProcess startIn(Path home, Path data, int gatewayPort) throws Exception {
        return ready(new KioskProcess(data, gatewayPort, 0, Map.of(), List.of(), home));
    }

    /** The same under the supervisor of {@code scripts/run}, with plain HTTP on this port. */
    public static KioskProcess startSupervised(Path data, int gatewayPort, int localPort) throws Exception {
        return startSupervisedIn(root(), data, gatewayPort, localPort);
    }

    /** As above with the configuration in the {@code config} of this directory. */
    public static KioskProcess startSupervisedIn(Path home, Path data, int gatewayPort, int localPort)
            throws Exception {
        return ready(new KioskProcess(data, gatewayPort, localPort, Map.of(), supervisor(), home));
    }

    /** The supervisor of {@code scripts/run}; what to supervise comes behind it. */
    public static List<String> supervisor() {
        String library = root().resolve("scripts/lib.sh").toString();
        return List.of("bash", "-euo", "pipefail", "-c", "source \"$0\"; supervise \"$@\"", library);
    }

    private static KioskProcess ready(KioskProcess kiosk) throws Exception {
        try {
            String _ = kiosk.terminal.ready().get(START_SECONDS, TimeUnit.SECONDS);
            return kiosk;
        } catch (Exception e) {
            kiosk.close();
            throw e;
        }
    }

    /** The words that open it, which only the first start prints. */
    String passphrase() {
        return terminal.find("wachtzin   (\\S.*)");
    }

    /** {@code kill -9}: it has no time for anything. */
    void killForGood() throws InterruptedException {
        boolean _ = process.toHandle().destroyForcibly();
        int _ = process.waitFor();
    }

    /** Plain HTTP, for this machine only. */
    int localPort() {
        return Integer.parseInt(terminal.find("http://localhost:(\\d+)/beheer"));
    }

    int securePort() {
        return Integer.parseInt(terminal.find("https://loket\\.test poort (\\d+)"));
    }

    /** The drill's certificate authority, where the terminal says that it is. */
    Path authority() {
        return root().resolve(terminal.find("certificaat van de oefening: (\\S+)"));
    }

    public String password(String login) {
        return terminal.find(login + "\\s+wachtwoord (\\S+)");
    }

    /** The code with which a first phone ({@code verwijzer}) or tablet ({@code loket}) joins. */
    public String joinCode(String surface) {
        return terminal.find("/" + surface + "\\s+aanmeldcode (\\S+)");
    }

    /** Everything printed so far. */
    public String text() {
        return terminal.text();
    }

    /** All that it keeps, temporary files included. */
    Path directory() {
        return data;
    }

    public Path database() {
        return data.resolve("drill").resolve("postgres");
    }

    /** The same program with arguments, beside the running one. */
    Ending run(String... arguments) throws Exception {
        Process beside = launch(List.of(), arguments);
        String text = new Terminal(beside).whole();
        return new Ending(beside.waitFor(), text);
    }

    /** Kills the server as the kernel would; the supervisor lives on. */
    public void kill() {
        long killed = process.children().filter(ProcessHandle::destroyForcibly).count();
        if (killed != 1) {
            throw new AssertionError(killed + " servers were running");
        }
    }

    /** Asks it to stop, as the system does; whoever waits too long kills it. */
    public Ending stop() throws Exception {
        boolean _ = process.toHandle().destroy(); // unlike the process's own, it leaves the output to be read
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running " + STOP_SECONDS + " s after SIGTERM:\n" + text());
        }
        return new Ending(process.exitValue(), terminal.whole());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        boolean _ = process.toHandle().destroyForcibly();
        Delivered.unsharePrograms(data);
    }

    private Process launch(List<String> supervisor, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(supervisor);
        String temporary = "-Djava.io.tmpdir=" + Files.createDirectories(data.resolve("tmp"));
        if (Jar.DELIVERED == null) {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(FLAGS);
            command.addAll(List.of(temporary, "-cp", classPath(), "nl.haltloket.Main"));
        } else {
            Jar.DELIVERED.sharePrograms(data);
            command.addAll(Jar.DELIVERED.command(temporary));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        // Ours, and no setting of the kiosk.
        var _ = builder.environment().remove("HALTLOKET_PICTURES");
        builder.environment().putAll(settings());
        builder.environment().putAll(more);
        return builder.start();
    }

    /** What Maven delivered; null in a test that is run without it, which starts the classes. */
    private static final class Jar {
        static final @Nullable Delivered DELIVERED = find();

        private static @Nullable Delivered find() {
            String jar = System.getProperty("haltloket.jar");
            return jar == null ? null : Delivered.of(root(), Path.of(jar));
        }
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("HALTLOKET_DATA_DIR", data.toString()),
                Map.entry("HALTLOKET_HTTP_PORT", "0"),
                Map.entry("HALTLOKET_HTTP_PUBLIC_PORT", "443"),
                Map.entry("HALTLOKET_HTTP_LOCAL_PORT", String.valueOf(localPort)),
                Map.entry("HALTLOKET_HTTP_MANAGEMENT_PORT", "0"),
                Map.entry("HALTLOKET_SMS_1_KIND", "smpp"),
                Map.entry("HALTLOKET_SMS_1_HOST", "127.0.0.1"),
                Map.entry("HALTLOKET_SMS_1_PORT", String.valueOf(gatewayPort)),
                Map.entry("HALTLOKET_SMS_1_SYSTEM_ID", "loket"),
                Map.entry("HALTLOKET_SMS_1_PASSWORD", "geheim"),
                // One story has one mother, and she is texted in every test.
                Map.entry("HALTLOKET_SMS_CAP_PER_NUMBER", "1000"));
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Of the repository. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("config")) ? here : here.resolve("..").normalize();
    }
}
