package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;

/** Tells the guardians of a case when and where they are expected. */
final class Appointments {
    private final GuardianRepository guardians;
    private final GuardianTexts texts;

    Appointments(GuardianRepository guardians, GuardianTexts texts) {
        this.guardians = guardians;
        this.texts = texts;
    }

    /** One telephone gets one text, however many guardians answer it. */
    Future<Void> tell(Tx tx, UUID caseId, CaseCipher cipher, Appointment appointment, Instant begins) {
        return guardians.list(tx, caseId).compose(all -> {
            List<GuardianRepository.Stored> first = all.stream()
                    .filter(one -> one.replaced() == null)
                    .filter(one -> isFirst(one, all, cipher))
                    .toList();
            return Each.run(first, one -> texts.appointment(tx, one, cipher, appointment, begins));
        });
    }

    private static boolean isFirst(
            GuardianRepository.Stored one, List<GuardianRepository.Stored> all, CaseCipher cipher) {
        String number = SealedGuardian.open(cipher, one).number();
        return number != null
                && all.stream()
                        .filter(other -> other.replaced() == null)
                        .filter(other ->
                                number.equals(SealedGuardian.open(cipher, other).number()))
                        .findFirst()
                        .map(other -> other.id().equals(one.id()))
                        .orElse(true);
    }
}
