package nl.haltloket.web;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The methods that an address knows, for the {@code Allow} header of a refusal. */
final class Methods {
    private static final String SCREENS = "GET, HEAD";
    private static final List<String> KNOWN = List.of("get", "post", "put", "patch", "delete");

    private final String root;
    private final Map<Pattern, String> allowed = new LinkedHashMap<>();

    /** Of the operations in a contract, which stand under this root. */
    Methods(String root, JsonObject contract) {
        this.root = root;
        JsonObject paths = contract.getJsonObject("paths");
        paths.fieldNames().forEach(path -> allowed.put(pattern(path), methods(paths.getJsonObject(path))));
    }

    /** As the header has them. */
    String at(String path) {
        if (!path.startsWith(root + "/")) {
            return SCREENS;
        }
        String below = path.substring(root.length());
        return allowed.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(below).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static String methods(JsonObject path) {
        return KNOWN.stream()
                .filter(method -> Objects.nonNull(path.getJsonObject(method)))
                .map(method -> method.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
