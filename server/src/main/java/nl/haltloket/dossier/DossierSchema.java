package nl.haltloket.dossier;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What a dossier looks like (JSON Schema 2020-12, {@code dossier.schema.json}): for those who receive one, and for us. */
public final class DossierSchema {
    private static final String PATH = "/dossier.schema.json";
    private static final DossierSchema LOADED = new DossierSchema(read());

    private final Buffer text;
    private final JsonObject schema;
    private final Validator validator;

    private DossierSchema(Buffer text) {
        this.text = text;
        this.schema = new JsonObject(text);
        this.validator = Validator.create(
                JsonSchema.of(schema),
                new JsonSchemaOptions()
                        .setBaseUri("https://loket.test")
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Basic));
    }

    /** The one schema. */
    public static DossierSchema get() {
        return LOADED;
    }

    private static Buffer read() {
        try (InputStream in = Objects.requireNonNull(DossierSchema.class.getResourceAsStream(PATH), PATH)) {
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file, byte for byte. */
    public Buffer text() {
        return text.copy();
    }

    /** Where a dossier breaks the schema, as JSON pointers without any value; empty when it holds. */
    public List<String> problems(byte[] dossier) {
        OutputUnit result = validator.validate(new JsonObject(Buffer.buffer(dossier)));
        if (Boolean.TRUE.equals(result.getValid())) {
            return List.of();
        }
        List<OutputUnit> errors = result.getErrors();
        return errors == null
                ? List.of("#")
                : errors.stream()
                        .map(OutputUnit::getInstanceLocation)
                        .distinct()
                        .toList();
    }

    /**
     * Every field that holds a value, as a JSON pointer (RFC 6901) from the dossier, with {@code *} for each element of a
     * list: {@code /ouders/*}{@code /naam}.
     */
    public Set<String> leaves() {
        return new TreeSet<>(ordered());
    }

    /** The same in the order of the dossier. */
    Set<String> ordered() {
        Set<String> leaves = new LinkedHashSet<>();
        collect(schema, "", leaves);
        return leaves;
    }

    private static void collect(JsonObject node, String pointer, Set<String> leaves) {
        switch (node.getString("type", "")) {
            case "object" ->
                node.getJsonObject("properties")
                        .forEach(entry ->
                                collect((JsonObject) entry.getValue(), pointer + "/" + entry.getKey(), leaves));
            case "array" -> collect(node.getJsonObject("items"), pointer + "/*", leaves);
            default -> leaves.add(pointer);
        }
    }
}
