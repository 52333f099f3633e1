package nl.haltloket.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import nl.haltloket.event.Event;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Whether what a believed envelope says can be true tonight. What cannot is refused, and the phone keeps it; what is
 * merely odd is taken in and marked for the desk. Times are the server's: the phone's own, less its measured offset.
 */
final class Plausibility {
    /** A phone that never heard the server's time may stand a day and an hour wrong, and still hands over. */
    private static final Duration UNMEASURED = Duration.ofHours(25);

    private static final Duration CLOCK_OFF = Duration.ofMinutes(5);
    private static final Duration OFFENCE_AGE_MAX = Duration.ofDays(366);
    private static final int BIRTH_YEAR_MIN = 1900;
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

    private Plausibility() {}

    /** What is odd about a handover, for a person to weigh. */
    enum Mark {
        /** The phone's clock stood more than five minutes wrong; the times were set right. */
        CLOCK_OFF,
        /** Made before the event began. */
        BEFORE_EVENT,
        /** Made after the event ended. */
        AFTER_EVENT,
        /** Made later than it came in, so the phone's clock was wrong and not measured. */
        AHEAD,
        /** The offence lies after the handover was made. */
        OFFENCE_LATER,
        /** The phone judged by other rules than the desk has. */
        OTHER_RULES
    }

    /** Refused when it cannot be of this event and this night. */
    static void check(Event event, Envelope.Opened opened, Instant now) {
        if (!opened.mandateId().equals(event.mandateId())) {
            throw Refusal.invalid(
                    "handover.other-mandate", "Deze overdracht is onder een ander mandaat gemaakt. Kijk haar na.");
        }
        Instant made = opened.capturedAt();
        Instant offence = opened.content().offenceAt();
        boolean possible = made.isAfter(event.startsAt().minus(UNMEASURED))
                && made.isBefore(now.plus(UNMEASURED))
                && offence.isAfter(made.minus(OFFENCE_AGE_MAX))
                && offence.isBefore(now.plus(UNMEASURED));
        if (!possible) {
            throw Refusal.invalid(
                    "handover.time", "De tijd in deze overdracht kan niet kloppen. Kijk de klok van de telefoon na.");
        }
        checkBirth(opened.content().juvenile().birthDate(), LocalDate.ofInstant(now, ZONE));
    }

    private static void checkBirth(@Nullable String birthDate, LocalDate today) {
        if (birthDate != null
                && (LocalDate.parse(birthDate).isAfter(today)
                        || LocalDate.parse(birthDate).getYear() < BIRTH_YEAR_MIN)) {
            throw impossibleBirth();
        }
    }

    /** The date of birth does not exist, or nobody can have been born then. */
    static Refusal impossibleBirth() {
        return Refusal.invalid("handover.birth-date", "Deze geboortedatum kan niet kloppen. Kijk hem na.");
    }

    /** What is odd about a handover that was taken in. */
    static List<Mark> marks(Event event, Handover handover, HandoverContent content) {
        Instant made = handover.capturedAt();
        List<Mark> marks = new ArrayList<>();
        mark(marks, Mark.CLOCK_OFF, Math.abs(handover.clockOffsetMs()) > CLOCK_OFF.toMillis());
        mark(marks, Mark.BEFORE_EVENT, made.isBefore(event.startsAt().minus(CLOCK_OFF)));
        mark(marks, Mark.AFTER_EVENT, made.isAfter(event.endsAt()));
        mark(marks, Mark.AHEAD, made.isAfter(handover.submittedAt().plus(CLOCK_OFF)));
        mark(marks, Mark.OFFENCE_LATER, content.offenceAt().isAfter(made.plus(CLOCK_OFF)));
        mark(marks, Mark.OTHER_RULES, !handover.rulesVersion().equals(event.rulesVersion()));
        return List.copyOf(marks);
    }

    private static void mark(List<Mark> marks, Mark mark, boolean holds) {
        if (holds) {
            marks.add(mark);
        }
    }
}
