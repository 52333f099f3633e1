package nl.haltloket.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.event.TicketView;
import nl.haltloket.notify.GatewayStatus;
import nl.haltloket.notify.Health;
import nl.haltloket.notify.Roads;
import org.jspecify.annotations.Nullable;

/** The board at one moment; safe for the public eye. {@code replies}: texts of which somebody must say where they belong. */
public record Board(
        String eventName, Instant now, long here, long underway, long replies, Texts texts, List<Row> rows) {

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
     * @param newOffences handed over on the same card after receipt, and not received yet
     * @param together how many juveniles the same phone handed over within a few minutes, this one included
     * @param unread texts of guardians that nobody read yet
     */
    public record Row(
            UUID id,
            TicketView ticket,
            String state,
            Instant since,
            int offences,
            int newOffences,
            int together,
            int unread,
            GuardianCell guardian) {}

    /** How far the guardians were reached: the one that needs attention most. NONE before receipt. */
    public record GuardianCell(
            String state,
            @Nullable String relation,
            @Nullable Instant at,
            @Nullable Instant callBefore) {}
}
