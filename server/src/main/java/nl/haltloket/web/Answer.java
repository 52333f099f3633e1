package nl.haltloket.web;

import io.vertx.core.buffer.Buffer;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/** What an operation answers: status, media type and bytes. */
public record Answer(int status, @Nullable String mediaType, Buffer body) {

    /** 200 with JSON. */
    public static Answer ok(Object value) {
        return json(200, value);
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
