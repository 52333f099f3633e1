package nl.haltloket.web;

import io.vertx.core.buffer.Buffer;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an operation answers: status, media type and bytes.
 *
 * @param version for what never changes: a name of these very bytes, so that who has them needs not get them again
 */
public record Answer(
        int status,
        @Nullable String mediaType,
        Buffer body,
        @Nullable String version) {

    public Answer(int status, @Nullable String mediaType, Buffer body) {
        this(status, mediaType, body, null);
    }

    /** 200 with JSON. */
    public static Answer ok(Object value) {
        return json(200, value);
    }

    /** 200 with JSON that is the same for ever, under a name of these bytes; 304 to who has it already. */
    public static Answer lasting(Buffer json, String version) {
        return new Answer(200, "application/json", json, version);
    }

    /** 201 with JSON. */
    public static Answer created(Object value) {
        return json(201, value);
    }

    /** 202 with JSON: taken in, not done yet. */
    public static Answer accepted(Object value) {
        return json(202, value);
    }

    /** 204. */
    public static Answer nothing() {
        return new Answer(204, null, Buffer.buffer());
    }

    /** 200 with a PDF. */
    public static Answer pdf(byte[] bytes) {
        return new Answer(200, "application/pdf", Buffer.buffer(bytes));
    }

    private static Answer json(int status, Object value) {
        return new Answer(status, "application/json", Buffer.buffer(Json.bytes(value)));
    }
}
