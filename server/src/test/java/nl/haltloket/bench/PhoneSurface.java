package nl.haltloket.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes that the officer's phone gets over the network, as a browser that takes gzip and brotli asks for them. */
final class PhoneSurface {
    private static final Pattern IN_PAGE = Pattern.compile("(?:src|href)=\"(/[^\"#]+)\"");
    private static final Pattern IN_FILE =
            Pattern.compile("([A-Za-z0-9_.-]+-[A-Za-z0-9_-]{8}\\.(?:js|css|wasm|woff2|svg))");

    private final WebClient client;
    private final int port;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    PhoneSurface(Vertx vertx, int port) {
        this.client =
                WebClient.create(vertx, new WebClientOptions().setDecompressionSupported(false), new PoolOptions());
        this.port = port;
    }

    /** Page, scripts and styles: all that has to come before the first screen. */
    int first() {
        Matcher named = IN_PAGE.matcher(plain("/verwijzer"));
        int bytes = get("/verwijzer");
        while (named.find()) {
            bytes += get(named.group(1));
        }
        return bytes;
    }

    /** With everything that those name in their turn: the camera's reader, the fonts, later pages. */
    int whole() {
        int _ = first();
        int known;
        do {
            known = sizes.size();
            sizes.keySet().stream().toList().forEach(this::follow);
        } while (sizes.size() > known);
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void follow(String path) {
        if (path.endsWith(".js") || path.endsWith(".css")) {
            Matcher named = IN_FILE.matcher(plain(path));
            while (named.find()) {
                int _ = get("/assets/" + named.group(1));
            }
        }
    }

    private int get(String path) {
        return sizes.computeIfAbsent(path, _ -> body(ask(path, "br, gzip")).length());
    }

    private String plain(String path) {
        return body(ask(path, "identity")).toString();
    }

    private static Buffer body(HttpResponse<Buffer> answer) {
        return Objects.requireNonNull(answer.body(), "an empty file");
    }

    private HttpResponse<Buffer> ask(String path, String encodings) {
        var answer = client.get(port, "127.0.0.1", path)
                .putHeader("Accept-Encoding", encodings)
                .send()
                .await();
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer;
    }
}
