package nl.haltloket.guardian;

import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after the juvenile instead of a guardian who must not be contacted.
 *
 * @param relation to the juvenile, in words: an aunt, a teacher
 * @param spoken that this adult or service was spoken to and takes the juvenile on
 * @param words what was agreed; needed once spoken
 */
public record NewSubstitute(
        Who who,
        @Nullable String name,
        @Nullable String relation,
        @Nullable String number,
        @Nullable Boolean spoken,
        @Nullable String words) {

    /** An adult, or a service that finds one. */
    public enum Who {
        ADULT,
        /** Veilig Thuis, the advice and reporting centre for violence at home. */
        SAFE_HOME,
        POLICE
    }

    /** With its text cleaned; refused when an adult can not be found by it. */
    NewSubstitute checked() {
        String cleanName = PlainText.line(name);
        String cleanWords = PlainText.lines(words);
        boolean reached = Boolean.TRUE.equals(spoken);
        boolean hasNumber = number != null && !number.isBlank();
        if (who == Who.ADULT && (cleanName == null || !hasNumber)) {
            throw Refusal.invalid(
                    "guardian.substitute-missing",
                    "Vul de naam en het nummer in van wie er in plaats van de ouder komt.");
        }
        if (reached && cleanWords == null) {
            throw Refusal.invalid("guardian.words-missing", "Vul in met wie u sprak en wat u heeft gezegd.");
        }
        String e164 = number != null && hasNumber ? PhoneNumber.parse(number).e164() : null;
        return new NewSubstitute(who, cleanName, PlainText.line(relation), e164, reached, cleanWords);
    }
}
