package nl.haltloket.eligibility;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A file of the law as text: its tree, the line of each of its values, and what is wrong with it. */
final class LawDocument {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final byte[] bytes;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, LawProblem> problems = new HashMap<>();

    LawDocument(String file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The tree; a file that is no JSON gives an empty one and a problem. */
    JsonNode tree() {
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME || !token.isStructEnd()) {
                    lines.putIfAbsent(
                            parser.getParsingContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
            }
            JsonNode tree = MAPPER.readTree(bytes);
            if (tree.isObject()) {
                return tree;
            }
            refuse("", "is no JSON object");
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            lines.put("", location == null ? 1 : location.getLineNr());
            refuse("", e.getOriginalMessage());
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory can be read", e);
        }
        return MAPPER.createObjectNode();
    }

    /** Notes a problem; the first about a place stands. */
    void refuse(String pointer, String reason) {
        problems.putIfAbsent(pointer, new LawProblem(file, line(pointer), pointer, reason));
    }

    boolean refusedAt(String pointer) {
        return problems.keySet().stream().anyMatch(at -> at.equals(pointer) || at.startsWith(pointer + "/"));
    }

    List<LawProblem> problems() {
        return new ArrayList<>(problems.values());
    }

    /** The line of the value, or of what it should stand in. */
    private int line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return lines.getOrDefault(at, 1);
    }
}
