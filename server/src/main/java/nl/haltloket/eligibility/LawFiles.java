package nl.haltloket.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.haltloket.json.Json;

/** Reads the law from its two files, or refuses them with every reason and its line. */
public final class LawFiles {
    /** Name of the file with the rules. */
    public static final String RULES = "rules.json";

    /** Name of the file with the offences. */
    public static final String OFFENCES = "halt-feiten.json";

    private static final int MAX_BYTES = 2_000_000;
    private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
            .setDraft(Draft.DRAFT202012)
            .setBaseUri("https://haltloket.nl/")
            .setOutputFormat(OutputFormat.Basic);

    private final Path directory;

    /** @param directory where the files are, with their schemas in {@code schema} */
    public LawFiles(Path directory) {
        this.directory = directory;
    }

    /**
     * The law of the directory.
     *
     * @throws LawProblems if a file is not as it should be
     */
    public Law read() {
        return parse(bytes(directory.resolve(RULES)), bytes(directory.resolve(OFFENCES)));
    }

    /** As {@link #read()}, from files that came another way. */
    public Law parse(byte[] rules, byte[] offences) {
        return parse(rules, offences, true);
    }

    /**
     * Files that {@link #parse} found good before they were kept. The schemas, which take most of the time of a start,
     * are not asked again.
     */
    public Law parseKept(byte[] rules, byte[] offences) {
        return parse(rules, offences, false);
    }

    private Law parse(byte[] rules, byte[] offences, boolean bySchema) {
        LawDocument rulesFile = new LawDocument(RULES, rules);
        LawDocument offencesFile = new LawDocument(OFFENCES, offences);
        if (rules.length > MAX_BYTES || offences.length > MAX_BYTES) {
            rulesFile.refuse("", "a file of the law is over %d bytes".formatted(MAX_BYTES));
            throw new LawProblems(rulesFile.problems());
        }
        JsonNode rulesTree = rulesFile.tree();
        JsonNode offencesTree = offencesFile.tree();
        if (rulesFile.problems().isEmpty() && offencesFile.problems().isEmpty()) {
            new OffencesCheck(offencesFile, offencesTree).run();
            new RulesCheck(rulesFile, rulesTree, offencesTree).run();
            if (bySchema) {
                validate("schema/rules.schema.json", rulesFile);
                validate("schema/halt-feiten.schema.json", offencesFile);
            }
        }
        List<LawProblem> problems = Stream.concat(rulesFile.problems().stream(), offencesFile.problems().stream())
                .sorted(Comparator.comparing(LawProblem::file).thenComparingInt(LawProblem::line))
                .toList();
        if (!problems.isEmpty()) {
            throw new LawProblems(problems);
        }
        return new Law(Json.read(rules, Rules.class), Json.read(offences, Offences.class));
    }

    /** Adds what the schema refuses, the deepest place first, where no clearer reason was given already. */
    private void validate(String schema, LawDocument file) {
        OutputUnit result = validator(directory.resolve(schema))
                .validate(new JsonObject(new String(file.bytes(), StandardCharsets.UTF_8)));
        if (Boolean.TRUE.equals(result.getValid())) {
            return;
        }
        Stream.ofNullable(result.getErrors())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(
                                (OutputUnit unit) -> pointer(unit).length())
                        .reversed())
                .forEach(unit -> {
                    if (!file.refusedAt(pointer(unit))) {
                        file.refuse(pointer(unit), Objects.requireNonNullElse(unit.getError(), "is not allowed here"));
                    }
                });
    }

    private static String pointer(OutputUnit unit) {
        String location = Objects.requireNonNullElse(unit.getInstanceLocation(), "#");
        return location.substring(location.indexOf('#') + 1);
    }

    private static Validator validator(Path schema) {
        JsonObject json = new JsonObject(new String(bytes(schema), StandardCharsets.UTF_8));
        return Validator.create(JsonSchema.of(json), OPTIONS);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException("The file " + file.getFileName() + " cannot be read", e);
        }
    }
}
