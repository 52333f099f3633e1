package nl.haltloket.testing;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What the server answered. */
public record Reply(int status, MultiMap headers, Buffer body) {
    /** The body as JSON. */
    public JsonObject json() {
        return body.toJsonObject();
    }

    /** Status and code of a refusal, such as {@code 409 card.used}; the status alone of anything else. */
    public String outcome() {
        return "application/problem+json".equals(mediaType())
                ? status + " " + json().getString("code")
                : String.valueOf(status);
    }

    /** The media type, or null. */
    public @Nullable String mediaType() {
        return headers.get("Content-Type");
    }

    /** The body; fails when the status is another one. */
    @CanIgnoreReturnValue
    public JsonObject expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("Expected " + wanted + " but was " + status + ": " + body);
        }
        return body.length() == 0 ? new JsonObject() : json();
    }
}
