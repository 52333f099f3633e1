package nl.haltloket.document;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document as a screen shows it; {@code notice} when nobody signed it off. */
record ShownView(
        DocumentId document,
        int version,
        String language,
        boolean signedOff,
        boolean rightToLeft,
        String title,
        @Nullable String notice,
        List<Block> blocks,
        String text,
        String sha256) {

    static ShownView of(Shown shown, String draftNotice) {
        return new ShownView(
                shown.document(),
                shown.version(),
                shown.language(),
                shown.signedOff(),
                shown.rightToLeft(),
                shown.title(),
                shown.signedOff() ? null : draftNotice,
                shown.blocks(),
                shown.text(),
                HexFormat.of().formatHex(shown.sha256()));
    }
}
