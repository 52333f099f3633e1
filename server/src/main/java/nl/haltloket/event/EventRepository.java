package nl.haltloket.event;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.haltloket.db.Tx;
import nl.haltloket.json.Json;

/** The event as it was seeded. */
public final class EventRepository {
    private static final String SEED = """
            INSERT INTO pop_up_event (id, definition, seeded_at) VALUES ($1, $2, $3)
            ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, seeded_at = excluded.seeded_at""";

    /** Keeps the event, or its newest form. */
    public Future<Void> seed(Tx tx, EventFile event, Instant now) {
        return tx.update(SEED, event.id(), new JsonObject(Json.text(event)), now.atOffset(ZoneOffset.UTC))
                .mapEmpty();
    }
}
