package nl.haltloket.testing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where devices knock: a server in this process or in another. */
public interface Door {
    /** Sends a request as it is, with nothing added; the answer is held against the contract. */
    Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body);

    /** The same, over this client to a port of this machine. */
    static Future<Reply> send(
            WebClient client,
            int port,
            HttpMethod method,
            String path,
            Map<String, String> headers,
            @Nullable Buffer body) {
        var request = client.request(method, port, "127.0.0.1", path);
        headers.forEach(request::putHeader);
        Future<HttpResponse<Buffer>> sent = body == null ? request.send() : request.sendBuffer(body);
        return sent.map(response -> new Reply(
                        response.statusCode(),
                        response.headers(),
                        Optional.ofNullable(response.body()).orElseGet(Buffer::buffer)))
                .map(reply -> ContractCheck.checked(method, path, reply));
    }
}
