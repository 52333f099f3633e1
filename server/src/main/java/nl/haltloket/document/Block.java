package nl.haltloket.document;

/** A piece of a document as a reader sees it. */
public record Block(Kind kind, String text) {
    /** What it is. The first block of a document is its title, a heading. */
    public enum Kind {
        HEADING,
        TEXT,
        ITEM
    }

    /** As it stands in plain text: an item after a dash. */
    String line() {
        return kind == Kind.ITEM ? "- " + text : text;
    }
}
