package nl.haltloket.guardian;

import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** How a call to a guardian went, as the worker says. */
public record ContactOutcome(
        Outcome outcome,
        @Nullable String spokenWith,
        @Nullable String words,
        @Nullable String reason) {

    /** The four ways a call can go. */
    public enum Outcome {
        REACHED,
        NOT_REACHED,
        WRONG_NUMBER,
        DO_NOT_CONTACT
    }

    ContactState state() {
        return switch (outcome) {
            case REACHED -> ContactState.REACHED;
            case NOT_REACHED, WRONG_NUMBER -> ContactState.NOT_REACHED;
            case DO_NOT_CONTACT -> ContactState.DO_NOT_CONTACT;
        };
    }

    /** Informed needs a person who spoke and what was said; not to be contacted needs a reason. */
    ContactOutcome checked() {
        if (outcome == Outcome.REACHED && (blank(spokenWith) || blank(words))) {
            throw Refusal.invalid("guardian.words-missing", "Vul in met wie u sprak en wat u heeft gezegd.");
        }
        if (outcome == Outcome.DO_NOT_CONTACT && blank(reason)) {
            throw Refusal.invalid("guardian.reason-missing", "Schrijf op waarom deze ouder niet gebeld mag worden.");
        }
        return this;
    }

    @Nullable
    String reasonWords() {
        return outcome == Outcome.WRONG_NUMBER ? "verkeerd nummer" : reason;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
