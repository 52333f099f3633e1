package nl.haltloket.board;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Ticket;
import nl.haltloket.event.TicketAnimal;
import nl.haltloket.event.TicketColour;
import nl.haltloket.event.TicketView;
import org.jspecify.annotations.Nullable;

/** Reads the board in one statement. */
final class BoardRepository {
    /**
     * Who is underway or here, longest waiting first. Of several guardians the cell shows one who was spoken to, else
     * the one whose call is due first.
     */
    private static final String ROWS = """
            SELECT h.id, h.colour, h.animal, h.number,
              coalesce(c.state, 'UNDERWAY') AS state, coalesce(c.received_at, h.submitted_at) AS since,
              g.state AS guardian_state, g.relation, g.state_at, g.call_before
            FROM handover h
            LEFT JOIN case_file c ON c.id = h.id
            LEFT JOIN LATERAL (
              SELECT state, relation, state_at, call_before FROM guardian WHERE case_id = h.id AND replaced_at IS NULL
              ORDER BY state = 'REACHED' DESC, call_before NULLS LAST, position LIMIT 1) g ON true
            WHERE h.event_id = $1 AND (h.state = 'SUBMITTED'
              OR c.state IN ('OPENED','PENDING_APPROVAL','INTAKE','NOT_FIT_NOW','OFFERED','PENDING_GUARDIAN','AGREED','SCHEDULED'))
            ORDER BY c.id IS NULL, since LIMIT 200""";

    Future<List<Board.Row>> rows(Tx tx, UUID eventId) {
        return tx.list(BoardRepository::toRow, ROWS, eventId);
    }

    private static Board.Row toRow(Row row) {
        Ticket ticket = new Ticket(
                TicketColour.valueOf(row.getString("colour")),
                TicketAnimal.valueOf(row.getString("animal")),
                row.getInteger("number"));
        return new Board.Row(
                row.getUUID("id"),
                TicketView.of(ticket),
                row.getString("state"),
                row.getOffsetDateTime("since").toInstant(),
                toCell(row));
    }

    private static Board.GuardianCell toCell(Row row) {
        String state = row.getString("guardian_state");
        return state == null
                ? new Board.GuardianCell("NONE", null, null, null)
                : new Board.GuardianCell(
                        state,
                        row.getString("relation"),
                        instant(row.getOffsetDateTime("state_at")),
                        instant(row.getOffsetDateTime("call_before")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
