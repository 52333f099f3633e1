package nl.haltloket.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One start of PostgreSQL, given up as soon as it died.
 *
 * <p>The library only waits for an answer, for as long as the slowest start may take; nobody would look after a server
 * that dies in that time.
 */
final class Start {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final ServerProcesses processes;
    private final Path data;
    private final FutureTask<EmbeddedPostgres> answer;
    private final Thread thread;
    private boolean begun;

    Start(EmbeddedPostgres.Builder builder, Path data) throws IOException {
        this.processes = new ServerProcesses(data);
        this.data = data;
        this.answer = new FutureTask<>(builder::start);
        this.thread = Thread.ofPlatform().daemon().name("database-start").start(answer);
    }

    /**
     * Returns when it answers.
     *
     * @throws IOException when it died, took longer than this, or the caller was interrupted; nothing of it runs then
     *     but what {@link ServerProcesses#stopLeftovers} finds
     */
    EmbeddedPostgres await(Duration max) throws IOException {
        long deadline = System.nanoTime() + max.toNanos();
        try {
            while (System.nanoTime() < deadline && !died()) {
                if (answer.isDone() || isAnswered()) {
                    return answer.get();
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL did not start", e.getCause());
        } catch (InterruptedException e) {
            giveUp();
            Thread.currentThread().interrupt();
            throw new IOException("The start of PostgreSQL was cut short", e);
        }
        giveUp();
        throw new IOException("PostgreSQL died while it was starting, or took more than " + max.toSeconds() + " s");
    }

    private boolean isAnswered() throws InterruptedException, ExecutionException {
        try {
            return answer.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS) != null;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /**
     * pg_ctl waits beside the server that it starts until that answers or is dead. Both may have come and gone between
     * two looks; what the server wrote first is still there then.
     */
    private boolean died() throws IOException {
        boolean waited = begun;
        boolean pgCtl = ProcessHandle.current().descendants().anyMatch(this::isPgCtl);
        begun |= pgCtl || processes.haveBegun();
        return waited && !pgCtl && processes.postmaster().isEmpty() && !answer.isDone();
    }

    private boolean isPgCtl(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return info.command().filter(command -> command.endsWith("/pg_ctl")).isPresent()
                && info.commandLine()
                        .filter(line -> line.contains(data.toString()))
                        .isPresent();
    }

    /** Asked to stop waiting, the library takes the server for started; its lock must go, or no other start gets it. */
    private void giveUp() throws IOException {
        ProcessHandle.current().descendants().filter(this::isPgCtl).forEach(ProcessHandle::destroyForcibly);
        try {
            while (!answer.isDone()) {
                thread.interrupt();
                Thread.sleep(LOOK_EVERY);
            }
            answer.get().close();
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
