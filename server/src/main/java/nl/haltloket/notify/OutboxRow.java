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
        Tries tries,
        @Nullable String code,
        boolean cancelled) {
    /** After so many unanswered attempts a person calls: a parent must not get the same text all night. */
    private static final int DOUBTS_MAX = 3;

    int attempts() {
        return tries.attempts();
    }

    /** The next state. Claiming has a way of its own, {@link #claimed}. */
    OutboxRow to(MessageState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Message " + id + " can not become " + next + " from " + state);
        }
        return with(next, at, dueAt, next == MessageState.IN_DOUBT ? tries.doubted() : tries, code);
    }

    /** The same, with the reason of the step. */
    OutboxRow to(MessageState next, Instant at, String why) {
        OutboxRow row = to(next, at);
        return row.with(row.state, row.stateAt, row.dueAt, row.tries, why);
    }

    /** On its way through this gateway: counts an attempt, and after a doubt it may make a double. */
    OutboxRow claimed(Instant at, String gateway) {
        OutboxRow row = to(MessageState.CLAIMED, at);
        return row.with(
                row.state, row.stateAt, row.dueAt, tries.claimed(gateway, state == MessageState.IN_DOUBT), row.code);
    }

    /** After an attempt that may or may not have gone. */
    OutboxRow doubted(Instant at, String why) {
        return tries.doubts() < DOUBTS_MAX
                ? to(MessageState.IN_DOUBT, at, why).due(RetrySchedule.afterDoubt(at, expiresAt))
                : to(MessageState.FAILED, at, why);
    }

    /** Never to be offered to this gateway again. */
    OutboxRow refused(String gateway) {
        return with(state, stateAt, dueAt, tries.refused(gateway), code);
    }

    /** To be looked at again at that moment. */
    OutboxRow due(Instant at) {
        return with(state, stateAt, at, tries, code);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private OutboxRow with(MessageState next, Instant at, Instant due, Tries tried, @Nullable String why) {
        return new OutboxRow(
                id, caseId, callbackKey, priority, sealed, next, at, due, expiresAt, tried, why, cancelled);
    }
}
