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
import org.jspecify.annotations.Nullable;

/** The gateway of npm's {@code smpp}, run by Node: see {@code src/test/peer/smpp-peer.mjs} for what it can be told. */
public final class SmppPeer implements AutoCloseable {
    private static final int SECONDS_MAX = 10;

    private record Waiter(Predicate<JsonObject> wanted, CompletableFuture<JsonObject> found) {}

    private final Process process;
    private final Writer commands;
    private final List<JsonObject> unread = new ArrayList<>();
    private final List<JsonObject> everything = new ArrayList<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private final int port;

    public SmppPeer() {
        this(Map.of());
    }

    /** One that speaks TLS with these PEM files, on this loopback address. */
    public static SmppPeer secured(String address, Path certificate, Path privateKey) {
        return new SmppPeer(Map.of(
                "SMPP_HOST", address,
                "SMPP_TLS_CERT", certificate.toString(),
                "SMPP_TLS_KEY", privateKey.toString()));
    }

    private SmppPeer(Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder("node", script().toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        commands = process.outputWriter();
        Thread.ofPlatform().daemon().name("smpp-peer").start(this::readAll);
        port = await("listening").getInteger("port");
    }

    public int port() {
        return port;
    }

    /** Changes how the peer behaves, and returns when it does. */
    public void tell(JsonObject command) {
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
    public JsonObject await(String happening) {
        return await(line -> happening.equals(line.getString("happening")));
    }

    /** Behaves well from now on, and nothing happened yet. */
    public void reset() {
        tell(new JsonObject().put("reset", true).put("return", true));
        forget();
    }

    private synchronized void forget() {
        unread.clear();
        everything.clear();
    }

    /** How many happenings of this kind nobody asked for. */
    public synchronized long unread(String happening) {
        return unread.stream()
                .filter(line -> happening.equals(line.getString("happening")))
                .count();
    }

    /** The text of every message that it was ever given. */
    public synchronized List<String> texts() {
        return everything.stream()
                .filter(line -> "submit".equals(line.getString("happening")))
                .map(line -> line.getString("text"))
                .toList();
    }

    /** How many submits were unanswered at once, at most. */
    public synchronized int mostUnanswered() {
        return everything.stream()
                .filter(line -> "submit".equals(line.getString("happening")))
                .mapToInt(line -> line.getInteger("unanswered"))
                .max()
                .orElse(0);
    }

    /** How many messages it was ever given for this number. */
    public synchronized long to(String number) {
        return everything.stream()
                .filter(line -> "submit".equals(line.getString("happening")) && number.equals(line.getString("to")))
                .count();
    }

    @Override
    public void close() {
        process.destroy();
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
        waiters.add(waiter);
        return waiter.found();
    }

    private void readAll() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                happened(new JsonObject(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Path script() {
        Path here = Path.of("src/test/peer/smpp-peer.mjs");
        return here.toFile().exists() ? here : Path.of("server").resolve(here);
    }
}
