package nl.haltloket.handover;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.haltloket.eligibility.Decision;
import nl.haltloket.eligibility.Verdict;
import nl.haltloket.event.Event;
import nl.haltloket.event.MandateTerms;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as a screen of the desk shows it.
 *
 * @param heading the decision in words
 * @param because the sentence of the rule that weighs most
 * @param needs what is to be done before the intake begins
 * @param next what to do now, with the numbers of the event
 * @param at when it was kept; absent of one that was only asked for
 * @param phoneDecision what the phone said, when that was something else
 */
public record VerdictView(
        Decision decision,
        String heading,
        @Nullable String because,
        Needs needs,
        boolean provisional,
        boolean lawUnknown,
        String rulesVersion,
        String offencesVersion,
        @Nullable String routeHeading,
        List<NextStep> next,
        List<Judged.Reason> fired,
        List<String> gates,
        List<String> warnings,
        List<Judged.Question> open,
        @Nullable VerdictCause cause,
        @Nullable Instant at,
        @Nullable PhoneView phoneDecision) {

    /** One thing to do, with whom to call for it. */
    public record NextStep(
            String text, @Nullable String who, @Nullable String number) {}

    /** What the phone said, and the rules that made the difference. */
    public record PhoneView(String decision, List<String> because) {}

    /** Of a verdict that was kept. */
    public static VerdictView of(Event event, HandoverContent content, StoredVerdict stored) {
        return of(event, content, stored.judged(), stored.cause(), stored.at());
    }

    static VerdictView of(
            Event event, HandoverContent content, Judged judged, @Nullable VerdictCause cause, @Nullable Instant at) {
        Verdict verdict = judged.verdict();
        Judged.Route route = judged.route();
        return new VerdictView(
                verdict.decision(),
                heading(verdict.decision()),
                weighing(judged).map(Judged.Reason::sentence).orElse(null),
                Needs.of(verdict.decision()),
                verdict.provisional(),
                verdict.lawUnknown(),
                verdict.rules(),
                verdict.offences(),
                route == null ? null : route.heading(),
                next(event.numbers(), judged),
                judged.reasons().stream().map(DeskWords::of).toList(),
                verdict.gates(),
                verdict.warnings(),
                judged.questions(),
                cause,
                at,
                phone(content, judged));
    }

    private static String heading(Decision decision) {
        return switch (decision) {
            case DIRECT -> "Mag naar Halt";
            case PENDING_PARENT -> "Mag naar Halt, een ouder moet nog instemmen";
            case PENDING_SOBER -> "Nu geen aanbod";
            case NEEDS_HOVJ -> "Eerst akkoord van de hulpofficier";
            case NEEDS_OVJ -> "Eerst akkoord van de officier van justitie";
            case UNKNOWN -> "De regels weten het niet";
            case NOT_HALT -> "Niet naar Halt";
            case STOP -> "Eerst hulp";
        };
    }

    /** The first rule that gave the decision. */
    private static Optional<Judged.Reason> weighing(Judged judged) {
        String decision = judged.verdict().decision().name();
        return judged.reasons().stream()
                .filter(reason -> decision.equals(reason.value()))
                .findFirst();
    }

    private static List<NextStep> next(MandateTerms.Numbers numbers, Judged judged) {
        Judged.Route route = judged.route();
        if (route != null) {
            return route.steps().stream()
                    .flatMap(step -> Stream.ofNullable(DeskWords.of(step.text()))
                            .map(text -> step(numbers, text, step.number())))
                    .toList();
        }
        String decision = judged.verdict().decision().name();
        return judged.reasons().stream()
                .filter(reason -> decision.equals(reason.value()))
                .map(reason -> DeskWords.of(reason.next()))
                .filter(Objects::nonNull)
                .distinct()
                .map(text -> new NextStep(text, caller(decision), number(numbers, numberOf(decision))))
                .toList();
    }

    /** The desk does not call itself. */
    private static NextStep step(MandateTerms.Numbers numbers, String text, @Nullable String name) {
        return "desk".equals(name)
                ? new NextStep(text, null, null)
                : new NextStep(text, who(name), number(numbers, name));
    }

    private static @Nullable String numberOf(String decision) {
        return switch (decision) {
            case "NEEDS_HOVJ" -> "police";
            case "NEEDS_OVJ" -> "zsm";
            default -> null;
        };
    }

    private static @Nullable String caller(String decision) {
        return who(numberOf(decision));
    }

    private static @Nullable String who(@Nullable String number) {
        return number == null
                ? null
                : switch (number) {
                    case "desk" -> "loket";
                    case "police" -> "politie";
                    case "firstAid" -> "EHBO";
                    case "emergency" -> "alarmnummer";
                    case "zsm" -> "ZSM";
                    case "neighbourhood" -> "wijkinterventie";
                    case "care" -> "zorg";
                    default -> null;
                };
    }

    private static @Nullable String number(MandateTerms.Numbers numbers, @Nullable String name) {
        return name == null
                ? null
                : switch (name) {
                    case "desk" -> numbers.desk();
                    case "police" -> numbers.police();
                    case "firstAid" -> numbers.firstAid();
                    case "emergency" -> numbers.emergency();
                    case "zsm" -> numbers.zsm();
                    case "neighbourhood" -> numbers.neighbourhood();
                    case "care" -> numbers.care();
                    default -> null;
                };
    }

    private static @Nullable PhoneView phone(HandoverContent content, Judged judged) {
        HandoverContent.Eligibility asked = content.eligibility();
        Decision here = judged.verdict().decision();
        if (asked == null || asked.phoneDecision() == null || here == asked.phoneDecision()) {
            return null;
        }
        Decision there = asked.phoneDecision();
        return new PhoneView(
                there.name(),
                judged.reasons().stream()
                        .filter(reason -> reason.effect().equals("DECISION") && reason.value() != null)
                        .filter(reason ->
                                Decision.valueOf(String.valueOf(reason.value())).worseThan(there))
                        .map(Judged.Reason::id)
                        .distinct()
                        .toList());
    }
}
