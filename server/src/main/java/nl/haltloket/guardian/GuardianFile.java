package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;

/** Reads the guardians of a case, each with the numbers that turned out to be wrong. */
final class GuardianFile {
    private final GuardianRepository guardians;
    private final Outbox outbox;
    private final GuardianTexts texts;

    GuardianFile(GuardianRepository guardians, Outbox outbox, GuardianTexts texts) {
        this.guardians = guardians;
        this.outbox = outbox;
        this.texts = texts;
    }

    Future<List<Guardian>> list(Tx tx, UUID caseId, CaseCipher cipher) {
        return guardians.list(tx, caseId).compose(rows -> {
            List<GuardianRepository.Stored> inUse =
                    rows.stream().filter(row -> row.replaced() == null).toList();
            return Each.of(inUse, row -> guardian(tx, cipher, row, rows));
        });
    }

    Future<Boolean> hasNumber(Tx tx, UUID caseId, CaseCipher cipher, String written) {
        return guardians.list(tx, caseId).map(all -> all.stream()
                .map(guardian -> SealedGuardian.open(cipher, guardian).number())
                .anyMatch(number -> number != null && PhoneNumber.isSame(number, written)));
    }

    /** Moves every guardian of a case to another one, with what was sent to them and said with them. */
    Future<Void> move(Tx tx, CaseKeys.Move move) {
        return outbox.move(tx, move)
                .compose(_ -> guardians.list(tx, move.from()))
                .compose(rows -> Each.run(rows, row -> moveOne(tx, move, row)));
    }

    private Future<Void> moveOne(Tx tx, CaseKeys.Move move, GuardianRepository.Stored row) {
        byte[] details = move.anew(SealedGuardian.place(row.id()), row.detailsSealed());
        return guardians
                .move(tx, row.id(), move.to(), details)
                .compose(_ -> guardians.allSteps(tx, row.id()))
                .compose(steps -> Each.run(steps, step -> moveStep(tx, move, step)));
    }

    private Future<Void> moveStep(Tx tx, CaseKeys.Move move, GuardianRepository.StoredStep step) {
        byte[] sealed = step.detailsSealed();
        return sealed == null
                ? Future.succeededFuture()
                : guardians.keepStep(tx, step.id(), move.anew(SealedGuardian.stepPlace(step.id()), sealed));
    }

    private Future<Guardian> guardian(
            Tx tx, CaseCipher cipher, GuardianRepository.Stored row, List<GuardianRepository.Stored> rows) {
        return Each.of(before(row, rows), old -> former(tx, cipher, old))
                .compose(former -> guardians.steps(tx, row.id()).compose(steps -> sent(tx, cipher, row.id())
                        .compose(sent -> texts.refused(tx, row.id())
                                .map(refused -> SealedGuardian.toGuardian(
                                        cipher, row, steps, former, sent, refused.orElse(null))))));
    }

    /** The texts to this number, also those about an appointment; oldest first. */
    private Future<List<Outbox.Left>> sent(Tx tx, CaseCipher cipher, UUID guardianId) {
        return outbox.left(tx, cipher, ContactSteps.CALLBACK + guardianId).compose(contact -> outbox.left(
                        tx, cipher, GuardianTexts.APPOINTMENT + guardianId)
                .map(others -> Stream.concat(contact.stream(), others.stream()).toList()));
    }

    /** The contacts that this one took the place of, newest first. */
    private static List<GuardianRepository.Stored> before(
            GuardianRepository.Stored row, List<GuardianRepository.Stored> rows) {
        List<GuardianRepository.Stored> chain = new ArrayList<>();
        Optional<GuardianRepository.Stored> next = replacedBy(row, rows);
        while (next.isPresent()) {
            chain.add(next.get());
            next = replacedBy(next.get(), rows);
        }
        return chain;
    }

    private static Optional<GuardianRepository.Stored> replacedBy(
            GuardianRepository.Stored row, List<GuardianRepository.Stored> rows) {
        return rows.stream().filter(one -> one.id().equals(row.replaces())).findFirst();
    }

    private Future<Guardian.Former> former(Tx tx, CaseCipher cipher, GuardianRepository.Stored old) {
        GuardianRepository.Replaced replaced = old.replaced();
        if (replaced == null) {
            throw new IllegalStateException("Contact " + old.id() + " was replaced, and does not say when");
        }
        return sent(tx, cipher, old.id()).compose(left -> guardians
                .steps(tx, old.id())
                .map(steps -> new Guardian.Former(
                        SealedGuardian.open(cipher, old).number(),
                        replaced.at(),
                        replaced.reason(),
                        left,
                        steps.stream()
                                .map(step -> SealedGuardian.toStep(cipher, step))
                                .toList())));
    }
}
