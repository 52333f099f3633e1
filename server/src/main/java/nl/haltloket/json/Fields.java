package nl.haltloket.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The fields of an object in a file that a person wrote. What is wrong is collected with its line, and reading goes on
 * with something harmless, so that everything wrong is told at once; what was read counts only when nothing was.
 */
public final class Fields {
    private final String file;
    private final LocatedJson json;
    private final String pointer;
    private final JsonNode node;
    private final List<FileProblem> problems;

    private Fields(String file, LocatedJson json, String pointer, JsonNode node, List<FileProblem> problems) {
        this.file = file;
        this.json = json;
        this.pointer = pointer;
        this.node = node;
        this.problems = problems;
    }

    /** Reads a whole file; {@link FileProblem.Found} when it is no JSON or the reader found something wrong. */
    public static <T> T read(String file, byte[] utf8, Function<Fields, T> reader) {
        LocatedJson json = LocatedJson.parse(file, utf8);
        List<FileProblem> problems = new ArrayList<>();
        Fields fields = new Fields(file, json, "", json.root(), problems);
        if (!json.root().isObject()) {
            fields.problem("Dit moet een object zijn: { … }.");
        }
        T read = reader.apply(fields);
        if (!problems.isEmpty()) {
            problems.sort(java.util.Comparator.comparingInt(FileProblem::line));
            throw new FileProblem.Found(problems);
        }
        return read;
    }

    /** Nothing but these fields may stand here. */
    public Fields only(String... names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!List.of(names).contains(name)) {
                problemAt(name, "Dit veld bestaat hier niet: %s.".formatted(name));
            }
        });
        return this;
    }

    /** Whether this field is there. */
    public boolean has(String name) {
        return node.has(name);
    }

    /** A text from 1 to so many characters. */
    public String text(String name, int lengthMax) {
        JsonNode value = required(name);
        String text = value.asText("");
        if (!value.isMissingNode() && (!value.isTextual() || text.isBlank() || text.length() > lengthMax)) {
            problemAt(name, "%s moet een tekst van 1 tot %d tekens zijn.".formatted(name, lengthMax));
        }
        return text;
    }

    /** A text of a form. */
    public String text(String name, Pattern form, String saidForm) {
        JsonNode value = required(name);
        String text = value.asText("");
        if (!value.isMissingNode() && (!value.isTextual() || !form.matcher(text).matches())) {
            problemAt(name, "%s moet %s zijn.".formatted(name, saidForm));
        }
        return text;
    }

    /** A whole number. */
    public int number(String name, int min, int max) {
        JsonNode value = required(name);
        if (value.isMissingNode()) {
            return min;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < min || value.intValue() > max) {
            problemAt(name, "%s moet een heel getal van %d tot en met %d zijn.".formatted(name, min, max));
            return min;
        }
        return value.intValue();
    }

    /** True or false; false when it is not there. */
    public boolean flag(String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            problemAt(name, "%s moet true of false zijn.".formatted(name));
        }
        return value.asBoolean(false);
    }

    /** A day. */
    public LocalDate date(String name) {
        return parsed(name, LocalDate::parse, LocalDate.EPOCH, "een dag als 2026-11-22");
    }

    /** A moment. */
    public Instant instant(String name) {
        return parsed(name, Instant::parse, Instant.EPOCH, "een moment als 2026-11-22T20:00:00Z");
    }

    private <T> T parsed(String name, Function<String, T> parser, T otherwise, String saidForm) {
        JsonNode value = required(name);
        if (value.isMissingNode()) {
            return otherwise;
        }
        try {
            return parser.apply(value.asText());
        } catch (DateTimeException e) {
            problemAt(name, "%s moet %s zijn.".formatted(name, saidForm));
            return otherwise;
        }
    }

    /** One of an enumeration. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        E[] all = type.getEnumConstants();
        String text = required(name).asText("");
        for (E each : all) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        if (node.has(name)) {
            problemAt(name, "%s moet een van deze zijn: %s.".formatted(name, names(all)));
        }
        return all[0];
    }

    private static String names(Enum<?>[] all) {
        return String.join(", ", List.of(all).stream().map(Enum::name).toList());
    }

    /** An object. */
    public Fields object(String name) {
        JsonNode value = required(name);
        if (!value.isMissingNode() && !value.isObject()) {
            problemAt(name, "%s moet een object zijn: { … }.".formatted(name));
        }
        return at(name, value.isObject() ? value : JsonNodeFactory.instance.objectNode());
    }

    /** A list of objects. */
    public List<Fields> objects(String name, int min, int max) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode value : list(name, min, max)) {
            Fields fields = at(name + "/" + objects.size(), value);
            if (!value.isObject()) {
                fields.problem("Hier moet een object staan: { … }.");
            }
            objects.add(fields);
        }
        return objects;
    }

    /** A list of texts. */
    public List<String> texts(String name, int min, int max, int lengthMax) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(name, min, max)) {
            if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > lengthMax) {
                problemAt(
                        name + "/" + texts.size(),
                        "Hier moet een tekst van 1 tot %d tekens staan.".formatted(lengthMax));
            }
            texts.add(value.asText());
        }
        return texts;
    }

    private JsonNode list(String name, int min, int max) {
        JsonNode value = required(name);
        if (!value.isMissingNode() && (!value.isArray() || value.size() < min || value.size() > max)) {
            problemAt(name, "%s moet een lijst van %d tot en met %d zijn.".formatted(name, min, max));
        }
        return value.isArray() ? value : JsonNodeFactory.instance.arrayNode();
    }

    /** A field that may be absent. */
    public <T> Optional<T> optional(String name, Function<Fields, T> reader) {
        return node.has(name) ? Optional.of(reader.apply(this)) : Optional.empty();
    }

    /** Something is wrong with this object. */
    public void problem(String reason) {
        problems.add(new FileProblem(file, json.line(pointer), reason));
    }

    /** Something is wrong with this field. */
    public void problemAt(String name, String reason) {
        problems.add(new FileProblem(file, json.line(pointer + "/" + name), reason));
    }

    private JsonNode required(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() && node.isObject()) {
            problem("%s ontbreekt.".formatted(name));
        }
        return value;
    }

    private Fields at(String name, JsonNode value) {
        return new Fields(file, json, pointer + "/" + name, value, problems);
    }
}
