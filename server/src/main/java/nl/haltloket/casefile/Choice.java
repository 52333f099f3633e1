package nl.haltloket.casefile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one person decided about one purpose, with everything that says how freely and how well informed.
 *
 * @param by the worker who wrote it down
 * @param document what the person was shown or read
 * @param words what the person said, in the worker's hand
 * @param number that was called, in E.164
 * @param cannotSign that the person can not sign now, which is a normal way
 * @param signature on the screen; null when there is none
 * @param withdrawnAt since when it no longer counts
 */
public record Choice(
        UUID id,
        Person person,
        @Nullable UUID guardianId,
        Purpose purpose,
        Answer answer,
        Instant at,
        String by,
        String document,
        int version,
        String language,
        Channel channel,
        boolean readAloud,
        boolean interpreter,
        @Nullable String words,
        @Nullable String number,
        boolean cannotSign,
        @Nullable Signed signature,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String withdrawalWords) {

    /** Who decides. */
    public enum Person {
        JUVENILE,
        GUARDIAN
    }

    /** What for; each is asked apart. */
    public enum Purpose {
        /** To take part in Halt. */
        PROGRAMME,
        /** A text that reminds of the appointment. */
        REMINDER,
        /** To involve a mentor whom the juvenile names. */
        MENTOR,
        /** That the desk speaks with whoever helps next. */
        WARM_HANDOVER
    }

    /** What the person said. */
    public enum Answer {
        YES,
        NO,
        /** To think about it first. */
        LATER
    }

    /** Which way the person was spoken with. */
    public enum Channel {
        SCREEN,
        PHONE,
        IN_PERSON,
        PAPER
    }

    /**
     * A signature on the screen, as it was found when the case was opened; {@code problem} says what is wrong; of one
     * that holds the SHA-256 of what was signed, in hexadecimal.
     */
    public record Signed(
            Instant at,
            State state,
            @Nullable String problem,
            @JsonIgnore @Nullable String statementHash) {
        /** Whether it still covers exactly what was shown and answered. */
        public enum State {
            VALID,
            BROKEN
        }
    }

    /** Whether it still counts. */
    public boolean stands() {
        return withdrawnAt == null;
    }
}
