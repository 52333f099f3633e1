package nl.haltloket.texts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a text in a language. It never changes; it is only signed. */
record Template(
        TemplateId id,
        TextLanguage language,
        int version,
        String text,
        Source source,
        Instant madeAt,
        @Nullable String madeBy,
        @Nullable UUID madeById,
        @Nullable Signature signature) {

    /** Where a version comes from. */
    enum Source {
        FILE,
        EDITED
    }

    /** Who says that it may be sent. */
    record Signature(String by, Instant at) {}

    boolean signed() {
        return signature != null;
    }

    /** The same, signed. */
    Template signed(String by, Instant at) {
        return new Template(id, language, version, text, source, madeAt, madeBy, madeById, new Signature(by, at));
    }
}
