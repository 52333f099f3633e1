package nl.haltloket.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import nl.haltloket.texts.TextLanguage;

/**
 * A document with everything filled in, as somebody is shown it.
 *
 * @param version of the template, per document and language
 * @param language BCP 47
 * @param signedOff whether a person signed that version off; what nobody did is help beside the Dutch only
 * @param text the blocks as plain text, one per line, items after a dash
 * @param sha256 of the text in UTF-8
 */
public record Shown(
        DocumentId document,
        int version,
        String language,
        boolean signedOff,
        List<Block> blocks,
        String text,
        byte[] sha256) {

    static Shown of(DocumentTemplate template, List<Block> blocks) {
        String text = blocks.stream().map(Block::line).collect(Collectors.joining("\n"));
        return new Shown(
                template.id(),
                template.version(),
                template.language().code(),
                template.signed(),
                List.copyOf(blocks),
                text,
                hash(text));
    }

    /** The first heading. */
    public String title() {
        return blocks.getFirst().text();
    }

    /** Whether it is read from right to left. */
    public boolean rightToLeft() {
        return TextLanguage.of(language).map(TextLanguage::rightToLeft).orElse(false);
    }

    /** Without the text, which may hold a name. */
    @Override
    public String toString() {
        return "Shown[%s %s %d]".formatted(document, language, version);
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
