package nl.haltloket.care;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;

/** Counts of answers, and which cases gave some. */
final class ExperienceRepository {
    private static final String GIVE = "INSERT INTO experience_given (case_id) VALUES ($1) ON CONFLICT DO NOTHING";
    private static final String COUNT = """
            INSERT INTO experience_count (event_id, hour, language, question, answer, given)
            VALUES ($1, date_trunc('hour', $2::timestamptz), $3, $4, $5, 1)
            ON CONFLICT (event_id, hour, language, question, answer)
            DO UPDATE SET given = experience_count.given + 1""";
    private static final String TOTALS = """
            SELECT question, answer, sum(given)::bigint AS given FROM experience_count WHERE event_id = $1
            GROUP BY question, answer ORDER BY question, answer LIMIT 100""";
    private static final String MOVE = "UPDATE experience_given SET case_id = $2 WHERE case_id = $1";

    /** Whether this is the first time for the case. */
    Future<Boolean> give(Tx tx, UUID caseId) {
        return tx.update(GIVE, caseId).map(count -> count > 0);
    }

    Future<Void> count(
            Tx tx, UUID eventId, Instant at, String language, Experience.Question question, Experience.Answer answer) {
        return tx.update(COUNT, eventId, at.atOffset(ZoneOffset.UTC), language, question.name(), answer.name())
                .mapEmpty();
    }

    Future<List<Experience.Count>> totals(Tx tx, UUID eventId) {
        return tx.list(
                row -> new Experience.Count(
                        Experience.Question.valueOf(row.getString("question")),
                        Experience.Answer.valueOf(row.getString("answer")),
                        row.getLong("given")),
                TOTALS,
                eventId);
    }

    Future<Void> move(Tx tx, UUID from, UUID to) {
        return tx.update(MOVE, from, to).mapEmpty();
    }
}
