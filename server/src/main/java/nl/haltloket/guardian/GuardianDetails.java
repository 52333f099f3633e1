package nl.haltloket.guardian;

import nl.haltloket.handover.HandoverContent.Answer;
import org.jspecify.annotations.Nullable;

/** The part of a guardian that is sealed under the case key. {@code number} in E.164. */
public record GuardianDetails(
        @Nullable String name,
        Answer custody,
        @Nullable String number,
        boolean readBack,
        String language,
        @Nullable String doNotContactReason) {

    GuardianDetails edited(GuardianEdit edit) {
        return new GuardianDetails(edit.name(), edit.custody(), number, readBack, edit.language(), doNotContactReason);
    }

    GuardianDetails notToBeContacted(String reason) {
        return new GuardianDetails(name, custody, number, readBack, language, reason);
    }
}
