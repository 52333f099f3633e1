package nl.haltloket.board;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Ticket;
import nl.haltloket.event.TicketAnimal;
import nl.haltloket.event.TicketColour;
import nl.haltloket.event.TicketView;
import org.jspecify.annotations.Nullable;

/** Reads the board. */
final class BoardRepository {
    /** The transfer of a case (%s) that is underway since longest, at the moment $2. */
    private static final String TRANSFER = """
            SELECT min(f.assembled_at) AS since,
              CASE WHEN min(f.assembled_at) <= $2::timestamptz - interval '15 minutes' THEN 'ALARM'
                WHEN bool_or(f.problem IS NOT NULL) THEN 'WAITING' ELSE 'UNDERWAY' END AS state
            FROM transfer f WHERE f.case_id = %s AND f.step IN ('ASSEMBLED', 'SEALED', 'SENT')
            HAVING count(*) > 0""";

    /** Who is underway or here, longest waiting first; one row for a juvenile, however many offences. */
    private static final String ROWS = """
            WITH shown AS (
              SELECT h.id, h.event_id, h.device_id, h.colour, h.animal, h.number, h.submitted_at,
                c.id AS case_id, c.state, c.state_since, c.received_at, c.received_by, c.awaiting_since,
                row_number() OVER juvenile AS place, count(*) OVER (PARTITION BY h.number) AS open
              FROM handover h
              LEFT JOIN case_file c ON c.id = h.id AND c.state IN (
                'OPENED','PENDING_APPROVAL','INTAKE','NOT_FIT_NOW','OFFERED','PENDING_GUARDIAN','AGREED','SCHEDULED')
              WHERE h.event_id = $1 AND (h.state = 'SUBMITTED' OR c.id IS NOT NULL)
              WINDOW juvenile AS (PARTITION BY h.number ORDER BY c.id IS NULL, h.submitted_at, h.id))
            SELECT h.id, h.colour, h.animal, h.number,
              CASE WHEN h.awaiting_since IS NOT NULL THEN 'AWAITING' ELSE coalesce(h.state, 'UNDERWAY') END AS state,
              coalesce(h.received_at, h.submitted_at) AS since,
              coalesce(h.state_since, h.submitted_at) AS state_since,
              h.open + (SELECT count(*) FROM handover j WHERE j.case_id = h.case_id AND j.id <> h.id) AS offences,
              CASE WHEN h.case_id IS NULL THEN 0 ELSE h.open - 1 END AS new_offences,
              CASE WHEN h.case_id IS NULL THEN (SELECT count(DISTINCT t.number) FROM shown t
                WHERE t.device_id = h.device_id AND t.case_id IS NULL
                  AND t.submitted_at BETWEEN h.submitted_at - interval '3 minutes'
                    AND h.submitted_at + interval '3 minutes') ELSE 1 END AS together,
              (SELECT count(*) FROM reply r WHERE r.case_id = h.case_id AND r.read_at IS NULL) AS unread,
              w.display_name AS received_by, t.since AS transfer_since, t.state AS transfer_state
            FROM shown h LEFT JOIN worker w ON w.id = h.received_by
            LEFT JOIN LATERAL (%s) t ON true
            WHERE h.place = 1 OR h.case_id IS NOT NULL
            ORDER BY h.case_id IS NULL OR h.awaiting_since IS NOT NULL, since, h.number LIMIT 200""".formatted(TRANSFER.formatted("h.case_id"));

    /** Cases that ended, of which the referrer has no report yet, oldest first. */
    private static final String UNREPORTED = """
            SELECT c.id, c.state, c.state_since AS since, h.colour, h.animal, h.number,
              t.since AS transfer_since, t.state AS transfer_state
            FROM case_file c JOIN handover h ON h.id = c.id LEFT JOIN LATERAL (%s) t ON true
            WHERE c.event_id = $1 AND c.state IN ('RETURNED', 'LEFT') ORDER BY c.state_since, c.id LIMIT 200""".formatted(TRANSFER.formatted("c.id"));

    /** Four at most of each of the rows. */
    private static final String GUARDIANS = """
            SELECT g.case_id, g.state, g.relation, g.state_at, g.call_before, k.until, w.display_name AS claimed_by,
              (SELECT max(l.at) FROM guardian_letter l WHERE l.guardian_id = g.id AND l.way = 'HANDED_OVER') AS letter_at,
              CASE WHEN s.spoken_at IS NOT NULL THEN 'SPOKEN' WHEN s.guardian_id IS NOT NULL THEN 'NAMED' END AS substitute
            FROM guardian g
            LEFT JOIN call_claim k ON k.guardian_id = g.id AND k.until > $2
            LEFT JOIN worker w ON w.id = k.worker_id
            LEFT JOIN guardian_substitute s ON s.guardian_id = g.id
            WHERE g.case_id = ANY($1) AND g.replaced_at IS NULL
            ORDER BY g.case_id, g.position LIMIT 800""";

    private static final String REPLIES = "SELECT count(*) FROM reply WHERE event_id = $1 AND state = 'TRIAGE'";
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

    /** @param now a claim that ended before it is none */
    Future<List<Board.Row>> rows(Tx tx, UUID eventId, Instant now) {
        return tx.list(row -> row, ROWS, eventId, now.atOffset(ZoneOffset.UTC))
                .compose(rows -> guardians(tx, rows, now).map(guardians -> rows.stream()
                        .map(row -> toRow(row, guardians.getOrDefault(row.getUUID("id"), List.of())))
                        .toList()));
    }

    Future<List<Board.Unreported>> unreported(Tx tx, UUID eventId, Instant now) {
        return tx.list(BoardRepository::toUnreported, UNREPORTED, eventId, now.atOffset(ZoneOffset.UTC));
    }

    /** How many texts wait for somebody to say where they belong. */
    Future<Long> replies(Tx tx, UUID eventId) {
        return tx.one(row -> row.getLong(0), REPLIES, eventId).map(found -> found.orElse(0L));
    }

    private static Future<Map<UUID, List<Board.GuardianCell>>> guardians(Tx tx, List<Row> rows, Instant now) {
        UUID[] ids = rows.stream().map(row -> row.getUUID("id")).toArray(UUID[]::new);
        return tx.list(row -> row, GUARDIANS, ids, now.atOffset(ZoneOffset.UTC)).map(cells -> cells.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getUUID("case_id"),
                        Collectors.mapping(BoardRepository::toCell, Collectors.toList()))));
    }

    private static Board.Row toRow(Row row, List<Board.GuardianCell> guardians) {
        return new Board.Row(
                row.getUUID("id"),
                ticket(row),
                row.getString("state"),
                row.getOffsetDateTime("since").toInstant(),
                row.getOffsetDateTime("state_since").toInstant(),
                row.getInteger("offences"),
                row.getInteger("new_offences"),
                row.getInteger("together"),
                row.getInteger("unread"),
                shortName(row.getString("received_by")),
                guardians,
                transfer(row));
    }

    private static TicketView ticket(Row row) {
        return TicketView.of(new Ticket(
                TicketColour.valueOf(row.getString("colour")),
                TicketAnimal.valueOf(row.getString("animal")),
                row.getInteger("number")));
    }

    private static Board.Unreported toUnreported(Row row) {
        return new Board.Unreported(
                row.getUUID("id"),
                ticket(row),
                row.getString("state"),
                row.getOffsetDateTime("since").toInstant(),
                transfer(row));
    }

    private static Board.@Nullable Transfer transfer(Row row) {
        OffsetDateTime since = row.getOffsetDateTime("transfer_since");
        return since == null ? null : new Board.Transfer(row.getString("transfer_state"), since.toInstant());
    }

    private static Board.GuardianCell toCell(Row row) {
        String by = shortName(row.getString("claimed_by"));
        return new Board.GuardianCell(
                row.getString("state"),
                row.getString("relation"),
                row.getOffsetDateTime("state_at").toInstant(),
                instant(row.getOffsetDateTime("call_before")),
                instant(row.getOffsetDateTime("letter_at")),
                row.getString("substitute"),
                by == null
                        ? null
                        : new Board.Claim(by, row.getOffsetDateTime("until").toInstant()));
    }

    /** "Fatima Oefenaar" as "Fatima O.": enough for colleagues, little for who walks by. */
    private static @Nullable String shortName(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String whole = name.strip();
        int first = whole.indexOf(' ');
        int last = whole.lastIndexOf(' ') + 1;
        return first < 0
                ? whole
                : whole.substring(0, first) + " " + whole.substring(last, whole.offsetByCodePoints(last, 1)) + ".";
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
