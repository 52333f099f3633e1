package nl.haltloket.notify.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import nl.haltloket.notify.SendFailure;
import org.jspecify.annotations.Nullable;

/**
 * Asks one provider over HTTP, and tells apart what a sender of messages must tell apart: without a connection nothing
 * left this machine ({@link SendFailure.Retryable}); once the request may be on its way, silence is doubt ({@link
 * SendFailure.Unanswered}).
 */
final class HttpCaller {
    /** A page of 250 messages of Notify is well under it. */
    private static final int BODY_MAX_BYTES = 2_000_000;

    private static final int CONNECT_MILLIS = 2000;
    private static final int REST_SECONDS = 5;

    private final HttpClient http;
    private final URI base;
    private final String prefix;
    private final Duration patience;

    /**
     * What came back.
     *
     * @param date the provider's clock, when it tells
     * @param pause that it asks for (Retry-After, in seconds); zero when it asks for none
     */
    record Answer(int status, @Nullable String date, Duration pause, Buffer body) {}

    /**
     * @param base scheme, host, port and the path that every request starts with
     * @param prefix of the codes of failures, such as {@code notify}
     * @param patience from the request to the end of its answer
     */
    HttpCaller(Vertx vertx, URI base, String prefix, int window, Duration patience) {
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(REST_SECONDS)
                .setSsl("https".equals(base.getScheme()));
        // One more than messages, so that a question never waits behind them.
        this.http = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(window + 1));
        this.base = base;
        this.prefix = prefix;
        this.patience = patience;
    }

    /** Fails with a {@link SendFailure} only; any answer of the provider is a success here. */
    Future<Answer> call(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(port())
                .setURI(path(path))
                .setConnectTimeout(CONNECT_MILLIS);
        headers.forEach(options::addHeader);
        return http.request(options)
                .recover(_ -> Future.failedFuture(SendFailure.retryable(prefix + "-unreachable")))
                .compose(request -> answer(request, body));
    }

    private Future<Answer> answer(HttpClientRequest request, @Nullable Buffer body) {
        return (body == null ? request.send() : request.send(body))
                .compose(response -> whole(response)
                        .map(read ->
                                new Answer(response.statusCode(), response.getHeader("Date"), pause(response), read)))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .recover(_ -> {
                    var _ = request.reset();
                    return Future.failedFuture(SendFailure.unanswered(prefix + "-no-answer"));
                });
    }

    /** As a date (RFC 9110, 10.2.3) it is not read: the pause is then our own. */
    private static Duration pause(HttpClientResponse response) {
        String asked = response.getHeader("Retry-After");
        return asked != null && asked.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(asked)) : Duration.ZERO;
    }

    private static Future<Buffer> whole(HttpClientResponse response) {
        Promise<Buffer> body = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(chunk -> {
            if (read.length() + chunk.length() > BODY_MAX_BYTES) {
                body.tryFail("The answer is too long");
            } else {
                read.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(body::tryFail);
        response.endHandler(_ -> body.tryComplete(read));
        return body.future();
    }

    private String path(String path) {
        String start = base.getRawPath() == null ? "" : base.getRawPath().replaceFirst("/+$", "");
        String all = start + path;
        return all.isEmpty() ? "/" : all;
    }

    private int port() {
        if (base.getPort() > 0) {
            return base.getPort();
        }
        return "https".equals(base.getScheme()) ? 443 : 80;
    }

    Future<Void> close() {
        return http.close();
    }
}
