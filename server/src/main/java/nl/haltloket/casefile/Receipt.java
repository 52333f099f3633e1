package nl.haltloket.casefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.haltloket.guardian.NewGuardian;
import nl.haltloket.handover.HandoverContent.IdentityBasis;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What the worker established on the "Neem over" screen.
 *
 * @param alsoHandovers more offences of the same juvenile that the worker saw
 */
public record Receipt(
        UUID handoverId,
        @Nullable List<UUID> alsoHandovers,
        Safety safety,
        Identity identity,
        List<NewGuardian> guardians) {

    /** The three safety questions. */
    public record Safety(boolean conscious, boolean hurt, boolean inDanger) {}

    /** Who the juvenile is, and on what that rests; {@code birthDate} as YYYY-MM-DD. */
    public record Identity(String familyName, String givenNames, String birthDate, IdentityBasis basis) {}

    /** The handovers to be received with the first one. */
    List<UUID> others() {
        return alsoHandovers == null ? List.of() : List.copyOf(alsoHandovers);
    }

    /** Refused when the date of birth is no date, or lies in the future. */
    Receipt checked(LocalDate today) {
        try {
            if (LocalDate.parse(identity.birthDate()).isAfter(today)) {
                throw Refusal.invalid("identity.birth-date-future", "Deze geboortedatum ligt in de toekomst.");
            }
        } catch (DateTimeException e) {
            throw Refusal.invalid("identity.birth-date", "Deze geboortedatum bestaat niet.");
        }
        return this;
    }
}
