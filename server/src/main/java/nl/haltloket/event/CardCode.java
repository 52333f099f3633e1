package nl.haltloket.event;

import java.util.Optional;
import java.util.random.RandomGenerator;
import nl.haltloket.crypto.CheckedCode;

/** The random code on a card: eight characters, worthless without the desk. */
public record CardCode(String value) {
    private static final CheckedCode FORM = new CheckedCode(8);

    /** Only a well-formed code. */
    public CardCode {
        if (FORM.parse(value).filter(value::equals).isEmpty()) {
            throw new IllegalArgumentException("Not a card code");
        }
    }

    /** A new code. */
    public static CardCode generate(RandomGenerator random) {
        return new CardCode(FORM.generate(random));
    }

    /** The code that was typed or scanned, or empty if it cannot be one. */
    public static Optional<CardCode> parse(String typed) {
        return FORM.parse(typed).map(CardCode::new);
    }

    /** In two groups of four with a dash between, to read aloud. */
    public String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4);
    }
}
