package nl.haltloket.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.haltloket.document.DocumentTemplate.Piece;
import nl.haltloket.json.Fields;
import nl.haltloket.json.FileProblem;
import nl.haltloket.texts.TextLanguage;

/**
 * The documents that the loket comes with.
 *
 * @param version day on which the file was made
 * @param draftNotices says in a language that a document in it was not signed off
 */
public record DocumentFile(String version, Map<TextLanguage, String> draftNotices, List<Entry> documents) {
    /** Name of the file in the configuration. */
    public static final String NAME = "documents.json";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int DOCUMENTS_MAX = 100;
    private static final int PIECES_MAX = 120;
    private static final int TEXT_LENGTH_MAX = 1000;
    private static final int CONDITIONS_MAX = 4;
    private static final int NAME_LENGTH_MAX = 80;

    /** A document; {@code signedBy} when somebody looked at it. */
    record Entry(DocumentId id, TextLanguage language, Optional<String> signedBy, List<Piece> pieces) {}

    /** Reads the file of a configuration; {@link FileProblem.Found} with everything that is wrong. Blocks. */
    public static DocumentFile read(Path configuration) {
        try {
            return parse(Files.readAllBytes(configuration.resolve(NAME)));
        } catch (IOException e) {
            throw new FileProblem.Found(List.of(new FileProblem(NAME, 0, "Dit bestand is er niet, of niet te lezen.")));
        }
    }

    static DocumentFile parse(byte[] utf8) {
        return Fields.read(NAME, utf8, DocumentFile::file);
    }

    private static DocumentFile file(Fields fields) {
        Fields only = fields.only("$schema", "version", "draftNotices", "documents");
        String version = only.text("version", DAY, "een dag als 2026-11-22");
        Map<TextLanguage, String> notices = notices(only.object("draftNotices"));
        Map<DocumentId, Entry> dutch = new EnumMap<>(DocumentId.class);
        Set<String> seen = new HashSet<>();
        List<Entry> documents = new ArrayList<>();
        for (Fields each : only.objects("documents", 1, DOCUMENTS_MAX)) {
            Entry entry = entry(each, seen);
            if (entry.language() == TextLanguage.NL) {
                dutch.put(entry.id(), entry);
            } else {
                DocumentCheck.sameAsDutch(entry, Optional.ofNullable(dutch.get(entry.id())))
                        .ifPresent(each::problem);
            }
            documents.add(entry);
        }
        EnumSet<DocumentId> missing = EnumSet.allOf(DocumentId.class);
        missing.removeAll(dutch.keySet());
        missing.forEach(id -> fields.problemAt("documents", "Het Nederlandse document %s ontbreekt.".formatted(id)));
        return new DocumentFile(version, notices, documents);
    }

    private static Map<TextLanguage, String> notices(Fields fields) {
        Map<TextLanguage, String> notices = new EnumMap<>(TextLanguage.class);
        for (TextLanguage language : TextLanguage.values()) {
            notices.put(language, fields.text(language.code(), TEXT_LENGTH_MAX));
        }
        return notices;
    }

    private static Entry entry(Fields fields, Set<String> seen) {
        Fields only = fields.only("id", "language", "signedBy", "blocks");
        DocumentId id = only.choice("id", DocumentId.class);
        TextLanguage language = language(only);
        Optional<String> signedBy = only.optional("signedBy", each -> each.text("signedBy", NAME_LENGTH_MAX));
        List<Piece> pieces = only.objects("blocks", 1, PIECES_MAX).stream()
                .map(each -> piece(each, id, language))
                .toList();
        if (!seen.add(id + " " + language)) {
            only.problem("%s staat er al in het %s.".formatted(id, language.dutchName()));
        }
        if (pieces.isEmpty()
                || pieces.getFirst().kind() != Block.Kind.HEADING
                || !pieces.getFirst().when().isEmpty()) {
            only.problem("Een document begint met een kop die er altijd staat: dat is de titel.");
        }
        return new Entry(id, language, signedBy, pieces);
    }

    private static Piece piece(Fields fields, DocumentId id, TextLanguage language) {
        Fields only = fields.only("kind", "text", "when");
        Block.Kind kind = only.choice("kind", Block.Kind.class);
        String text = only.text("text", TEXT_LENGTH_MAX);
        List<Condition> when = only
                .optional("when", each -> each.texts("when", 1, CONDITIONS_MAX, NAME_LENGTH_MAX))
                .orElse(List.of())
                .stream()
                .flatMap(word -> condition(only, word).stream())
                .toList();
        DocumentCheck.faults(id, language, text).forEach(fault -> only.problemAt("text", fault));
        return new Piece(kind, text, when);
    }

    private static Optional<Condition> condition(Fields fields, String word) {
        for (Condition condition : Condition.values()) {
            if (condition.name().equals(word)) {
                return Optional.of(condition);
            }
        }
        fields.problemAt("when", "Dit is geen feit van een zaak: %s.".formatted(word));
        return Optional.empty();
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
