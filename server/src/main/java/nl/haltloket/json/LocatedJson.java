package nl.haltloket.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON that a person wrote, with the line on which each value begins. */
public final class LocatedJson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Map<String, Integer> lines = new HashMap<>();
    private final JsonNode root;

    private LocatedJson(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new JsonParseException(parser, "het bestand is leeg");
        }
        this.root = read(parser, "");
        if (parser.nextToken() != null) {
            throw new JsonParseException(parser, "er staat nog iets achter het einde");
        }
    }

    /** Reads a file; {@link FileProblem.Found} with the line when it is no JSON, or names something twice. */
    public static LocatedJson parse(String file, byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            return new LocatedJson(parser);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            int line = location == null ? 0 : location.getLineNr();
            throw new FileProblem.Found(List.of(new FileProblem(file, line, "Dit is geen geldige JSON: " + plain(e))));
        } catch (IOException e) {
            throw new FileProblem.Found(List.of(new FileProblem(file, 0, "Dit bestand is niet te lezen.")));
        }
    }

    /** Without where the parser found the beginning. */
    private static String plain(JsonProcessingException failure) {
        return failure.getOriginalMessage().replaceAll(" \\(.*", "");
    }

    /** The whole of it. */
    public JsonNode root() {
        return root;
    }

    /** The line of the value at this JSON pointer (RFC 6901), or of the nearest one around it. */
    public int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 0);
    }

    private JsonNode read(JsonParser parser, String pointer) throws IOException {
        lines.put(pointer, parser.currentTokenLocation().getLineNr());
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, pointer);
            case START_ARRAY -> array(parser, pointer);
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private ObjectNode object(JsonParser parser, String pointer) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken _ = parser.nextToken();
            JsonNode value =
                    read(parser, pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
            JsonNode _ = object.set(name, value);
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, String pointer) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode value = read(parser, pointer + "/" + array.size());
            ArrayNode _ = array.add(value);
        }
        return array;
    }
}
