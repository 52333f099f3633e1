package nl.haltloket.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The pop-up day: place, period, mandate and who may refer. Public facts only.
 *
 * @param host name that phones find the desk under, without scheme or port
 * @param municipalityCode CBS code, four digits
 * @param deskPhone number that guardians may call
 */
public record Event(
        UUID id,
        String name,
        String place,
        String municipalityCode,
        String host,
        Instant startsAt,
        Instant endsAt,
        String deskPhone,
        boolean drill,
        String mandateId,
        String rulesVersion,
        List<Referrer> referrers,
        List<Offence> offences) {

    /** Who may hand over, by service number; a name is not asked. */
    public record Referrer(
            String id, ReferrerKind kind, @Nullable String domain, String number, String organisation) {}

    /** The kinds of referrer at a pop-up desk. */
    public enum ReferrerKind {
        POLICE,
        BOA
    }

    /**
     * An offence that the mandate names. Which rules hold for it is not known here.
     *
     * @param usual has a tile of its own on the phone
     */
    public record Offence(
            String id,
            String label,
            String icon,
            String article,
            @Nullable String feitcode,
            OffenceKind kind,
            boolean asksDamage,
            boolean asksValue,
            boolean usual) {}

    /** Overtreding or misdrijf. */
    public enum OffenceKind {
        VIOLATION,
        CRIME
    }

    /** The referrer with this id, or null. */
    public @Nullable Referrer referrer(@Nullable String referrerId) {
        return referrers.stream()
                .filter(referrer -> referrer.id().equals(referrerId))
                .findFirst()
                .orElse(null);
    }

    /** The offence with this id, or null. */
    public @Nullable Offence offence(String offenceId) {
        return offences.stream()
                .filter(offence -> offence.id().equals(offenceId))
                .findFirst()
                .orElse(null);
    }
}
