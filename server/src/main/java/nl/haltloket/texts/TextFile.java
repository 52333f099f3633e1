package nl.haltloket.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.haltloket.json.Fields;
import nl.haltloket.json.FileProblem;

/**
 * The texts that the loket comes with.
 *
 * @param version day on which the file was made
 */
public record TextFile(String version, List<Entry> texts) {
    /** Name of the file in the configuration. */
    public static final String NAME = "texts.json";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int TEXTS_MAX = 100;
    private static final int TEXT_LENGTH_MAX = 918;
    private static final int NAME_LENGTH_MAX = 80;

    /** A text; {@code signedBy} when somebody looked at it. */
    public record Entry(TemplateId id, TextLanguage language, Optional<String> signedBy, String text) {}

    /** Reads the file of a configuration; {@link FileProblem.Found} with everything that is wrong. Blocks. */
    public static TextFile read(Path configuration) {
        try {
            return parse(Files.readAllBytes(configuration.resolve(NAME)));
        } catch (IOException e) {
            throw new FileProblem.Found(List.of(new FileProblem(NAME, 0, "Dit bestand is er niet, of niet te lezen.")));
        }
    }

    static TextFile parse(byte[] utf8) {
        return Fields.read(NAME, utf8, TextFile::file);
    }

    private static TextFile file(Fields fields) {
        Fields only = fields.only("$schema", "version", "texts");
        String version = only.text("version", DAY, "een dag als 2026-11-22");
        Set<String> seen = new HashSet<>();
        List<Entry> texts = only.objects("texts", 1, TEXTS_MAX).stream()
                .map(each -> entry(each, seen))
                .toList();
        EnumSet<TemplateId> dutch = EnumSet.noneOf(TemplateId.class);
        texts.stream().filter(each -> each.language() == TextLanguage.NL).forEach(each -> dutch.add(each.id()));
        EnumSet.complementOf(dutch)
                .forEach(id -> fields.problemAt("texts", "De Nederlandse tekst van %s ontbreekt.".formatted(id)));
        return new TextFile(version, texts);
    }

    private static Entry entry(Fields fields, Set<String> seen) {
        Fields only = fields.only("id", "language", "signedBy", "text");
        TemplateId id = only.choice("id", TemplateId.class);
        TextLanguage language = language(only);
        Optional<String> signedBy = only.optional("signedBy", each -> each.text("signedBy", NAME_LENGTH_MAX));
        String text = only.text("text", TEXT_LENGTH_MAX);
        if (!seen.add(id + " " + language)) {
            only.problem("%s staat er al in het %s.".formatted(id, language.dutchName()));
        }
        if (!text.isBlank()) {
            Lint.check(id, language, text).stream()
                    .filter(finding -> finding.level() == Finding.Level.FAULT)
                    .forEach(finding -> only.problemAt("text", finding.sentence()));
        }
        return new Entry(id, language, signedBy, text);
    }

    private static TextLanguage language(Fields fields) {
        String code = fields.text("language", NAME_LENGTH_MAX);
        return TextLanguage.of(code).orElseGet(() -> {
            if (fields.has("language")) {
                fields.problemAt("language", "Deze taal is er niet: %s.".formatted(code));
            }
            return TextLanguage.NL;
        });
    }
}
