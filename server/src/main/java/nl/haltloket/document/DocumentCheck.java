package nl.haltloket.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.haltloket.document.DocumentTemplate.Piece;
import nl.haltloket.texts.Filling;
import nl.haltloket.texts.TextLanguage;

/** What may not stand in a document. */
final class DocumentCheck {
    /** The police keeps a Halt case, and the promise holds for who finishes well only. */
    private static final Pattern PROMISE =
            Pattern.compile("\\b[Aa]ls\\b.*goed afrond.*geen strafblad.*politie bewaart", Pattern.DOTALL);

    private static final Pattern OFFENDER = Pattern.compile("\\bdaders?\\b", Pattern.CASE_INSENSITIVE);

    private DocumentCheck() {}

    /** Dutch sentences, empty when there is nothing wrong with a piece. */
    static List<String> faults(DocumentId id, TextLanguage language, String text) {
        List<String> faults = new ArrayList<>();
        for (String word : Filling.words(text)) {
            if (Place.of(word).filter(id.places()::contains).isEmpty()) {
                faults.add(
                        word.isEmpty()
                                ? "Er staat een losse accolade in de tekst."
                                : "{%s} bestaat niet in dit document.".formatted(word));
            }
        }
        if (language == TextLanguage.NL) {
            dutch(text, faults);
        }
        return faults;
    }

    private static void dutch(String text, List<String> faults) {
        if (text.contains("geen strafblad") && !PROMISE.matcher(text).find()) {
            faults.add("“geen strafblad” staat hier zonder de voorwaarde, of zonder wat de politie bewaart.");
        }
        if (OFFENDER.matcher(text).find()) {
            faults.add("Wie verdacht is, heet hier geen dader.");
        }
    }

    /** What a translation does otherwise than the Dutch: its pieces, their conditions, their places. */
    static Optional<String> sameAsDutch(DocumentFile.Entry entry, Optional<DocumentFile.Entry> dutch) {
        if (dutch.isEmpty()) {
            return Optional.of("%s staat niet eerst in het Nederlands.".formatted(entry.id()));
        }
        List<Piece> ours = entry.pieces();
        List<Piece> theirs = dutch.get().pieces();
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            if (i >= ours.size() || i >= theirs.size() || !same(ours.get(i), theirs.get(i))) {
                return Optional.of("%s in het %s is vanaf stuk %d anders opgebouwd dan in het Nederlands."
                        .formatted(entry.id(), entry.language().dutchName(), i + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean same(Piece one, Piece other) {
        return one.kind() == other.kind()
                && one.when().equals(other.when())
                && sorted(one).equals(sorted(other));
    }

    private static List<String> sorted(Piece piece) {
        return Filling.words(piece.text()).stream().distinct().sorted().toList();
    }
}
