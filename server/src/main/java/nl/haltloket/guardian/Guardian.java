package nl.haltloket.guardian;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.notify.Outbox;
import org.jspecify.annotations.Nullable;

/**
 * A guardian with the history of reaching one. {@code callBefore} is the deadline of the call that is due; {@code texts}
 * went or will go, each with its language; {@code textRefused} is why the last one did not go.
 */
public record Guardian(
        UUID id,
        Relation relation,
        ContactState state,
        Instant stateAt,
        @Nullable Instant callBefore,
        GuardianDetails details,
        List<Step> history,
        List<Former> former,
        FollowUp followUp,
        @Nullable TextRefused textRefused) {

    /** One step; words are those the worker used. */
    public record Step(
            Instant at,
            ContactState state,
            @Nullable String by,
            @Nullable String spokenWith,
            @Nullable String words,
            @Nullable String reason,
            ContactOutcome.@Nullable How how) {}

    /**
     * A number that turned out to be wrong. {@code texts} is what somebody else may have read there: nothing about a
     * person.
     */
    public record Former(
            @Nullable String number, Instant replacedAt, String reason, List<Outbox.Left> texts, List<Step> history) {}

    /** True only when somebody spoke with the guardian, or gave the guardian the letter. */
    public boolean informed() {
        return history.stream().anyMatch(step -> step.state() == ContactState.REACHED)
                || followUp.letters().stream().anyMatch(letter -> letter.way() == Letter.Way.HANDED_OVER);
    }
}
