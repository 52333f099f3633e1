package nl.haltloket.event;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** The cards of an event. */
final class CardRepository {
    private static final String COLUMNS = "code, colour, animal, number, handover_id";
    private static final String INSERT = """
            INSERT INTO card (event_id, code, colour, animal, number, made_at) VALUES ($1, $2, $3, $4, $5, $6)""";
    private static final String LIST = "SELECT " + COLUMNS + " FROM card WHERE event_id = $1 ORDER BY number LIMIT 500";
    private static final String FIND = "SELECT " + COLUMNS + " FROM card WHERE event_id = $1 AND code = $2";
    private static final String USE = """
            UPDATE card SET handover_id = $3 WHERE event_id = $1 AND code = $2
            AND (handover_id IS NULL OR handover_id = $4)""";
    private static final String LOCK = FIND + " FOR UPDATE";
    /** Cards and handovers without a card draw from one row of numbers; the event's row is the lock. What only refers
     * to the event does not wait. */
    private static final String LOCK_NUMBERS = "SELECT id FROM pop_up_event WHERE id = $1 FOR NO KEY UPDATE";
    /** A statement of its own: one that waits for the lock itself still sees the numbers from before it waited. */
    private static final String LAST_NUMBER = """
            SELECT greatest(
              (SELECT coalesce(max(number), 0) FROM card WHERE event_id = $1),
              (SELECT coalesce(max(number), 0) FROM handover WHERE event_id = $1)) AS last""";

    private static final String PASS_ON = """
            UPDATE card SET handover_id = $3 WHERE event_id = $1 AND handover_id = $2""";

    Future<Void> insert(Tx tx, UUID eventId, Card card, Instant now) {
        Ticket ticket = card.ticket();
        return tx.update(
                        INSERT,
                        eventId,
                        card.code().value(),
                        ticket.colour().name(),
                        ticket.animal().name(),
                        ticket.number(),
                        now.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }

    Future<List<Card>> list(Tx tx, UUID eventId) {
        return tx.list(CardRepository::toCard, LIST, eventId);
    }

    Future<Optional<Card>> find(Tx tx, UUID eventId, CardCode code) {
        return tx.one(CardRepository::toCard, FIND, eventId, code.value());
    }

    /** As {@link #find}, and nobody else uses it until this transaction ends. */
    Future<Optional<Card>> lock(Tx tx, UUID eventId, CardCode code) {
        return tx.one(CardRepository::toCard, LOCK, eventId, code.value());
    }

    /** False when another handover has the card; {@code replaced} may give it up. */
    Future<Boolean> use(Tx tx, UUID eventId, CardCode code, UUID handoverId, UUID replaced) {
        return tx.update(USE, eventId, code.value(), handoverId, replaced).map(rows -> rows == 1);
    }

    Future<Void> passOn(Tx tx, UUID eventId, UUID from, UUID to) {
        return tx.update(PASS_ON, eventId, from, to).mapEmpty();
    }

    Future<Integer> lastNumber(Tx tx, UUID eventId) {
        Future<Optional<UUID>> locked = tx.one(row -> row.getUUID("id"), LOCK_NUMBERS, eventId);
        Future<Optional<Integer>> last = tx.one(row -> row.getInteger("last"), LAST_NUMBER, eventId);
        return locked.map(event -> event.orElseThrow(() -> new IllegalStateException("The event is not seeded")))
                .compose(_ -> last)
                .map(number -> number.orElse(0));
    }

    private static Card toCard(Row row) {
        return new Card(
                new CardCode(row.getString("code")),
                new Ticket(
                        TicketColour.valueOf(row.getString("colour")),
                        TicketAnimal.valueOf(row.getString("animal")),
                        row.getInteger("number")),
                row.getUUID("handover_id"));
    }
}
