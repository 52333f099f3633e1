package nl.haltloket.journey;

import java.util.ArrayList;
import java.util.List;

/** One section of the intake and how it is filled in. */
final class Section {
    /** How a field gets its value. */
    enum Kind {
        TYPE,
        PICK,
        TAP
    }

    /** One field; {@code value} is empty when a tap says it all. */
    record Field(Kind kind, String name, String value) {}

    private final String name;
    private final List<Field> fields = new ArrayList<>();

    Section(String name) {
        this.name = name;
    }

    Section types(String field, String text) {
        fields.add(new Field(Kind.TYPE, field, text));
        return this;
    }

    Section picks(String field, String value) {
        fields.add(new Field(Kind.PICK, field, value));
        return this;
    }

    Section taps(String choice) {
        fields.add(new Field(Kind.TAP, choice, ""));
        return this;
    }

    String name() {
        return name;
    }

    List<Field> fields() {
        return List.copyOf(fields);
    }
}
