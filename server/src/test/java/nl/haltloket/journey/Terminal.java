package nl.haltloket.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process prints, as the person in front of it reads it. */
final class Terminal {
    private final List<String> lines = new ArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Thread reading;

    Terminal(Process process) {
        reading = Thread.ofPlatform().daemon().name("terminal").start(() -> read(process));
    }

    /** The address behind READY or LOCKED; fails with all that was printed when the process ends before. */
    CompletableFuture<String> ready() {
        return ready;
    }

    /** The first group of the first match anywhere in the text. */
    String find(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text());
        if (!matcher.find()) {
            throw new AssertionError("Nothing like " + pattern + " in:\n" + text());
        }
        return matcher.group(1);
    }

    synchronized String text() {
        return String.join("\n", lines);
    }

    /** Everything, once the process has ended. */
    String whole() throws InterruptedException {
        reading.join();
        return text();
    }

    private void read(Process process) {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
            ready.completeExceptionally(new AssertionError("It ended before it was ready:\n" + text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void add(String line) {
        lines.add(line);
        if (line.startsWith("READY ") || line.startsWith("LOCKED ")) {
            ready.complete(line.substring(line.indexOf(' ') + 1));
        }
    }
}
