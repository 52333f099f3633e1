package nl.haltloket.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The contract, {@code openapi.yaml}. */
public final class Contract {
    private static final String PATH = "/openapi.yaml";

    private Contract() {}

    /** The whole contract. */
    public static JsonObject whole() {
        try (InputStream yaml = Objects.requireNonNull(Contract.class.getResourceAsStream(PATH), PATH)) {
            return new JsonObject(new Yaml().<Map<String, Object>>load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The contract without the media types of its answers: the router only checks requests, and its library refuses a
     * contract that answers with problem+json, PDF or a stream.
     */
    static JsonObject forRequests() {
        JsonObject contract = whole();
        JsonObject responses = contract.getJsonObject("components").getJsonObject("responses");
        responses.forEach(entry -> ((JsonObject) entry.getValue()).remove("content"));
        return contract;
    }
}
