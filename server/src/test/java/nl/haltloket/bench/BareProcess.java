package nl.haltloket.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@link BareServer} in a process of its own, with the flags that the kiosk has. */
final class BareProcess implements AutoCloseable {
    private static final String PORT = "PORT ";

    private final Process process;
    private final int port;

    BareProcess(String database) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        database))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        if (line == null || !line.startsWith(PORT)) {
            throw new IllegalStateException("The bare server did not start: " + line);
        }
        port = Integer.parseInt(line.substring(PORT.length()));
    }

    int port() {
        return port;
    }

    WebClient client(Vertx vertx, int connections) {
        return WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
    }

    @Override
    public void close() {
        process.destroy();
    }
}
