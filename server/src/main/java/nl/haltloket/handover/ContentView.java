package nl.haltloket.handover;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import nl.haltloket.event.Event;
import nl.haltloket.event.TicketView;
import org.jspecify.annotations.Nullable;

/** What the referrer declared, with what the mandate says about offence and referrer. */
public record ContentView(
        @JsonUnwrapped HandoverContent content,
        Event.@Nullable Referrer referrer,
        Event.@Nullable Offence offence,
        Instant capturedAt,
        TicketView ticket,
        List<Plausibility.Mark> marks) {

    /** Of this handover. */
    public static ContentView of(Event event, Handover handover, HandoverContent content) {
        return new ContentView(
                content,
                event.referrer(handover.referrerId()),
                event.offence(content.offenceId()),
                handover.capturedAt(),
                TicketView.of(handover.ticket()),
                Plausibility.marks(event, handover, content));
    }
}
