package nl.haltloket.guardian;

import java.util.UUID;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A guardian as the desk established one.
 *
 * @param id made by the tablet
 * @param custody whether the guardian has custody
 * @param readBack the number was read aloud and confirmed
 * @param language BCP 47; {@link Language#UNKNOWN} when nobody knows
 * @param substitute who comes instead, when that is known already; only with do-not-contact
 */
public record NewGuardian(
        UUID id,
        @Nullable String name,
        Relation relation,
        Answer custody,
        @Nullable String number,
        @Nullable Boolean readBack,
        String language,
        boolean doNotContact,
        @Nullable String doNotContactReason,
        @Nullable NewSubstitute substitute) {

    /** Refuses what can not be, with its text cleaned. A number that is there must be one that a person can have. */
    NewGuardian checked() {
        String reason = PlainText.lines(doNotContactReason);
        if (doNotContact && reason == null) {
            throw Refusal.invalid("guardian.reason-missing", "Schrijf op waarom deze ouder niet gebeld mag worden.");
        }
        String written = number == null || number.isBlank() ? null : number;
        if (!doNotContact && written == null) {
            throw Refusal.invalid("guardian.number-missing", "Vul een nummer in, of kies Niet bellen met een reden.");
        }
        if (!doNotContact && !Boolean.TRUE.equals(readBack)) {
            throw Refusal.invalid("guardian.not-read-back", "Lees het nummer eerst voor en laat het bevestigen.");
        }
        String parsed = written == null ? null : PhoneNumber.parse(written).e164();
        String known = Language.checked(language);
        return new NewGuardian(
                id, PlainText.line(name), relation, custody, parsed, readBack, known, doNotContact, reason, substitute);
    }

    /** The number, once {@link #checked}. */
    @Nullable
    PhoneNumber phone() {
        return number == null ? null : PhoneNumber.parse(number);
    }
}
