package nl.haltloket.web;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The contract, {@code openapi.yaml}. */
public final class Contract {
    private static final String PATH = "/openapi.yaml";

    /** Each operation merges the problems of its kind, and each answer the headers of all; the default is 50. */
    private static final int ALIASES_MAX = 2_000;

    private Contract() {}

    /** Read once: it is large, and everything that starts asks for it. */
    private static final class Whole {
        private static final JsonObject CONTRACT = read();
    }

    /** The whole contract; the caller's own. */
    public static JsonObject whole() {
        return Whole.CONTRACT.copy();
    }

    private static JsonObject read() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(ALIASES_MAX);
        try (InputStream yaml = Objects.requireNonNull(Contract.class.getResourceAsStream(PATH), PATH)) {
            return new JsonObject(new Yaml(options).<Map<String, Object>>load(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The contract without the media types of its answers: the router only checks requests, and its library refuses a
     * contract that answers with problem+json, PDF or a stream. A date that the calendar does not know is left to the
     * service, which has a sentence of its own for it.
     */
    static JsonObject forRequests() {
        JsonObject contract = whole();
        JsonObject responses = contract.getJsonObject("components").getJsonObject("responses");
        responses.forEach(entry -> ((JsonObject) entry.getValue()).remove("content"));
        forgetDates(contract.getJsonObject("components").getJsonObject("schemas"));
        return contract;
    }

    private static void forgetDates(JsonObject schemas) {
        schemas.forEach(entry -> {
            if (entry.getValue() instanceof JsonObject schema) {
                if ("date".equals(schema.getValue("format"))) {
                    schema.remove("format");
                }
                forgetDates(schema);
            }
        });
    }
}
