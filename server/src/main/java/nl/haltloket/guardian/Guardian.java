package nl.haltloket.guardian;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.handover.HandoverContent.Relation;
import org.jspecify.annotations.Nullable;

/** A guardian with the history of reaching one. {@code callBefore} is the deadline of the call that is due. */
public record Guardian(
        UUID id,
        Relation relation,
        ContactState state,
        Instant stateAt,
        @Nullable Instant callBefore,
        GuardianDetails details,
        List<Step> history) {

    /** One step; words are those the worker used. */
    public record Step(
            Instant at,
            ContactState state,
            @Nullable String by,
            @Nullable String spokenWith,
            @Nullable String words,
            @Nullable String reason) {}

    /** True only when somebody spoke with the guardian. */
    public boolean informed() {
        return history.stream().anyMatch(step -> step.state() == ContactState.REACHED);
    }
}
