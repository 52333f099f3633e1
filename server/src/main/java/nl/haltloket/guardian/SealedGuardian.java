package nl.haltloket.guardian;

import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/** How the sealed parts of a guardian and of the steps are opened and sealed. */
final class SealedGuardian {
    private SealedGuardian() {}

    /** What was said in one step. */
    record StepDetails(
            @Nullable String spokenWith,
            @Nullable String words,
            @Nullable String reason,
            ContactOutcome.@Nullable How how) {}

    static byte[] seal(CaseCipher cipher, UUID guardianId, GuardianDetails details) {
        return cipher.seal(place(guardianId), Json.bytes(details));
    }

    static byte[] seal(CaseCipher cipher, UUID stepId, StepDetails details) {
        return cipher.seal(stepPlace(stepId), Json.bytes(details));
    }

    static GuardianDetails open(CaseCipher cipher, GuardianRepository.Stored guardian) {
        return Json.read(cipher.open(place(guardian.id()), guardian.detailsSealed()), GuardianDetails.class);
    }

    static Guardian toGuardian(
            CaseCipher cipher,
            GuardianRepository.Stored guardian,
            List<GuardianRepository.StoredStep> steps,
            List<Guardian.Former> former,
            FollowUp followUp) {
        return new Guardian(
                guardian.id(),
                guardian.relation(),
                guardian.state(),
                guardian.stateAt(),
                guardian.callBefore(),
                open(cipher, guardian),
                steps.stream().map(step -> toStep(cipher, step)).toList(),
                former,
                followUp);
    }

    static Guardian.Step toStep(CaseCipher cipher, GuardianRepository.StoredStep step) {
        byte[] bytes = step.detailsSealed();
        StepDetails details = bytes == null
                ? new StepDetails(null, null, null, null)
                : Json.read(cipher.open(stepPlace(step.id()), bytes), StepDetails.class);
        return new Guardian.Step(
                step.at(),
                step.state(),
                step.by(),
                details.spokenWith(),
                details.words(),
                details.reason(),
                details.how());
    }

    static CaseCipher.Place place(UUID guardianId) {
        return new CaseCipher.Place("guardian", "details_sealed", guardianId.toString());
    }

    static CaseCipher.Place stepPlace(UUID stepId) {
        return new CaseCipher.Place("guardian_contact", "details_sealed", stepId.toString());
    }
}
