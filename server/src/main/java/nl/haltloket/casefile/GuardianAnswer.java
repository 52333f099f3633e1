package nl.haltloket.casefile;

import java.util.Collection;
import nl.haltloket.handover.HandoverContent;
import org.jspecify.annotations.Nullable;

/**
 * What the guardians of a juvenile under 16 say together. One guardian with custody may speak for both as long as no
 * objection of the other is known (Burgerlijk Wetboek, article 1:253i); where they disagree, or where nobody knows who
 * has custody, Halt decides and the desk does not.
 */
public enum GuardianAnswer {
    /** Nobody with custody has answered, or one said no and the other was not asked yet. */
    NOT_ASKED,
    AGREES,
    REFUSES,
    DISAGREE,
    /** Who agrees is not known to have custody. */
    CUSTODY_UNSURE;

    /**
     * One guardian's last word.
     *
     * @param answer null when there is none that stands
     * @param mayBeAsked false when there must be no contact
     */
    public record Word(HandoverContent.Answer custody, Choice.@Nullable Answer answer, boolean mayBeAsked) {
        private boolean says(Choice.Answer word) {
            return answer == word;
        }

        private boolean hasCustody() {
            return custody == HandoverContent.Answer.YES;
        }

        private boolean open() {
            return hasCustody() && mayBeAsked && (answer == null || answer == Choice.Answer.LATER);
        }
    }

    /** Of all of them; without custody nobody's no counts. */
    public static GuardianAnswer of(Collection<Word> words) {
        boolean yes = words.stream().anyMatch(one -> one.hasCustody() && one.says(Choice.Answer.YES));
        boolean unsure = words.stream().anyMatch(one -> !one.hasCustody() && one.says(Choice.Answer.YES));
        boolean no = words.stream()
                .anyMatch(one -> one.custody() != HandoverContent.Answer.NO && one.says(Choice.Answer.NO));
        if (no && (yes || unsure)) {
            return DISAGREE;
        }
        if (no) {
            return words.stream().anyMatch(Word::open) ? NOT_ASKED : REFUSES;
        }
        if (yes) {
            return AGREES;
        }
        return unsure ? CUSTODY_UNSURE : NOT_ASKED;
    }
}
