package nl.haltloket.guardian;

import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.refusal.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a guardian beside the number.
 *
 * @param language BCP 47
 */
public record GuardianEdit(@Nullable String name, Relation relation, Answer custody, String language) {

    /** With its text cleaned; refused when it can not be. */
    GuardianEdit checked() {
        return new GuardianEdit(PlainText.line(name), relation, custody, Language.checked(language));
    }
}
