package nl.haltloket.dossier;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields in the order they are read; what is absent or empty is left out. */
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fields with(String name, @Nullable Object value) {
        boolean empty = (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty());
        if (value != null && !empty) {
            fields.put(name, value);
        }
        return this;
    }

    /** A field whose value is a code, in its Dutch word. */
    Fields code(String name, @Nullable String code) {
        return with(name, DutchWords.of(code));
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(fields);
    }
}
