package nl.haltloket.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import nl.haltloket.identity.EnrolmentBundle;
import org.jspecify.annotations.Nullable;

/** What a device is given to make handovers with: the event, its mandate, and the public keys of this desk. */
public final class Mandate implements EnrolmentBundle {
    private final Event event;
    private final String authority;
    private final String sealKey;
    private final String receiptKey;
    private final Clock clock;

    /** @param authority where phones find the desk: its host, with its port unless that is 443 */
    public Mandate(Event event, String authority, EventKeys keys, Clock clock) {
        this.authority = authority;
        this.event = event;
        this.sealKey = encode(keys.sealKey());
        this.receiptKey = encode(P256.point(keys.receiptKeys().getPublic()));
        this.clock = clock;
    }

    /** The event as any screen may show it. */
    public record EventView(
            UUID id,
            String name,
            String place,
            String host,
            Instant startsAt,
            Instant endsAt,
            String deskPhone,
            boolean drill,
            Instant serverTime) {}

    private record View(
            EventView event,
            UUID kioskId,
            String mandateId,
            String rulesVersion,
            String sealKey,
            String receiptKey,
            Event.@Nullable Referrer referrer,
            List<Event.Referrer> referrers,
            List<Event.Offence> offences,
            MandateTerms.Municipality municipality,
            String apvVersion,
            String projectplanRef,
            MandateTerms.Approvals approvals,
            Instant from,
            Instant to,
            MandateTerms.Area area,
            MandateTerms.Numbers numbers) {}

    /** The event with the time of this moment. */
    public EventView eventView() {
        return new EventView(
                event.id(),
                event.name(),
                event.place(),
                authority,
                event.startsAt(),
                event.endsAt(),
                event.deskPhone(),
                event.drill(),
                clock.instant());
    }

    @Override
    public Object of(@Nullable String referrerId) {
        Event.Referrer referrer = event.referrer(referrerId);
        MandateTerms terms = event.terms();
        return new View(
                eventView(),
                event.id(),
                terms.id(),
                event.rulesVersion(),
                sealKey,
                receiptKey,
                referrer,
                referrer == null ? event.referrers() : List.of(referrer),
                event.offences(clock.instant()),
                terms.municipality(),
                terms.apvVersion(),
                terms.projectplanRef(),
                terms.approvals(),
                terms.from(),
                terms.to(),
                terms.area(),
                event.numbers());
    }

    @Override
    public @Nullable Object referrer(@Nullable String referrerId) {
        return event.referrer(referrerId);
    }

    private static String encode(byte[] point) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    }
}
