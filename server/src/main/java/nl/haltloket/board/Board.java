package nl.haltloket.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.event.TicketView;
import org.jspecify.annotations.Nullable;

/** The board at one moment; safe for the public eye. */
public record Board(String eventName, Instant now, long here, long underway, List<Row> rows) {

    /** One juvenile. {@code state} is UNDERWAY or a state of the case. */
    public record Row(UUID id, TicketView ticket, String state, Instant since, GuardianCell guardian) {}

    /** How far the guardians were reached: the one that needs attention most. NONE before receipt. */
    public record GuardianCell(
            String state,
            @Nullable String relation,
            @Nullable Instant at,
            @Nullable Instant callBefore) {}
}
