package nl.haltloket.handover;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.event.Event;
import nl.haltloket.event.TicketView;
import org.jspecify.annotations.Nullable;

/**
 * What the referrer declared, with what the mandate says about offence and referrer.
 *
 * @param otherOffences what the same juvenile was handed over for as well
 */
public record ContentView(
        @JsonUnwrapped HandoverContent content,
        Event.@Nullable Referrer referrer,
        Event.@Nullable Offence offence,
        Instant capturedAt,
        TicketView ticket,
        List<Plausibility.Mark> marks,
        List<Other> otherOffences) {

    /** One more offence of the same juvenile; {@code receiptNumber} once it was received. */
    public record Other(UUID handoverId, @Nullable String receiptNumber, ContentView content) {

        /** Of this handover. */
        public static Other of(Event event, Handover handover, HandoverContent content) {
            Handover.Receipt receipt = handover.receipt();
            return new Other(
                    handover.id(),
                    receipt == null ? null : receipt.number(),
                    ContentView.of(event, handover, content, List.of()));
        }
    }

    /** Of this handover. */
    public static ContentView of(Event event, Handover handover, HandoverContent content, List<Other> others) {
        return new ContentView(
                content,
                event.referrer(handover.referrerId()),
                event.offence(content.offenceId(), content.offenceAt()),
                handover.capturedAt(),
                TicketView.of(handover.ticket()),
                Plausibility.marks(event, handover, content),
                others);
    }
}
