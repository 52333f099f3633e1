package nl.haltloket.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An SMPP gateway in a process of its own, of {@code src/test/peer}: it prints a JSON line for each thing that happens,
 * and takes JSON lines that change how it behaves.
 */
public abstract sealed class PeerProcess implements AutoCloseable permits SmppPeer, PerlSmppPeer {
    private static final int SECONDS_MAX = 30;

    private record Waiter(Predicate<JsonObject> wanted, CompletableFuture<JsonObject> found) {}

    private final Process process;
    private final Writer commands;
    private final List<JsonObject> unread = new ArrayList<>();
    private final List<JsonObject> everything = new ArrayList<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private final int port;
    private boolean ended;

    /**
     * Starts it, and waits until it listens.
     *
     * @param program that runs the script
     * @param script its name in {@code src/test/peer}
     */
    PeerProcess(String program, String script, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(program, script(script).toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter();
        Thread.ofPlatform().daemon().name(script).start(this::readAll);
        port = await("listening").getInteger("port");
    }

    public final int port() {
        return port;
    }

    /** Changes how the peer behaves, and returns when it does. */
    public final void tell(JsonObject command) {
        try {
            commands.write(command.encode() + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject _ = await("obeyed");
    }

    /** The oldest happening of this kind that was not asked for yet. */
    @CanIgnoreReturnValue
    public final JsonObject await(String happening) {
        return await(line -> happening.equals(line.getString("happening")));
    }

    /** Behaves well from now on, and nothing happened yet. */
    public final void reset() {
        tell(new JsonObject().put("reset", true).put("return", true));
        forget();
    }

    private synchronized void forget() {
        unread.clear();
        everything.clear();
    }

    /** How many happenings of this kind nobody asked for. */
    public final synchronized long unread(String happening) {
        return unread.stream()
                .filter(line -> happening.equals(line.getString("happening")))
                .count();
    }

    /** The text of every message that it was ever given. */
    public final synchronized List<String> texts() {
        return submits().map(line -> line.getString("text")).toList();
    }

    /** How many submits were unanswered at once, at most. */
    public final synchronized int mostUnanswered() {
        return submits().mapToInt(line -> line.getInteger("unanswered")).max().orElse(0);
    }

    /** How many messages it was ever given for this number. */
    public final synchronized long to(String number) {
        return submits().filter(line -> number.equals(line.getString("to"))).count();
    }

    private Stream<JsonObject> submits() {
        return everything.stream().filter(line -> "submit".equals(line.getString("happening")));
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** It dies in the middle of whatever it does, and is gone when this returns. */
    public final void kill() {
        process.destroyForcibly().onExit().join();
    }

    private JsonObject await(Predicate<JsonObject> wanted) {
        try {
            return find(wanted).get(SECONDS_MAX, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The peer did not say so; it said " + unread, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized CompletableFuture<JsonObject> find(Predicate<JsonObject> wanted) {
        for (Iterator<JsonObject> lines = unread.iterator(); lines.hasNext(); ) {
            JsonObject line = lines.next();
            if (wanted.test(line)) {
                lines.remove();
                return CompletableFuture.completedFuture(line);
            }
        }
        Waiter waiter = new Waiter(wanted, new CompletableFuture<>());
        if (ended) {
            waiter.found().completeExceptionally(new IllegalStateException("The peer has ended"));
        }
        waiters.add(waiter);
        return waiter.found();
    }

    private void readAll() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                happened(new JsonObject(line));
            }
        } catch (IOException _) {
            // Closed by us: nothing more will come.
        }
        end();
    }

    private synchronized void end() {
        ended = true;
        waiters.forEach(
                waiter -> waiter.found().completeExceptionally(new IllegalStateException("The peer has ended")));
    }

    private synchronized void happened(JsonObject line) {
        everything.add(line);
        @Nullable
        Waiter waiter = waiters.stream()
                .filter(waiting -> waiting.wanted().test(line))
                .findFirst()
                .orElse(null);
        if (waiter == null) {
            unread.add(line);
        } else {
            waiters.remove(waiter);
            waiter.found().complete(line);
        }
    }

    private static Path script(String name) {
        Path here = Path.of("src/test/peer", name);
        return here.toFile().exists() ? here : Path.of("server").resolve(here);
    }
}
