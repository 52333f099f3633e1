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
        boolean possibleDouble,
        @Nullable String code,
        boolean cancelled) {

    /** The next state; claiming counts an attempt, and claiming what was in doubt may make a double. */
    OutboxRow to(MessageState next, Instant at) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Message " + id + " can not become " + next + " from " + state);
        }
        boolean claim = next == MessageState.CLAIMED;
        boolean again = claim && state == MessageState.IN_DOUBT;
        return with(next, at, dueAt, claim ? attempts + 1 : attempts, possibleDouble || again, code);
    }

    /** The same, with the reason of the step. */
    OutboxRow to(MessageState next, Instant at, String why) {
        OutboxRow row = to(next, at);
        return row.with(row.state, row.stateAt, row.dueAt, row.attempts, row.possibleDouble, why);
    }

    /** To be looked at again at that moment. */
    OutboxRow due(Instant at) {
        return with(state, stateAt, at, attempts, possibleDouble, code);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    private OutboxRow with(
            MessageState nextState, Instant at, Instant due, int tried, boolean twice, @Nullable String why) {
        return new OutboxRow(
                id, caseId, callbackKey, priority, sealed, nextState, at, due, expiresAt, tried, twice, why, cancelled);
    }
}
