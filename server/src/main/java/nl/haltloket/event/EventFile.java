package nl.haltloket.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.eligibility.Offences;
import nl.haltloket.identity.WorkerSeed;
import nl.haltloket.json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The file of an event and its mandate, as {@code config/schema/event.schema.json} describes it. A drill has no dates of
 * its own: it is open for some hours from its start.
 *
 * @param version of the file, a day; a changed file has a later one
 * @param hours how long a drill is open; 0 for an event with dates
 * @param startsAt when the desk opens; null for a drill
 * @param from first day of the mandate; null for a drill
 * @param to first day that the mandate no longer holds; null for a drill
 */
public record EventFile(
        String version,
        UUID id,
        String name,
        String place,
        String host,
        int hours,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String mandateId,
        MandateTerms.Municipality municipality,
        String apvVersion,
        String projectplanRef,
        MandateTerms.Approvals approvals,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        MandateTerms.Area area,
        MandateTerms.Numbers numbers,
        List<Event.Referrer> referrers,
        List<NamedOffence> offences,
        List<WorkerSeed> workers) {

    /** What handovers were written down in before a drill was started anew still falls under its mandate. */
    private static final Duration BEFORE_DRILL = Duration.ofDays(1);

    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    /**
     * An offence that the mandate names; what it is stands in the list of offences.
     *
     * @param usual has a tile of its own on the phone
     */
    public record NamedOffence(String id, boolean usual) {}

    /**
     * Reads the file; throws {@link nl.haltloket.json.FileProblem.Found} with all that is wrong, each with its line.
     *
     * @param offences the list that its offences are looked up in; null when there is no good one, and nothing is
     */
    public static EventFile parse(String file, byte[] utf8, @Nullable Offences offences) {
        return Fields.read(file, utf8, fields -> new EventReader(offences).event(fields));
    }

    /** Whether it is a drill. */
    public boolean drill() {
        return hours > 0;
    }

    /** When the desk opens; for a drill the moment of its start. */
    Instant opensAt(Instant now) {
        return drill() ? now : Objects.requireNonNull(startsAt);
    }

    /** When the desk closes. */
    Instant closesAt(Instant now) {
        return drill() ? now.plus(Duration.ofHours(hours)) : Objects.requireNonNull(endsAt);
    }

    /** The mandate, with its period. */
    MandateTerms terms(Instant now) {
        return new MandateTerms(
                mandateId,
                municipality,
                apvVersion,
                projectplanRef,
                approvals,
                from == null ? now.minus(BEFORE_DRILL) : midnight(from),
                to == null ? closesAt(now) : midnight(to),
                area);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
