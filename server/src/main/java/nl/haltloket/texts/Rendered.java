package nl.haltloket.texts;

import nl.haltloket.notify.TextSource;

/**
 * A text with everything filled in, ready to be sent.
 *
 * @param source which text, in which language and version
 */
public record Rendered(String text, TextSource source) {

    /** Without the text, which may hold where somebody has to be. */
    @Override
    public String toString() {
        return "Rendered[" + source + "]";
    }
}
