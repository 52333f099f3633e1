package nl.haltloket.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.event.TicketView;
import nl.haltloket.notify.GatewayStatus;
import nl.haltloket.notify.Health;
import nl.haltloket.notify.Roads;
import org.jspecify.annotations.Nullable;

/**
 * The board at one moment; safe for the public eye.
 *
 * @param replies texts of which somebody must say where they belong
 * @param unreported cases that ended, of which the referrer has no report yet
 */
public record Board(
        String eventName,
        Instant now,
        long here,
        long underway,
        long replies,
        Texts texts,
        List<Row> rows,
        List<Unreported> unreported) {

    /**
     * Whether texts to parents go out now.
     *
     * @param sentence why not, or which way when it is not the first
     * @param since when that began
     * @param gateways each by itself, in the order of trying
     */
    public record Texts(
            boolean up,
            @Nullable String sentence,
            @Nullable Instant since,
            List<GatewayStatus> gateways,
            long possibleDoubles,
            long unknownReports) {

        static Texts of(Roads roads, Troubles troubles) {
            Health overall = roads.overall();
            boolean firstRoad = overall.up() && roads.each().getFirst().up();
            return new Texts(
                    overall.up(),
                    firstRoad ? null : overall.sentence(),
                    firstRoad ? null : overall.since(),
                    roads.each(),
                    troubles.possibleDoubles(),
                    troubles.unknownReports());
        }
    }

    /**
     * What somebody should look into.
     *
     * @param possibleDoubles texts that a parent may have got twice
     * @param unknownReports delivery reports of the last hour with a code that no book knows
     */
    record Troubles(long possibleDoubles, long unknownReports) {}

    /**
     * One juvenile.
     *
     * @param state UNDERWAY, AWAITING when the case was opened on another juvenile, or a state of the case
     * @param since when the juvenile came, or before that when the handover was made
     * @param stateSince since when it is in this state
     * @param newOffences handed over on the same card after receipt, and not received yet
     * @param together how many juveniles the same phone handed over within a few minutes, this one included
     * @param unread texts of guardians that nobody read yet
     * @param receivedBy the worker who received, as first name and initial; null before receipt
     * @param guardians in the order in which they are called; none before receipt
     * @param transfer when it is on its way to another system
     */
    public record Row(
            UUID id,
            TicketView ticket,
            String state,
            Instant since,
            Instant stateSince,
            int offences,
            int newOffences,
            int together,
            int unread,
            @Nullable String receivedBy,
            List<GuardianCell> guardians,
            @Nullable Transfer transfer) {}

    /** A case that went back, or whose juvenile left: the report is still to be given. */
    public record Unreported(
            UUID id,
            TicketView ticket,
            String state,
            Instant since,
            @Nullable Transfer transfer) {}

    /**
     * A case on its way to another system.
     *
     * @param state UNDERWAY; WAITING when it did not get through; ALARM when that lasts
     * @param since when it was asked for
     */
    public record Transfer(String state, Instant since) {}

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
