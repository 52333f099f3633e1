package nl.haltloket.care;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.haltloket.guardian.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a juvenile thought of the desk; never kept as a whole, and never with whose it was.
 *
 * @param answers one for each question that was answered; skipping is allowed
 */
public record Experience(String language, Map<Question, Answer> answers) {
    /** With a language that we know; refused before anything is kept, for the questions are asked once. */
    Experience checked() {
        return new Experience(Language.checked(language), answers);
    }

    /** What is asked: information at the end, the place, equality in the talk, and whether it felt voluntary. */
    public enum Question {
        /** Whether it is clear what happens now. */
        INFORMATION,
        /** Whether the place was all right. */
        PLACE,
        /** Whether the juvenile was listened to as much as spoken to. */
        HEARD,
        /** Whether it felt like an own choice. */
        CHOICE
    }

    /** An answer. */
    public enum Answer {
        YES,
        A_BIT,
        NO
    }

    /** What a juvenile is told: thanks. */
    public record Thanks(boolean kept) {}

    /** One hour's count of an answer to a question. */
    record Count(Question question, Answer answer, long given) {}

    /** How a question was answered; a number that is null is under the limit. */
    public record Tally(
            Question question,
            @Nullable Long yes,
            @Nullable Long aBit,
            @Nullable Long no) {}

    /** All questions, as the coordinator may see them. */
    public record Report(int limit, Instant at, List<Tally> questions) {}
}
