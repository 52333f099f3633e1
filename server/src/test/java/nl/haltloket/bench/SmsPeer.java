package nl.haltloket.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The gateway of {@code src/test/peer/smpp-peer.mjs} for measurements: it counts tens of thousands of messages, and it
 * can die and hang as a process does.
 */
final class SmsPeer implements AutoCloseable {
    private static final int SECONDS_MAX = 10;

    private final int gateway;
    private final SmsSubmits submits;
    private final Process process;
    private final Writer commands;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final ConcurrentLinkedQueue<CompletableFuture<Void>> asked = new ConcurrentLinkedQueue<>();
    private final Semaphore binds = new Semaphore(0);

    /**
     * Starts it.
     *
     * @param gateway its number in what it tells, from 1
     * @param submits where it tells
     */
    SmsPeer(int gateway, SmsSubmits submits) throws IOException {
        this.gateway = gateway;
        this.submits = submits;
        this.process = new ProcessBuilder("node", script().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.commands = process.outputWriter();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close)); // one that hangs would outlive us
        Thread.ofPlatform().daemon().name("sms-peer-" + gateway).start(this::read);
        int _ = port();
    }

    int port() {
        return port.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    long pid() {
        return process.pid();
    }

    /** Changes how it behaves, and returns when it does. */
    void tell(JsonObject command) throws IOException {
        CompletableFuture<Void> obeyed = new CompletableFuture<>();
        asked.add(obeyed);
        commands.write(command.encode() + "\n");
        commands.flush();
        obeyed.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    /** Lets each message meet faults by chance, with these shares of all. */
    void chaos(long seed, JsonObject shares) throws IOException {
        tell(new JsonObject().put("chaos", new JsonObject().put("seed", seed).put("shares", shares)));
    }

    /** Waits until somebody binds who was not waited for yet. */
    void awaitBind(Duration limit) throws InterruptedException {
        if (!binds.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("Nobody bound to gateway " + gateway + " within " + limit);
        }
    }

    /** Forgets who bound so far. */
    void forgetBinds() {
        int _ = binds.drainPermits();
    }

    /** Dies: its connections break at once. */
    void die() throws InterruptedException {
        boolean _ = process.toHandle().destroyForcibly();
        int _ = process.waitFor();
    }

    /** Hangs: its connections stay open, and nothing is answered. */
    void hang() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Goes on after {@link #hang()} as if nothing had been. */
    void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(List.of("kill", "-" + name, String.valueOf(process.pid())))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("Gateway " + gateway + " could not be given SIG" + name);
        }
    }

    @Override
    public void close() {
        boolean _ = process.toHandle().destroyForcibly();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                happened(new JsonObject(line), System.nanoTime());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void happened(JsonObject line, long nanos) {
        switch (line.getString("happening")) {
            case "submit" ->
                submits.add(new SmsSubmits.Submit(
                        gateway, line.getString("to"), line.getString("fate"), line.getBoolean("taken"), nanos));
            case "listening" -> port.complete(line.getInteger("port"));
            case "bind" -> binds.release();
            case "closed" -> submits.broke();
            case "obeyed" -> asked.remove().complete(null);
            default -> {}
        }
    }

    private static Path script() {
        Path here = Path.of("src/test/peer/smpp-peer.mjs");
        return here.toFile().exists() ? here : Path.of("server").resolve(here);
    }
}
