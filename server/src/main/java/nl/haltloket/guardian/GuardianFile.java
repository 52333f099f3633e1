package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
    private final Substitutes substitutes;
    private final Letters letters;
    private final ClaimRepository claims = new ClaimRepository();
    private final Clock clock;

    GuardianFile(GuardianRepository guardians, Outbox outbox, Substitutes substitutes, Letters letters, Clock clock) {
        this.guardians = guardians;
        this.outbox = outbox;
        this.substitutes = substitutes;
        this.letters = letters;
        this.clock = clock;
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
                .compose(steps -> Each.run(steps, step -> moveStep(tx, move, step)))
                .compose(_ -> substitutes.move(tx, move, row.id()))
                .compose(_ -> letters.move(tx, move, row.id()));
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
                .compose(former -> followUp(tx, cipher, row.id()).compose(followUp -> guardians
                        .steps(tx, row.id())
                        .map(steps -> SealedGuardian.toGuardian(cipher, row, steps, former, followUp))));
    }

    private Future<FollowUp> followUp(Tx tx, CaseCipher cipher, UUID id) {
        return claims.find(tx, id, clock.instant())
                .compose(held -> substitutes.find(tx, cipher, id).compose(substitute -> letters.list(tx, cipher, id)
                        .compose(sent -> outbox.left(tx, cipher, ContactSteps.CALLBACK + id)
                                .map(texts -> new FollowUp(
                                        held.map(ClaimRepository.Held::claim).orElse(null),
                                        substitute.orElse(null),
                                        sent,
                                        texts)))));
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
        return outbox.left(tx, cipher, ContactSteps.CALLBACK + old.id()).compose(texts -> guardians
                .steps(tx, old.id())
                .map(steps -> new Guardian.Former(
                        SealedGuardian.open(cipher, old).number(),
                        replaced.at(),
                        replaced.reason(),
                        texts,
                        steps.stream()
                                .map(step -> SealedGuardian.toStep(cipher, step))
                                .toList())));
    }
}
