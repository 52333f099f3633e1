package nl.haltloket.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import nl.haltloket.config.Secret;
import nl.haltloket.notify.GatewaySettings;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Debian's Kannel, an SMS gateway that this project did not write, with the fake SMSC that comes with it: {@code
 * bearerbox}, {@code smsbox} and {@code fakesmsc} in a directory of their own, on loopback only.
 */
public final class KannelPeer implements AutoCloseable {
    private static final Path BEARERBOX = Path.of("/usr/sbin/bearerbox");
    private static final Path SMSBOX = Path.of("/usr/sbin/smsbox");
    private static final Path FAKESMSC = Path.of("/usr/lib/kannel/test/fakesmsc");
    private static final String SMSC = "FAKE";
    private static final Duration START = Duration.ofSeconds(20);

    private final Path directory;
    private final int smscPort = freePort();
    private final int sendPort = freePort();
    private final Process bearerbox;
    private final List<String> got = new CopyOnWriteArrayList<>();
    private @Nullable Process smsbox;
    private @Nullable Process smsc;

    /**
     * Starts it.
     *
     * @param callbackPort where texts that come in are posted
     * @param token what it then carries
     */
    public KannelPeer(Path directory, int callbackPort, String token) {
        if (!Files.isExecutable(BEARERBOX) || !Files.isExecutable(FAKESMSC)) {
            throw new IllegalStateException("Kannel is not here: sudo apt-get install kannel kannel-extras");
        }
        this.directory = directory;
        int smsboxPort = freePort();
        write(configuration(freePort(), smsboxPort, callbackPort, token));
        this.bearerbox = run("bearerbox", BEARERBOX.toString(), "-v", "1", "kannel.conf");
        awaitPort(smsboxPort);
        awaitPort(smscPort);
        startSmsbox();
    }

    private String configuration(int adminPort, int smsboxPort, int callbackPort, String token) {
        return """
                group = core
                admin-port = %d
                admin-interface = 127.0.0.1
                admin-password = beheer
                smsbox-port = %d
                smsbox-interface = 127.0.0.1
                box-deny-ip = "*.*.*.*"
                box-allow-ip = "127.0.0.1"

                group = smsc
                smsc = fake
                smsc-id = %s
                host = 127.0.0.1
                our-host = 127.0.0.1
                port = %d
                connect-allow-ip = 127.0.0.1

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d
                sendsms-interface = 127.0.0.1
                http-request-retry = 3
                http-queue-delay = 1

                group = sendsms-user
                username = loket
                password = geheim
                concatenation = true
                max-messages = 6

                group = sms-service
                keyword = default
                post-url = "http://loket:%s@127.0.0.1:%d/api/v1/gateways/http-2/plain-texts"
                max-messages = 0
                catch-all = true
                send-sender = true
                """.formatted(adminPort, smsboxPort, SMSC, smscPort, sendPort, token, callbackPort);
    }

    private void write(String configuration) {
        try {
            Files.writeString(directory.resolve("kannel.conf"), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a gateway that sends through it. */
    public GatewaySettings.Http settings(String password, String token) {
        return new GatewaySettings.Http(
                2,
                URI.create("http://127.0.0.1:" + sendPort + "/cgi-bin/sendsms"),
                "loket",
                new Secret(password),
                "Halt",
                Optional.of(SMSC),
                new Secret(token),
                10);
    }

    /** The box that takes messages by HTTP. */
    public void startSmsbox() {
        smsbox = run("smsbox", SMSBOX.toString(), "-v", "1", "kannel.conf");
        awaitPort(sendPort);
    }

    public void stopSmsbox() {
        end(smsbox);
    }

    /** The telephone network appears, and somebody there sends this: from, to, kind, words. */
    public void startNetwork(String text) {
        Process process = run(
                "fakesmsc",
                FAKESMSC.toString(),
                "-H",
                "127.0.0.1",
                "-r",
                String.valueOf(smscPort),
                "-i",
                "0.1",
                "-m",
                "1",
                text);
        smsc = process;
        Thread.ofPlatform().daemon().start(() -> {
            try (BufferedReader lines = Files.newBufferedReader(directory.resolve("fakesmsc.log"))) {
                while (process.isAlive()) {
                    String line = lines.readLine();
                    if (line != null && line.contains("Got message")) {
                        got.add(line.replaceFirst(".*Got message \\d+: <", "").replaceFirst(">$", ""));
                    } else if (line == null) {
                        TimeUnit.MILLISECONDS.sleep(20);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What the network got: from, to, kind, words. */
    public List<String> got() {
        return got;
    }

    @Override
    public void close() {
        end(smsc);
        end(smsbox);
        end(bearerbox);
    }

    private Process run(String name, String... command) {
        try {
            return new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve(name + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(@Nullable Process process) {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                var _ = process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitPort(int port) {
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(50)).until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException _) {
                return false;
            }
        });
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
