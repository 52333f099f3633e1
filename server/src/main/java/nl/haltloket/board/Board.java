package nl.haltloket.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.event.TicketView;
import nl.haltloket.notify.Health;
import org.jspecify.annotations.Nullable;

/** The board at one moment; safe for the public eye. */
public record Board(String eventName, Instant now, long here, long underway, Texts texts, List<Row> rows) {

    /** Whether texts to parents go out now, in a sentence when they do not. */
    public record Texts(
            boolean up, @Nullable String sentence, @Nullable Instant since) {

        static Texts of(Health health) {
            return health.up() ? new Texts(true, null, null) : new Texts(false, health.sentence(), health.since());
        }
    }

    /**
     * One juvenile.
     *
     * @param state UNDERWAY, AWAITING when the case was opened on another juvenile, or a state of the case
     * @param newOffences handed over on the same card after receipt, and not received yet
     * @param together how many juveniles the same phone handed over within a few minutes, this one included
     * @param receivedBy the worker who received, as first name and initial; null before receipt
     * @param guardians in the order in which they are called; none before receipt
     */
    public record Row(
            UUID id,
            TicketView ticket,
            String state,
            Instant since,
            int offences,
            int newOffences,
            int together,
            @Nullable String receivedBy,
            List<GuardianCell> guardians) {}

    /**
     * How far a guardian was reached. What is late and who is next, a screen works out from these times and its clock.
     *
     * @param at since when it is in this state
     * @param callBefore when the call is late; null when none is due
     * @param letterAt when the guardian was handed a letter
     * @param substitute for a guardian who must not be contacted: NAMED, SPOKEN, or null as long as nobody comes instead
     * @param claim who calls now
     */
    public record GuardianCell(
            String state,
            String relation,
            Instant at,
            @Nullable Instant callBefore,
            @Nullable Instant letterAt,
            @Nullable String substitute,
            @Nullable Claim claim) {}

    /** That a worker, as first name and initial, said to call. */
    public record Claim(String by, Instant until) {}
}
