package nl.haltloket.board;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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
     * Who is underway or here, longest waiting first; one row for a juvenile, however many offences. Of several guardians the cell shows one who was spoken to, else
     * the one whose call is due first.
     */
    private static final String ROWS = """
            WITH shown AS (
              SELECT h.id, h.event_id, h.device_id, h.colour, h.animal, h.number, h.submitted_at,
                c.id AS case_id, c.state, c.received_at, c.awaiting_since,
                row_number() OVER juvenile AS place, count(*) OVER (PARTITION BY h.number) AS open
              FROM handover h
              LEFT JOIN case_file c ON c.id = h.id AND c.state IN (
                'OPENED','PENDING_APPROVAL','INTAKE','NOT_FIT_NOW','OFFERED','PENDING_GUARDIAN','AGREED','SCHEDULED')
              WHERE h.event_id = $1 AND (h.state = 'SUBMITTED' OR c.id IS NOT NULL)
              WINDOW juvenile AS (PARTITION BY h.number ORDER BY c.id IS NULL, h.submitted_at, h.id))
            SELECT h.id, h.colour, h.animal, h.number,
              CASE WHEN h.awaiting_since IS NOT NULL THEN 'AWAITING' ELSE coalesce(h.state, 'UNDERWAY') END AS state,
              coalesce(h.received_at, h.submitted_at) AS since,
              h.open + (SELECT count(*) FROM handover j WHERE j.case_id = h.case_id AND j.id <> h.id) AS offences,
              CASE WHEN h.case_id IS NULL THEN 0 ELSE h.open - 1 END AS new_offences,
              CASE WHEN h.case_id IS NULL THEN (SELECT count(DISTINCT t.number) FROM shown t
                WHERE t.device_id = h.device_id AND t.case_id IS NULL
                  AND t.submitted_at BETWEEN h.submitted_at - interval '3 minutes'
                    AND h.submitted_at + interval '3 minutes') ELSE 1 END AS together,
              g.state AS guardian_state, g.relation, g.state_at, g.call_before
            FROM shown h
            LEFT JOIN LATERAL (
              SELECT state, relation, state_at, call_before FROM guardian WHERE case_id = h.id AND replaced_at IS NULL
              ORDER BY state = 'REACHED' DESC, call_before NULLS LAST, position LIMIT 1) g ON true
            WHERE h.place = 1 OR h.case_id IS NOT NULL
            ORDER BY h.case_id IS NULL OR h.awaiting_since IS NOT NULL, since, h.number LIMIT 200""";

    private static final String TROUBLES = """
            SELECT (SELECT count(*) FROM outbox WHERE possible_double) AS doubles,
              (SELECT count(*) FROM message_report WHERE state = 'UNKNOWN' AND at > $1) AS unknown""";

    /** @param since older reports were seen by now */
    Future<Board.Troubles> troubles(Tx tx, Instant since) {
        return tx.one(
                        row -> new Board.Troubles(row.getLong("doubles"), row.getLong("unknown")),
                        TROUBLES,
                        since.atOffset(ZoneOffset.UTC))
                .map(Optional::orElseThrow);
    }

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
                row.getInteger("offences"),
                row.getInteger("new_offences"),
                row.getInteger("together"),
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
