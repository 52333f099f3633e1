package nl.haltloket.guardian;

import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How a call to a guardian went, as the worker says.
 *
 * @param substitute who comes instead, when the guardian turned out to be one who must be left alone
 */
public record ContactOutcome(
        Outcome outcome,
        @Nullable String spokenWith,
        @Nullable String words,
        @Nullable String reason,
        @Nullable How how,
        @Nullable NewSubstitute substitute) {

    /** The ways a call can go. */
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        VOICEMAIL,
        WRONG_NUMBER,
        DO_NOT_CONTACT
    }

    /** By what road somebody spoke with the guardian. */
    public enum How {
        /** The desk called. */
        CALLED,
        /** The guardian called the desk. */
        CALLED_BACK,
        AT_DESK
    }

    ContactState state() {
        return switch (outcome) {
            case REACHED -> ContactState.REACHED;
            case NOT_REACHED, VOICEMAIL, WRONG_NUMBER -> ContactState.NOT_REACHED;
            case DO_NOT_CONTACT -> ContactState.DO_NOT_CONTACT;
        };
    }

    /** Informed needs a person who spoke and what was said; not to be contacted needs a reason. Cleans the words. */
    ContactOutcome checked() {
        if (outcome == Outcome.REACHED && (blank(spokenWith) || blank(words))) {
            throw Refusal.invalid("guardian.words-missing", "Vul in met wie u sprak en wat u heeft gezegd.");
        }
        if (outcome == Outcome.DO_NOT_CONTACT && blank(reason)) {
            throw Refusal.invalid("guardian.reason-missing", "Schrijf op waarom deze ouder niet gebeld mag worden.");
        }
        return new ContactOutcome(
                outcome, PlainText.line(spokenWith), PlainText.lines(words), PlainText.lines(reason), how, substitute);
    }

    /** Whether a text that has not gone yet may still go. */
    boolean leavesText() {
        return outcome == Outcome.NOT_REACHED || outcome == Outcome.VOICEMAIL;
    }

    @Nullable
    String reasonWords() {
        return switch (outcome) {
            case WRONG_NUMBER -> "verkeerd nummer";
            case VOICEMAIL -> "voicemail";
            case REACHED, NOT_REACHED, DO_NOT_CONTACT -> reason;
        };
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
