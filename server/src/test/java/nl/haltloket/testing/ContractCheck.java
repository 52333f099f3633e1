package nl.haltloket.testing;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import nl.haltloket.web.Contract;

/** Holds every answer against the contract: its status, its media type, and the schema of its JSON. */
public final class ContractCheck {
    private static final String API = "/api/v1";
    private static final JsonObject CONTRACT = Contract.whole();
    private static final Map<String, Validator> VALIDATORS = new ConcurrentHashMap<>();

    private ContractCheck() {}

    /** One operation of the contract. */
    public record Operation(String path, HttpMethod method, JsonObject model) {
        public String id() {
            return model.getString("operationId");
        }

        /** Who may call it. */
        public List<String> access() {
            return model.getJsonArray("x-access").stream().map(Object::toString).toList();
        }

        private boolean fits(HttpMethod called, String at) {
            return method.equals(called) && at.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** All operations. */
    public static List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        JsonObject paths = CONTRACT.getJsonObject("paths");
        for (String path : paths.fieldNames()) {
            JsonObject item = paths.getJsonObject(path);
            for (String method : List.of("get", "post", "put", "delete", "patch")) {
                Optional.ofNullable(item.getJsonObject(method))
                        .ifPresent(model -> all.add(
                                new Operation(path, HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), model)));
            }
        }
        return all;
    }

    /** Fails when the contract does not foresee this answer. */
    static Reply checked(HttpMethod method, String target, Reply reply) {
        String path = target.split(Pattern.quote("?"), 2)[0];
        if (path.startsWith(API)) {
            operations().stream()
                    .filter(operation -> operation.fits(method, path.substring(API.length())))
                    .findFirst()
                    .ifPresent(operation -> check(operation, reply));
        }
        return reply;
    }

    private static void check(Operation operation, Reply reply) {
        JsonObject responses = operation.model().getJsonObject("responses");
        JsonObject listed = responses.getJsonObject(String.valueOf(reply.status()));
        if (listed == null && reply.status() < 400) {
            throw new AssertionError(operation + " answers " + reply.status() + ", which the contract does not list");
        }
        JsonObject response = resolved(listed == null ? responses.getJsonObject("default") : listed);
        JsonObject content = response.getJsonObject("content", new JsonObject());
        if (content.isEmpty() ? reply.mediaType() != null : !content.containsKey(reply.mediaType())) {
            throw new AssertionError(
                    operation + " answers as " + reply.mediaType() + ", not as " + content.fieldNames());
        }
        if (String.valueOf(reply.mediaType()).endsWith("json")) {
            validate(operation, content.getJsonObject(reply.mediaType()).getJsonObject("schema"), reply);
        }
    }

    private static JsonObject resolved(JsonObject response) {
        String reference = response.getString("$ref");
        return reference == null
                ? response
                : CONTRACT.getJsonObject("components")
                        .getJsonObject("responses")
                        .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void validate(Operation operation, JsonObject schema, Reply reply) {
        OutputUnit result = VALIDATORS
                .computeIfAbsent(schema.encode(), _ -> validator(schema))
                .validate(reply.json());
        if (!Boolean.TRUE.equals(result.getValid())) {
            throw new AssertionError(operation + " answers what the contract does not allow: " + result.getErrors());
        }
    }

    private static Validator validator(JsonObject schema) {
        JsonObject whole = schema.copy()
                .put(
                        "components",
                        new JsonObject()
                                .put(
                                        "schemas",
                                        CONTRACT.getJsonObject("components").getJsonObject("schemas")));
        return Validator.create(
                JsonSchema.of(whole),
                new JsonSchemaOptions()
                        .setBaseUri("https://loket.test/")
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic));
    }
}
