package nl.haltloket.testing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** A running loket as devices know it: by HTTP, whether it runs in this process or in another. */
public interface Loket {
    /** Sends a request as it is, with nothing added. */
    Future<Reply> send(HttpMethod method, String path, Map<String, String> headers, @Nullable Buffer body);

    /** A code that lets one device in; for a phone as the first referrer. */
    String invite(Profile profile);

    /** What this worker types to sign in. */
    String password(String login);
}
