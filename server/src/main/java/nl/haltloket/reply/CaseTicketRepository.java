package nl.haltloket.reply;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Ticket;
import nl.haltloket.event.TicketAnimal;
import nl.haltloket.event.TicketColour;
import nl.haltloket.event.TicketView;

/** Cases by their ticket words, which is how a person chooses one; and held still while a text is matched. */
final class CaseTicketRepository {
    private static final String TICKETS = """
            SELECT h.id, h.colour, h.animal, h.number FROM handover h JOIN case_file c ON c.id = h.id
            WHERE c.event_id = $1 AND c.id = ANY($2) ORDER BY h.number""";
    /** A case whose facts are moved to another juvenile at this moment is waited for. */
    private static final String HOLD = """
            SELECT id FROM case_file WHERE event_id = $1 AND id = ANY($2) AND state <> 'ERASED' ORDER BY id FOR SHARE""";

    /** A case as a person names it. */
    record Named(UUID caseId, TicketView ticket) {}

    Future<List<Named>> tickets(Tx tx, UUID eventId, List<UUID> ids) {
        return tx.list(CaseTicketRepository::toNamed, TICKETS, eventId, ids.toArray(UUID[]::new));
    }

    /** Those of these that are cases of the event and not erased; none of them changes until the transaction ends. */
    Future<List<UUID>> hold(Tx tx, UUID eventId, List<UUID> ids) {
        return tx.list(row -> row.getUUID("id"), HOLD, eventId, ids.toArray(UUID[]::new));
    }

    private static Named toNamed(Row row) {
        Ticket ticket = new Ticket(
                TicketColour.valueOf(row.getString("colour")),
                TicketAnimal.valueOf(row.getString("animal")),
                row.getInteger("number"));
        return new Named(row.getUUID("id"), TicketView.of(ticket));
    }
}
