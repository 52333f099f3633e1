package nl.haltloket.handover;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nl.haltloket.eligibility.Situation;
import nl.haltloket.event.Event;
import nl.haltloket.event.MandateTerms;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Declarations;
import nl.haltloket.handover.HandoverContent.Eligibility;
import nl.haltloket.handover.HandoverContent.PriorCheck;
import nl.haltloket.handover.HandoverContent.Responsive;
import org.jspecify.annotations.Nullable;

/** From a handover, the mandate and what the desk established to the situation that the rules judge. */
final class Situations {
    private static final Eligibility NOTHING_ASKED =
            new Eligibility(null, null, null, null, null, null, null, null, null, null);

    private Situations() {}

    /** Judged as at receipt, or before it as when the handover was made, as the phone does. */
    static Situation of(Event event, Handover handover, HandoverContent content, DeskFacts desk) {
        Declarations told = content.declarations();
        Eligibility asked = Objects.requireNonNullElse(content.eligibility(), NOTHING_ASKED);
        Instant receivedAt = desk.receivedAt();
        return new Situation(
                content.offenceId(),
                content.offenceAt(),
                receivedAt == null ? handover.capturedAt() : receivedAt,
                null,
                desk.birthDate() == null ? content.juvenile().birthDate() : desk.birthDate(),
                name(desk.identity() == null ? content.juvenile().identity() : desk.identity()),
                referrer(event, handover),
                mandate(event, content, asked),
                name(content.manner()),
                name(asked.publicRoad()),
                name(asked.referrerIsVictim()),
                name(told.cautionGiven()),
                null,
                name(asked.fireworks()),
                content.damageCents(),
                asked.damageTotalCents(),
                content.valueCents(),
                name(told.admission()),
                responsive(told.responsive(), desk),
                name(told.counsel()),
                prior(told.priorCheck(), asked),
                decided(desk.assistantApproves() == null ? yes(asked.assistantApproves()) : desk.assistantApproves()),
                decided(desk.prosecutorApproves()),
                safety(desk.safe()),
                name(told.guardianTold()),
                null,
                desk.progress().juvenileConsent(),
                desk.progress().guardianConsent(),
                name(desk.progress().custody()),
                desk.progress().offerHandedOver() ? Answer.YES.name() : null,
                null,
                receivedAt,
                null,
                desk.progress().appointmentAt(),
                null);
    }

    private static Situation.Referrer referrer(Event event, Handover handover) {
        Event.Referrer referrer = event.referrer(handover.referrerId());
        return referrer == null
                ? new Situation.Referrer(null, null, false)
                : new Situation.Referrer(referrer.kind().name(), referrer.domain(), true);
    }

    private static Situation.Mandate mandate(Event event, HandoverContent content, Eligibility asked) {
        MandateTerms terms = event.terms();
        boolean named = terms.area().places().stream().anyMatch(content.place().strip()::equalsIgnoreCase);
        Boolean said = yes(asked.inArea());
        return new Situation.Mandate(
                terms.from().toString(),
                terms.to().toString(),
                event.offenceIds(),
                said == null && named ? Answer.YES.name() : name(asked.inArea()));
    }

    private static Situation.@Nullable Prior prior(@Nullable PriorCheck check, Eligibility asked) {
        if (check == null || check == PriorCheck.UNKNOWN) {
            return null;
        }
        boolean none = check == PriorCheck.NONE;
        return new Situation.Prior(
                check.name(),
                none ? Integer.valueOf(0) : count(asked.priorHalt()),
                none ? Integer.valueOf(0) : count(asked.priorHaltViolations()),
                check == PriorCheck.CRIME ? Answer.YES.name() : Answer.NO.name());
    }

    private static @Nullable Integer count(@Nullable Long count) {
        return Optional.ofNullable(count).map(Math::toIntExact).orElse(null);
    }

    private static @Nullable Boolean yes(@Nullable Answer answer) {
        boolean unknown = answer == null || answer == Answer.UNKNOWN;
        return unknown ? null : Boolean.valueOf(answer == Answer.YES);
    }

    /** What the desk said of it itself counts; without that, what the referrer saw, before the safety question. */
    private static @Nullable String responsive(@Nullable Enum<?> told, DeskFacts desk) {
        Boolean fit = desk.fit();
        Boolean seen = desk.responsive();
        if (fit != null) {
            return fit ? Answer.YES.name() : Responsive.LIMITED.name();
        }
        boolean unknown = told == null || told.name().equals("UNKNOWN");
        return unknown && Boolean.TRUE.equals(seen) ? Answer.YES.name() : name(told);
    }

    private static @Nullable String decided(@Nullable Boolean approves) {
        return approves == null ? null : approves ? "APPROVED" : "REFUSED";
    }

    private static @Nullable String safety(@Nullable Boolean safe) {
        return safe == null ? null : safe ? "SAFE" : "EMERGENCY";
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
