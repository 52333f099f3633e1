package nl.haltloket.care;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school-/wijkinterventie: help that a juvenile of 10 to 23 chooses, whatever the law says of an offence. Its legal
 * basis is consent, and nothing of a handover is in it.
 *
 * @param state OPEN, or how it ended
 * @param details null once it ended, for then they are erased
 * @param age in years, today
 * @param lacks what must be there before it can be handed to Halt, in the order in which it is asked
 */
public record Voluntary(
        UUID id,
        String number,
        State state,
        int version,
        Instant openedAt,
        String openedBy,
        @Nullable Instant exportedAt,
        @Nullable Instant endedAt,
        @Nullable Details details,
        @Nullable Integer age,
        List<Lack> lacks) {

    /** Where it stands. */
    public enum State {
        OPEN,
        HANDED_OVER,
        STOPPED
    }

    /** Where the help is. */
    public enum Setting {
        SCHOOL,
        NEIGHBOURHOOD
    }

    /** Who thought of it. */
    public enum Proposer {
        JUVENILE,
        GUARDIAN,
        POLICE,
        BOA,
        SCHOOL,
        COMMUNITY_WORK,
        SPORT,
        HALT,
        OTHER
    }

    /** An answer that may come later. */
    public enum Consent {
        YES,
        NO,
        LATER
    }

    /** How a guardian consented. */
    public enum How {
        IN_PERSON,
        PHONE
    }

    /** What still lacks. */
    public enum Lack {
        CONTACT,
        JUVENILE_CONSENT,
        GUARDIAN_CONSENT
    }

    /**
     * What is written down. Of birth date and age one is enough.
     *
     * @param birthDate as YYYY-MM-DD
     * @param contact how Halt reaches the juvenile: a number or an e-mail address
     * @param wish what the juvenile wants help with, in the juvenile's words
     * @param consent of the juvenile
     * @param guardianConsent needed under 16
     * @param explainedBy who explained that it is voluntary; the server fills in the worker
     * @param consentedAt when the guardian said yes; the server fills it in
     */
    public record Details(
            String name,
            @Nullable String birthDate,
            @Nullable Integer age,
            Setting setting,
            Proposer proposer,
            @Nullable String contact,
            @Nullable String wish,
            Consent consent,
            @Nullable String guardian,
            @Nullable String guardianContact,
            @Nullable Consent guardianConsent,
            @Nullable How guardianHow,
            @Nullable String explainedBy,
            @Nullable Instant consentedAt) {}

    /** The details with the version that they rest on. */
    public record Edit(int version, Details details) {}

    /** What a command answers; no personal data. */
    public record Standing(UUID id, String number, State state, int version) {}

    /** How it ends. */
    public record Ending(State outcome) {}

    /** All of an event, newest first. */
    public record Listed(List<Voluntary> cases) {}
}
