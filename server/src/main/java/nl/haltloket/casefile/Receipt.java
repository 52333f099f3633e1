package nl.haltloket.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.haltloket.guardian.NewGuardian;
import nl.haltloket.handover.HandoverContent.IdentityBasis;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the worker established on the "Neem over" screen.
 *
 * @param override that the worker receives the juvenile whatever the rules say
 * @param alsoHandovers more offences of the same juvenile that the worker saw
 */
public record Receipt(
        UUID handoverId,
        @Nullable List<UUID> alsoHandovers,
        Safety safety,
        Identity identity,
        List<NewGuardian> guardians,
        @Nullable Overruling override) {

    /** The three safety questions. */
    public record Safety(boolean conscious, boolean hurt, boolean inDanger) {
        /** Whether nothing asks for help first. */
        boolean isSafe() {
            return conscious && !hurt && !inDanger;
        }
    }

    /** Who the juvenile is, and on what that rests; {@code birthDate} as YYYY-MM-DD. */
    public record Identity(String familyName, String givenNames, String birthDate, IdentityBasis basis) {}

    /** The handovers to be received with the first one. */
    List<UUID> others() {
        return alsoHandovers == null ? List.of() : List.copyOf(alsoHandovers);
    }

    /** Nobody older than this is received by mistake: a year of birth before it is a slip of the finger. */
    private static final int AGE_MAX = 120;

    /** With its names cleaned; refused without a name, and when the date of birth can not be. */
    Receipt checked(LocalDate today) {
        String family = PlainText.required(identity.familyName(), "identity.family-name", "Vul een achternaam in.");
        String given = PlainText.required(identity.givenNames(), "identity.given-names", "Vul de voornamen in.");
        checkBirthDate(today);
        return new Receipt(
                handoverId,
                alsoHandovers,
                safety,
                new Identity(family, given, identity.birthDate(), identity.basis()),
                guardians,
                override == null ? null : override.checked());
    }

    private void checkBirthDate(LocalDate today) {
        LocalDate born;
        try {
            born = LocalDate.parse(identity.birthDate());
        } catch (DateTimeException e) {
            throw Refusal.invalid("identity.birth-date", "Deze geboortedatum bestaat niet.");
        }
        if (born.isAfter(today)) {
            throw Refusal.invalid("identity.birth-date-future", "Deze geboortedatum ligt in de toekomst.");
        }
        if (born.isBefore(today.minusYears(AGE_MAX))) {
            throw Refusal.invalid("identity.birth-date-old", "Dit geboortejaar kan niet. Kijk de vier cijfers na.");
        }
    }
}
