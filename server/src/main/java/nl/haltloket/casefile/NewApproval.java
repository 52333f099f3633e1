package nl.haltloket.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;

/** An approval or a refusal that a worker writes down; the fields are those of {@link Approval}. */
public record NewApproval(
        Approval.Authority authority, boolean approved, String who, Instant givenAt, String reference) {
    /** Two clocks are never quite the same. */
    private static final Duration CLOCKS = Duration.ofMinutes(2);

    /** With its texts cleaned; refused when it says nothing, or cannot have been then. */
    Approval.Details checked(Instant now, Instant offenceAt) {
        if (givenAt.isAfter(now.plus(CLOCKS))) {
            throw Refusal.invalid("approval.future", "Dit tijdstip is nog niet geweest. Kijk de tijd na.");
        }
        if (givenAt.isBefore(offenceAt.truncatedTo(ChronoUnit.MINUTES))) {
            throw Refusal.invalid("approval.early", "Dit tijdstip ligt voor het feit. Kijk de tijd na.");
        }
        return new Approval.Details(
                authority,
                approved,
                PlainText.required(who, "approval.who", "Vul in wie dit besloot: een naam of een nummer."),
                givenAt,
                PlainText.required(reference, "approval.reference", "Vul het kenmerk in."));
    }
}
