package nl.haltloket.event;

import java.util.List;
import nl.haltloket.eligibility.Offence;
import org.jspecify.annotations.Nullable;

/** An offence of the list in the words that screens and papers show. */
final class OffenceView {
    private OffenceView() {}

    static Event.Offence of(Offence offence, boolean usual) {
        return new Event.Offence(
                offence.id(),
                offence.label(),
                offence.icon(),
                article(offence.law()),
                feitcode(offence.feitcodes()),
                Event.OffenceKind.valueOf(offence.kind()),
                offence.asks().contains("damage"),
                offence.asks().contains("value"),
                offence.asks(),
                offence.list(),
                usual);
    }

    private static String article(Offence.LawRef law) {
        boolean numbered =
                !law.article().isEmpty() && Character.isDigit(law.article().charAt(0));
        String article = law.name() + (numbered ? " art. " : ", ") + law.article();
        return law.paragraph() == null ? article : article + " lid " + law.paragraph();
    }

    /** Which of several it is depends on the age, and is not for us to say here. */
    private static @Nullable String feitcode(List<Offence.Feitcode> codes) {
        return codes.size() == 1 ? codes.getFirst().code() : null;
    }
}
