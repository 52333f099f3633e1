package nl.haltloket.document;

import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import nl.haltloket.testing.TestApp;
import nl.haltloket.texts.TextLanguage;

/** The documents that are shipped, filled in for invented cases. */
final class TestDocuments {
    static final DocumentFile SHIPPED = DocumentFile.read(TestApp.configuration());

    /** A stopped 14-year-old suspected of an overtreding, and an arrested 17-year-old suspected of a misdrijf. */
    static final List<Set<Condition>> CASES = List.of(
            EnumSet.of(
                    Condition.VIOLATION,
                    Condition.NOT_ARRESTED,
                    Condition.FREE,
                    Condition.UNDER_16,
                    Condition.GUARDIAN_NAMED),
            EnumSet.of(Condition.CRIME, Condition.ARRESTED, Condition.FROM_16, Condition.GUARDIAN_UNNAMED));

    private static final int SIGNED_BYTES = 240;

    private TestDocuments() {}

    /** Every document in every language. */
    static Stream<DocumentFile.Entry> entries() {
        return SHIPPED.documents().stream();
    }

    static DocumentFile.Entry entry(DocumentId id, TextLanguage language) {
        return entries()
                .filter(one -> one.id() == id && one.language() == language)
                .findFirst()
                .orElseThrow();
    }

    static Shown shown(DocumentFile.Entry entry, Set<Condition> facts) {
        return shown(entry, facts, DocumentDesk.samples(entry.language()));
    }

    static Shown shown(DocumentFile.Entry entry, Set<Condition> facts, Map<Place, String> values) {
        DocumentTemplate draft =
                new DocumentTemplate(entry.id(), entry.language(), 1, entry.pieces(), Instant.EPOCH, null);
        return entry.signedBy()
                .map(by -> draft.signed(by, Instant.EPOCH))
                .orElse(draft)
                .filled(facts, values);
    }

    /** As long as a signed receipt, and as disorderly. */
    private static byte[] signature() {
        byte[] bytes = new byte[SIGNED_BYTES];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    static DocumentPdf.Frame frame(Shown shown) {
        boolean receipt = shown.document() == DocumentId.RECEIPT;
        return new DocumentPdf.Frame(
                "Voorbeeldfeest",
                true,
                SHIPPED.draftNotices().get(TextLanguage.of(shown.language()).orElseThrow()),
                "0417",
                receipt
                        ? List.of(CaseDocuments.RECEIPT_QR
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature()))
                        : List.of());
    }
}
