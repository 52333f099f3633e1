package nl.haltloket.handover;

import static java.util.Map.entry;

import java.util.Map;
import nl.haltloket.refusal.PlainText;
import org.jspecify.annotations.Nullable;

/** What the rules say to an officer on a phone, as the desk has to hear it: the desk does not call itself. */
final class DeskWords {
    /** What is for the phone alone, and has nothing to say at the desk, is empty. */
    static final Map<String, String> WORDS = Map.ofEntries(
            entry("Bel daarna het loket.", ""),
            entry("Bel het loket.", "Overleg met de coördinator."),
            entry(
                    "Bel het loket. De officier van justitie moet u aanwijzen.",
                    "De officier van justitie moet deze verwijzer aanwijzen. Overleg met de coördinator."),
            entry("Kies een ander feit of bel het loket.", "Vraag de verwijzer of een ander feit past."),
            entry(
                    "Bepaal zelf welk feit dit is, of overleg met de politie.",
                    "Vraag de verwijzer welk feit dit is, of overleg met de politie."),
            entry(
                    "Kijk in uw eigen verslag. Het loket vraagt de jongere niets over het feit.",
                    "Laat de verwijzer in het verslag kijken. Vraag de jongere niets over het feit."),
            entry(
                    "Overleg met de hulpofficier of met ZSM. Het loket vraagt de jongere niets over het feit.",
                    "Laat de verwijzer overleggen met de hulpofficier of met ZSM. Vraag de jongere niets over het feit."),
            entry("Laat een collega de overdracht doen.", "Laat een collega van de verwijzer de overdracht doen."),
            entry(
                    "Het loket meldt u op papier dat Halt niet doorgaat.",
                    "Meld de verwijzer op papier dat Halt niet doorgaat."));

    private DeskWords() {}

    /** The sentence for the desk; null when there is nothing to do there. */
    static @Nullable String of(@Nullable String sentence) {
        return sentence == null ? null : PlainText.line(WORDS.getOrDefault(sentence, sentence));
    }

    /** The same reason, its next step told to the desk. */
    static Judged.Reason of(Judged.Reason reason) {
        return new Judged.Reason(
                reason.id(),
                reason.version(),
                reason.effect(),
                reason.value(),
                reason.sentence(),
                of(reason.next()),
                reason.article(),
                reason.lawText(),
                reason.sources(),
                reason.certainty());
    }
}
