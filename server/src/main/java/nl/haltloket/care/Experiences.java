package nl.haltloket.care;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.care.Experience.Answer;
import nl.haltloket.care.Experience.Question;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Counts what juveniles thought of the desk. Only numbers are kept, by hour and language, so that no answer leads back;
 * that a case gave its answers is kept apart, without when.
 */
public final class Experiences {
    private final ExperienceRepository rows = new ExperienceRepository();
    private final CaseService cases;
    private final CareTrail trail;
    private final Event event;
    private final Clock clock;

    Experiences(CaseService cases, CareTrail trail, Event event, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.event = event;
        this.clock = clock;
    }

    /** Marks that this case gives its answers; refused when it did before. */
    public Future<Experience.Thanks> claim(Tx tx, UUID caseId) {
        return cases.stateForChange(tx, caseId)
                .compose(_ -> cases.requireRights(tx, caseId))
                .compose(_ -> rows.give(tx, caseId))
                .map(first -> {
                    if (!first) {
                        throw Refusal.conflict("experience.given", "Deze vragen zijn al beantwoord. Dank je wel.");
                    }
                    return new Experience.Thanks(true);
                });
    }

    /**
     * Counts the answers. In a transaction of its own, after {@link #claim}: what is in one transaction can be found to
     * belong together.
     */
    public Future<Void> count(Tx tx, Experience experience) {
        return Each.run(
                List.copyOf(experience.answers().entrySet()),
                one -> rows.count(
                        tx, event.id(), clock.instant(), experience.language(), one.getKey(), one.getValue()));
    }

    /** The numbers that are large enough to show. */
    public Future<Experience.Report> report(Tx tx, Caller caller) {
        return rows.totals(tx, event.id())
                .compose(counts -> trail.quality(tx, AuditAction.READ, "report:experiences", caller)
                        .map(_ -> new Experience.Report(
                                SmallNumbers.LIMIT,
                                clock.instant(),
                                Arrays.stream(Question.values())
                                        .map(question -> tally(question, counts))
                                        .toList())));
    }

    Future<Void> move(Tx tx, CaseKeys.Move move) {
        return rows.move(tx, move.from(), move.to());
    }

    private static Experience.Tally tally(Question question, List<Experience.Count> counts) {
        Map<Answer, Long> given = counts.stream()
                .filter(count -> count.question() == question)
                .collect(Collectors.toMap(Experience.Count::answer, Experience.Count::given));
        return new Experience.Tally(
                question, shown(given, Answer.YES), shown(given, Answer.A_BIT), shown(given, Answer.NO));
    }

    private static @Nullable Long shown(Map<Answer, Long> given, Answer answer) {
        return SmallNumbers.shown(given.getOrDefault(answer, 0L));
    }
}
