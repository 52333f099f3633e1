package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Guardians put right in an open case. A wrong number is never changed in place: the right one is a contact of its own
 * that begins anew, so that nothing reported of the old one can make the guardian look reached.
 */
final class Corrections {
    private static final int GUARDIANS_MAX = 4;

    private final GuardianRepository guardians;
    private final Registration registration;
    private final ContactSteps steps;
    private final CaseKeys caseKeys;
    private final Outbox outbox;
    private final Clock clock;

    Corrections(
            GuardianRepository guardians,
            Registration registration,
            ContactSteps steps,
            CaseKeys caseKeys,
            Outbox outbox,
            Clock clock) {
        this.guardians = guardians;
        this.registration = registration;
        this.steps = steps;
        this.caseKeys = caseKeys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The guardian, when it is one of this case that no correction replaced. */
    static GuardianRepository.Stored inUse(Optional<GuardianRepository.Stored> found, UUID caseId) {
        GuardianRepository.Stored guardian = found.filter(one -> one.caseId().equals(caseId))
                .orElseThrow(() -> Refusal.notFound("guardian.unknown", "Deze ouder hoort niet bij deze zaak."));
        if (guardian.replaced() != null) {
            throw Refusal.conflict(
                    "guardian.replaced", "Het nummer van deze ouder is net verbeterd. Kijk opnieuw op het scherm.");
        }
        return guardian;
    }

    Future<ContactState> correctNumber(Tx tx, UUID caseId, UUID guardianId, NumberCorrection correction) {
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> callable(inUse(found, caseId)))
                .compose(old -> caseKeys.open(tx, caseId)
                        .compose(cipher -> allowed(tx, cipher, caseId, correction.number(), old)
                                .compose(_ -> outbox.cancel(tx, ContactSteps.CALLBACK + guardianId))
                                .compose(_ -> guardians.replace(
                                        tx,
                                        guardianId,
                                        clock.instant(),
                                        correction.reason().name()))
                                .compose(_ -> registration.add(
                                        tx,
                                        new Registration.Place(caseId, old.position(), guardianId),
                                        cipher,
                                        corrected(old, SealedGuardian.open(cipher, old), correction)))))
                .compose(state -> steps.tellBoard(tx).map(_ -> state));
    }

    Future<ContactState> addLater(Tx tx, UUID caseId, NewGuardian guardian) {
        return guardians.list(tx, caseId).compose(all -> {
            List<Integer> positions = all.stream()
                    .filter(one -> one.replaced() == null)
                    .map(GuardianRepository.Stored::position)
                    .toList();
            if (positions.size() >= GUARDIANS_MAX) {
                throw Refusal.conflict("guardian.limit", "Er zijn al vier ouders of verzorgers bij deze zaak.");
            }
            int position = positions.stream().max(Integer::compare).orElse(0) + 1;
            String number = guardian.doNotContact() ? null : guardian.number();
            return caseKeys.open(tx, caseId)
                    .compose(cipher -> allowed(tx, cipher, caseId, number, null)
                            .compose(_ -> registration.add(
                                    tx, new Registration.Place(caseId, position, null), cipher, guardian)))
                    .compose(state -> steps.tellBoard(tx).map(_ -> state));
        });
    }

    Future<ContactState> edit(Tx tx, UUID caseId, UUID guardianId, GuardianEdit unchecked) {
        GuardianEdit edit = unchecked.checked();
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> inUse(found, caseId))
                .compose(guardian -> caseKeys.open(tx, caseId).compose(cipher -> {
                    GuardianDetails details =
                            SealedGuardian.open(cipher, guardian).edited(edit);
                    byte[] sealed = SealedGuardian.seal(cipher, guardianId, details);
                    return guardians
                            .change(tx, guardian.with(edit.relation(), sealed))
                            .compose(_ -> steps.tellBoard(tx))
                            .map(_ -> guardian.state());
                }));
    }

    private static GuardianRepository.Stored callable(GuardianRepository.Stored guardian) {
        if (guardian.state() == ContactState.DO_NOT_CONTACT) {
            throw Refusal.conflict(
                    "guardian.do-not-contact",
                    "Deze ouder mag niet gebeld worden en krijgt geen sms, ook niet op een ander nummer.");
        }
        return guardian;
    }

    /** Neither the number that was wrong, nor one of a guardian of this case who must not be contacted. */
    private Future<Void> allowed(
            Tx tx, CaseCipher cipher, UUID caseId, @Nullable String written, GuardianRepository.@Nullable Stored old) {
        if (written == null || written.isBlank()) {
            return Future.succeededFuture();
        }
        String number = PhoneNumber.parse(written).e164();
        return guardians.list(tx, caseId).map(all -> {
            if (all.size() >= GuardianRepository.ROWS_MAX) {
                throw Refusal.conflict(
                        "guardian.corrections", "Er is al te vaak een nummer verbeterd. Bel, en sms niet meer.");
            }
            for (GuardianRepository.Stored one : all) {
                refuse(one, number.equals(SealedGuardian.open(cipher, one).number()), old);
            }
            return null;
        });
    }

    private static void refuse(
            GuardianRepository.Stored one, boolean sameNumber, GuardianRepository.@Nullable Stored old) {
        if (sameNumber && one.state() == ContactState.DO_NOT_CONTACT) {
            throw Refusal.conflict(
                    "guardian.do-not-contact",
                    "Dit nummer is van een ouder die niet gebeld mag worden en geen sms krijgt.");
        }
        if (sameNumber && old != null && one.id().equals(old.id())) {
            throw Refusal.invalid("guardian.number-same", "Dit is hetzelfde nummer. Vul het goede nummer in.");
        }
    }

    private static NewGuardian corrected(
            GuardianRepository.Stored old, GuardianDetails details, NumberCorrection correction) {
        return new NewGuardian(
                correction.id(),
                details.name(),
                old.relation(),
                details.custody(),
                correction.number(),
                correction.readBack(),
                details.language(),
                false,
                null,
                null);
    }
}
