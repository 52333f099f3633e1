package nl.haltloket.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command of {@code scripts/}, without the building that may come before it: a process of its own. */
public final class CommandRun {
    /** How it ended, and all that it said. */
    public record Ending(int exitCode, String text) {}

    private CommandRun() {}

    /** Runs the program with these arguments, where the scripts run it. */
    public static Ending of(Map<String, String> environment, Object... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                classPath(),
                "nl.haltloket.Main"));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return run(environment, command);
    }

    /** Runs a file of {@code scripts/}. */
    public static Ending script(String... nameAndArguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(nameAndArguments));
        command.set(0, root().resolve("scripts").resolve(nameAndArguments[0]).toString());
        return run(Map.of(), command);
    }

    private static Ending run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(root().toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), text);
    }

    private static Path root() {
        return Objects.requireNonNull(
                TestApp.configuration().toAbsolutePath().normalize().getParent());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
