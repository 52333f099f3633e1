package nl.haltloket.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.haltloket.texts.Filling;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/** A version of a document in a language. It never changes; it is only signed off. */
record DocumentTemplate(
        DocumentId id,
        TextLanguage language,
        int version,
        List<Piece> pieces,
        Instant madeAt,
        @Nullable Signature signature) {

    /**
     * A block before it is filled.
     *
     * @param when all of these must hold, or it is left out
     */
    record Piece(Block.Kind kind, String text, List<Condition> when) {}

    /** Who says that it may be used. */
    record Signature(String by, Instant at) {}

    boolean signed() {
        return signature != null;
    }

    /** The same, signed off. */
    DocumentTemplate signed(String by, Instant at) {
        return new DocumentTemplate(id, language, version, pieces, madeAt, new Signature(by, at));
    }

    /** With these facts and values; a place without a value is a mistake of the caller. */
    Shown filled(Set<Condition> facts, Map<Place, String> values) {
        List<Block> blocks = new ArrayList<>();
        for (Piece piece : pieces) {
            if (facts.containsAll(piece.when())) {
                blocks.add(new Block(piece.kind(), Filling.fill(piece.text(), word -> value(word, values))));
            }
        }
        return Shown.of(this, blocks);
    }

    private static @Nullable String value(String word, Map<Place, String> values) {
        return Place.of(word).map(values::get).orElse(null);
    }
}
