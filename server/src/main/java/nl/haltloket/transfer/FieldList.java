package nl.haltloket.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of a dossier that a receiver may have, each by its pointer as {@code DossierSchema.leaves} writes them. */
public record FieldList(Set<String> pointers) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    public FieldList {
        pointers = Set.copyOf(pointers);
    }

    /** Whether nothing may leave. */
    public boolean isEmpty() {
        return pointers.isEmpty();
    }

    /** In a fixed order. */
    public Set<String> sorted() {
        return new TreeSet<>(pointers);
    }

    /** The dossier with these fields alone; a branch of which nothing is left is not there. */
    public JsonNode filter(JsonNode dossier) {
        JsonNode left = filtered(dossier, "");
        return left == null ? NODES.objectNode() : left;
    }

    private @Nullable JsonNode filtered(JsonNode node, String pointer) {
        return switch (node) {
            case ObjectNode object -> filtered(object, pointer);
            case ArrayNode array -> filtered(array, pointer);
            default -> pointers.contains(pointer) ? node : null;
        };
    }

    private @Nullable JsonNode filtered(ObjectNode object, String pointer) {
        ObjectNode left = NODES.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode kept = filtered(field.getValue(), pointer + "/" + field.getKey());
            if (kept != null) {
                JsonNode _ = left.set(field.getKey(), kept);
            }
        }
        return left.isEmpty() ? null : left;
    }

    private @Nullable JsonNode filtered(ArrayNode array, String pointer) {
        ArrayNode left = NODES.arrayNode();
        for (JsonNode element : array) {
            JsonNode kept = filtered(element, pointer + "/*");
            if (kept != null) {
                ArrayNode _ = left.add(kept);
            }
        }
        return left.isEmpty() ? null : left;
    }
}
