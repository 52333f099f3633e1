package nl.haltloket.notify;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in the outbox. The only way to another state is {@link #to}, which knows what is allowed. */
record OutboxRow(
        UUID id,
        UUID caseId,
        String callbackKey,
        int priority,
        Buffer sealed,
        MessageState state,
        Instant stateAt,
        Instant dueAt,
        Instant expiresAt,
        int attempts,
        int doubts,
        boolean possibleDouble,
        @Nullable String code,
        boolean cancelled) {
    /** After so many unanswered attempts a person calls: a parent must not get the same text all night. */
    private static final int DOUBTS_MAX = 3;

    /** The next state; claiming counts an attempt, and claiming what was in doubt may make a double. */
    OutboxRow to(MessageState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Message " + id + " can not become " + next + " from " + state);
        }
        boolean claim = next == MessageState.CLAIMED;
        boolean again = claim && state == MessageState.IN_DOUBT;
        int doubted = next == MessageState.IN_DOUBT ? doubts + 1 : doubts;
        return with(next, at, dueAt, claim ? attempts + 1 : attempts, doubted, possibleDouble || again, code);
    }

    /** After an attempt that may or may not have gone. */
    OutboxRow doubted(Instant at, String why) {
        return doubts < DOUBTS_MAX
                ? to(MessageState.IN_DOUBT, at, why).due(RetrySchedule.afterDoubt(at, expiresAt))
                : to(MessageState.FAILED, at, why);
    }

    /** The same, with the reason of the step. */
    OutboxRow to(MessageState next, Instant at, String why) {
        OutboxRow row = to(next, at);
        return row.with(row.state, row.stateAt, row.dueAt, row.attempts, row.doubts, row.possibleDouble, why);
    }

    /** To be looked at again at that moment. */
    OutboxRow due(Instant at) {
        return with(state, stateAt, at, attempts, doubts, possibleDouble, code);
    }

    /** Surely sent once. */
    OutboxRow single() {
        return with(state, stateAt, dueAt, attempts, doubts, false, code);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private OutboxRow with(
            MessageState next, Instant at, Instant due, int tried, int doubted, boolean twice, @Nullable String why) {
        return new OutboxRow(
                id,
                caseId,
                callbackKey,
                priority,
                sealed,
                next,
                at,
                due,
                expiresAt,
                tried,
                doubted,
                twice,
                why,
                cancelled);
    }
}
