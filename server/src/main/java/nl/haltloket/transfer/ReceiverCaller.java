package nl.haltloket.transfer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends packages over HTTPS, and gives whatever a receiver answers; fails with {@link Unsent} only. */
final class ReceiverCaller {
    private static final int CONNECT_MILLIS = 5000;
    private static final int ANSWER_MAX_BYTES = 64 * 1024;
    private static final int HTTPS = 443;

    private final Vertx vertx;
    private final Duration patience;
    private final Map<String, HttpClient> lines = new ConcurrentHashMap<>();

    /** @param patience from the first byte sent to the last of the answer */
    ReceiverCaller(Vertx vertx, Duration patience) {
        this.vertx = vertx;
        this.patience = patience;
    }

    /** What came back. */
    record Answer(int status, String mediaType, byte[] body) {}

    /** No answer came back; a package of which nobody knows is sent again under its id. */
    static final class Unsent extends Exception {
        private final TransferProblem problem;

        Unsent(TransferProblem problem, Throwable cause) {
            super(problem.name(), cause);
            this.problem = problem;
        }

        TransferProblem problem() {
            return problem;
        }
    }

    /** Offers a package under the id of its transfer, by which a receiver knows it again. */
    Future<Answer> send(Receiver receiver, UUID transferId, byte[] sealed, byte[] hash) {
        return line(receiver)
                .request(options(receiver, transferId, hash))
                .recover(failure -> Future.failedFuture(new Unsent(connecting(failure), failure)))
                .compose(request -> answer(request, sealed));
    }

    private static RequestOptions options(Receiver receiver, UUID transferId, byte[] hash) {
        var url = receiver.url();
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : HTTPS)
                .setSsl(true)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setConnectTimeout(CONNECT_MILLIS)
                .addHeader("Content-Type", "application/octet-stream")
                .addHeader("Accept", "application/cose")
                .addHeader("Idempotency-Key", transferId.toString())
                .addHeader("Content-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
    }

    private static TransferProblem connecting(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return TransferProblem.CERTIFICATE;
            }
        }
        return TransferProblem.UNREACHABLE;
    }

    private Future<Answer> answer(HttpClientRequest request, byte[] sealed) {
        return request.send(Buffer.buffer(sealed))
                .compose(ReceiverCaller::whole)
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .recover(failure -> {
                    var _ = request.reset();
                    return Future.failedFuture(new Unsent(TransferProblem.NO_ANSWER, failure));
                });
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        Buffer read = Buffer.buffer();
        response.handler(chunk -> {
            if (read.length() <= ANSWER_MAX_BYTES) {
                read.appendBuffer(chunk);
            }
        });
        return response.end()
                .map(_ -> new Answer(
                        response.statusCode(),
                        mediaType(response.getHeader("Content-Type")),
                        read.length() > ANSWER_MAX_BYTES ? new byte[0] : read.getBytes()));
    }

    private static String mediaType(@Nullable String header) {
        return header == null ? "" : header.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    }

    private HttpClient line(Receiver receiver) {
        return lines.computeIfAbsent(receiver.id(), _ -> {
            HttpClientOptions options = new HttpClientOptions().setSsl(true).setVerifyHost(true);
            receiver.trust()
                    .ifPresent(authority ->
                            options.setTrustOptions(new PemTrustOptions().addCertPath(authority.toString())));
            return vertx.createHttpClient(options);
        });
    }

    Future<Void> close() {
        return Future.join(lines.values().stream().map(HttpClient::close).toList())
                .mapEmpty();
    }
}
