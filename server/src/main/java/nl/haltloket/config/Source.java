package nl.haltloket.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The raw values: what the files say, unless a variable of the environment says otherwise. */
final class Source {
    /** Every variable that begins with this must be a key we know. */
    static final String PREFIX = "HALTLOKET_";

    private final Map<String, Value> fileValues = new TreeMap<>();
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    /** A value and where it stands, for messages. */
    record Value(String text, String where) {}

    Source(Path directory, Map<String, String> environment) {
        environment.forEach((name, text) -> {
            if (name.startsWith(PREFIX)) {
                variables.put(name, text.strip());
            }
        });
        files(directory).forEach(this::read);
    }

    /** The variable that overrides a key: {@code http.local-port} becomes {@code HALTLOKET_HTTP_LOCAL_PORT}. */
    static String variable(String key) {
        StringBuilder name = new StringBuilder(PREFIX);
        key.chars().forEach(letter -> name.append(Character.isLetterOrDigit(letter) ? upper(letter) : '_'));
        return name.toString();
    }

    private static char upper(int letter) {
        return (char) Character.toUpperCase(letter);
    }

    Optional<Value> value(String key) {
        String variable = variable(key);
        return Optional.ofNullable(variables.get(variable))
                .map(text -> new Value(text, "Variable " + variable))
                .or(() -> Optional.ofNullable(fileValues.get(key)));
    }

    /** The content of the file that {@code <VARIABLE>_FILE} names: how container platforms hand over a secret. */
    Optional<Value> secretFile(String key) {
        String variable = variable(key) + "_FILE";
        return Optional.ofNullable(variables.get(variable)).map(file -> {
            try {
                return new Value(Files.readString(Path.of(file)).strip(), "Variable " + variable);
            } catch (IOException e) {
                problems.add("Variable %s names a file that cannot be read: %s.".formatted(variable, file));
                return new Value("", "Variable " + variable);
            }
        });
    }

    Map<String, Value> fileValues() {
        return fileValues;
    }

    Map<String, String> variables() {
        return variables;
    }

    List<String> problems() {
        return problems;
    }

    private List<Path> files(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add("The configuration directory %s cannot be read.".formatted(directory));
            return List.of();
        }
    }

    private void read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            problems.add("%s cannot be read: %s.".formatted(file, e.getMessage()));
        }
        for (String key : properties.stringPropertyNames()) {
            Value value = new Value(properties.getProperty(key).strip(), file.toString());
            Value other = fileValues.putIfAbsent(key, value);
            if (other != null) {
                problems.add("%s: %s also stands in %s.".formatted(file, key, other.where()));
            }
        }
    }
}
