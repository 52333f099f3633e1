package nl.haltloket.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All settings: {@code *.properties} in one directory, each key overridable by a variable of the environment
 * ({@code http.local-port} by {@code HALTLOKET_HTTP_LOCAL_PORT}).
 *
 * <p>A getter never throws: it notes the problem and gives a harmless value, so that one start reports every mistake.
 * Whoever reads settings must call {@link #finish()} before using any of them. A key that was never asked for is a
 * mistake too.
 */
public final class Settings {
    private static final Map<String, Function<Long, Duration>> UNITS = Map.of(
            "ms", Duration::ofMillis,
            "s", Duration::ofSeconds,
            "m", Duration::ofMinutes,
            "h", Duration::ofHours,
            "d", Duration::ofDays);

    private final Source source;
    private final SortedSet<String> known = new TreeSet<>();
    private final SortedSet<String> secrets = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private Settings(Source source) {
        this.source = source;
    }

    /** Reads every {@code *.properties} of the directory; the environment is given, so that tests own it. */
    public static Settings load(Path directory, Map<String, String> environment) {
        return new Settings(new Source(directory, environment));
    }

    /** A text that must not be empty. */
    public String text(String key) {
        return required(key).map(Source.Value::text).orElse("");
    }

    /** A text that may be absent or empty. */
    public Optional<String> optional(String key) {
        known.add(key);
        return source.value(key).map(Source.Value::text).filter(text -> !text.isEmpty());
    }

    /** A secret that may be empty; also read from the file that {@code <VARIABLE>_FILE} names. */
    public Secret secret(String key) {
        known.add(key);
        secrets.add(key);
        return new Secret(source.secretFile(key)
                .or(() -> source.value(key))
                .map(Source.Value::text)
                .orElse(""));
    }

    /** A whole number from {@code min} to {@code max}, both allowed. */
    public int number(String key, int min, int max) {
        return parse(key, min, "a whole number from %d to %d".formatted(min, max), text -> {
            int number = Integer.parseInt(text);
            return number >= min && number <= max ? Optional.of(number) : Optional.empty();
        });
    }

    /** {@code true} or {@code false}. */
    public boolean flag(String key) {
        return parse(key, false, "true or false", text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** A file or directory; a relative one starts at the working directory. */
    public Path path(String key) {
        return parse(key, Path.of(""), "a path", text -> Optional.of(Path.of(text)));
    }

    /** One of the constants, written in lower case with {@code -} for {@code _}. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        Map<String, E> choices = EnumSet.allOf(type).stream()
                .collect(Collectors.toMap(
                        each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'), each -> each));
        E first = type.getEnumConstants()[0];
        String allowed = "one of " + String.join(", ", new TreeSet<>(choices.keySet()));
        return parse(key, first, allowed, text -> Optional.ofNullable(choices.get(text)));
    }

    /** A length of time: a whole number and ms, s, m, h or d, as in {@code 90s}. */
    public Duration duration(String key) {
        return parse(key, Duration.ZERO, "a length of time such as 500ms, 90s, 15m, 2h or 3d", text -> {
            String unit = text.replaceFirst("^\\d+", "");
            long amount = Long.parseLong(text.substring(0, text.length() - unit.length()));
            return Optional.ofNullable(UNITS.get(unit)).map(of -> of.apply(amount));
        });
    }

    /** Notes a problem that only the reader of the key can see; {@code why} completes "http.address ...". */
    public void reject(String key, String why) {
        problems.add("%s: %s %s.".formatted(where(key), key, why));
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigException with every problem found, unknown keys and variables included
     */
    public void finish() {
        List<String> all = new ArrayList<>(source.problems());
        all.addAll(problems);
        source.fileValues().forEach((key, value) -> {
            if (!known.contains(key)) {
                all.add("%s: unknown key %s%s".formatted(value.where(), key, hint(key, known)));
            }
        });
        SortedSet<String> variables = knownVariables();
        source.variables().keySet().stream()
                .filter(variable -> !variables.contains(variable))
                .forEach(variable -> all.add("Unknown variable %s%s".formatted(variable, hint(variable, variables))));
        if (!all.isEmpty()) {
            throw new ConfigException(all);
        }
    }

    private SortedSet<String> knownVariables() {
        SortedSet<String> variables =
                known.stream().map(Source::variable).collect(Collectors.toCollection(TreeSet::new));
        secrets.forEach(key -> variables.add(Source.variable(key) + "_FILE"));
        return variables;
    }

    private static String hint(String name, Collection<String> candidates) {
        return NearName.of(name, candidates)
                .map(near -> "; did you mean %s?".formatted(near))
                .orElse(".");
    }

    private <T> T parse(String key, T instead, String wanted, Function<String, Optional<T>> parser) {
        return required(key)
                .map(value -> {
                    Optional<T> parsed = attempt(value.text(), parser);
                    if (parsed.isEmpty()) {
                        reject(key, "must be %s, not \"%s\"".formatted(wanted, value.text()));
                    }
                    return parsed.orElse(instead);
                })
                .orElse(instead);
    }

    /** Both parsers of the JDK that we use, of numbers and of paths, report through this exception. */
    private static <T> Optional<T> attempt(String text, Function<String, Optional<T>> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Source.Value> required(String key) {
        known.add(key);
        Optional<Source.Value> value = source.value(key);
        if (value.isEmpty()) {
            problems.add("%s is missing: set it in a file of the configuration directory or as variable %s."
                    .formatted(key, Source.variable(key)));
        } else if (value.get().text().isEmpty()) {
            reject(key, "has no value");
            return Optional.empty();
        }
        return value;
    }

    private String where(String key) {
        return source.value(key).map(Source.Value::where).orElse("Variable " + Source.variable(key));
    }
}
