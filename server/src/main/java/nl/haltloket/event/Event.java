package nl.haltloket.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.eligibility.Offences;
import org.jspecify.annotations.Nullable;

/**
 * The pop-up day: place, period, mandate and who may refer. Public facts only. What it is and where it is stays as it
 * was at the start; the mandate and the law that it refers to may be replaced by a newer version while it is open.
 */
public final class Event {
    private final EventFile file;
    private final Instant startsAt;
    private final Instant endsAt;
    private final Instant openedAt;
    private volatile Now now;

    private record Now(EventFile file, MandateTerms terms, Offences offences, String rulesVersion) {}

    /** Who may hand over, by service number; a name is not asked. */
    public record Referrer(
            String id, ReferrerKind kind, @Nullable String domain, String number, String organisation) {}

    /** The kinds of referrer at a pop-up desk. */
    public enum ReferrerKind {
        POLICE,
        BOA
    }

    /**
     * An offence that the mandate names, as the list of offences has it on a day.
     *
     * @param feitcode when there is exactly one, whatever the age
     * @param asks which further facts can matter
     * @param list whether and how it is a Halt-feit
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
            List<String> asks,
            String list,
            boolean usual) {}

    /** Overtreding, misdrijf, or not known which. */
    public enum OffenceKind {
        VIOLATION,
        CRIME,
        UNKNOWN
    }

    /** @param openedAt from when a drill counts its hours */
    public Event(EventFile file, Offences offences, String rulesVersion, Instant openedAt) {
        this.file = file;
        this.startsAt = file.opensAt(openedAt);
        this.endsAt = file.closesAt(openedAt);
        this.openedAt = openedAt;
        this.now = new Now(file, file.terms(openedAt), offences, rulesVersion);
    }

    /** From now on this mandate and this law hold. */
    public void adopt(EventFile newer, Offences offences, String rulesVersion) {
        this.now = new Now(newer, newer.terms(openedAt), offences, rulesVersion);
    }

    public UUID id() {
        return file.id();
    }

    public String name() {
        return file.name();
    }

    public String place() {
        return file.place();
    }

    /** CBS code, four digits. */
    public String municipalityCode() {
        return terms().municipality().code();
    }

    /** Name that phones find the desk under, without scheme or port. */
    public String host() {
        return file.host();
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** Number that guardians may call. */
    public String deskPhone() {
        return numbers().desk();
    }

    public boolean drill() {
        return file.drill();
    }

    public String mandateId() {
        return terms().id();
    }

    /** Version of the rules in force. */
    public String rulesVersion() {
        return now.rulesVersion();
    }

    /** What was agreed. */
    public MandateTerms terms() {
        return now.terms();
    }

    /** Whom to call for the next step. */
    public MandateTerms.Numbers numbers() {
        return now.file().numbers();
    }

    /** Who may hand over. */
    public List<Referrer> referrers() {
        return now.file().referrers();
    }

    /** The referrer with this id, or null. */
    public @Nullable Referrer referrer(@Nullable String referrerId) {
        return referrers().stream()
                .filter(referrer -> referrer.id().equals(referrerId))
                .findFirst()
                .orElse(null);
    }

    /** Ids of the offences that the mandate names. */
    public List<String> offenceIds() {
        return now.file().offences().stream().map(EventFile.NamedOffence::id).toList();
    }

    /** The offences of the mandate as they stand at a moment; one that was no offence then is left out. */
    public List<Offence> offences(Instant at) {
        Now current = now;
        return current.file().offences().stream()
                .flatMap(named -> known(current, named, at).stream())
                .toList();
    }

    /** The offence of the mandate with this id as it stood at a moment, or null. */
    public @Nullable Offence offence(String offenceId, Instant at) {
        Now current = now;
        return current.file().offences().stream()
                .filter(named -> named.id().equals(offenceId))
                .findFirst()
                .flatMap(named -> known(current, named, at))
                .orElse(null);
    }

    /** The one feitcode of an offence for somebody of that age then, or null; {@code birthDate} may be a year alone. */
    public @Nullable String feitcode(String offenceId, Instant at, @Nullable String birthDate) {
        return now.offences()
                .on(offenceId, LocalDate.ofInstant(at, EventFile.ZONE))
                .flatMap(offence -> offence.feitcode(birthDate, at))
                .orElse(null);
    }

    private static Optional<Offence> known(Now current, EventFile.NamedOffence named, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, EventFile.ZONE);
        return current.offences().on(named.id(), day).map(record -> OffenceView.of(record, named.usual()));
    }
}
