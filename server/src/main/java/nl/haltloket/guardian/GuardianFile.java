package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.Outbox;

/** Reads the guardians of a case, each with the numbers that turned out to be wrong. */
final class GuardianFile {
    private final GuardianRepository guardians;
    private final Outbox outbox;

    GuardianFile(GuardianRepository guardians, Outbox outbox) {
        this.guardians = guardians;
        this.outbox = outbox;
    }

    Future<List<Guardian>> list(Tx tx, UUID caseId, CaseCipher cipher) {
        return guardians.list(tx, caseId).compose(rows -> {
            List<GuardianRepository.Stored> inUse =
                    rows.stream().filter(row -> row.replaced() == null).toList();
            return each(inUse, row -> guardian(tx, cipher, row, rows));
        });
    }

    private Future<Guardian> guardian(
            Tx tx, CaseCipher cipher, GuardianRepository.Stored row, List<GuardianRepository.Stored> rows) {
        return each(before(row, rows), old -> former(tx, cipher, old)).compose(former -> guardians
                .steps(tx, row.id())
                .map(steps -> SealedGuardian.toGuardian(cipher, row, steps, former)));
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

    /** One after the other: a transaction has one connection. */
    private static <T, R> Future<List<R>> each(List<T> items, Function<T, Future<R>> work) {
        List<R> results = new ArrayList<>();
        Future<Void> done = Future.succeededFuture();
        for (T item : items) {
            done = done.compose(_ -> work.apply(item)).map(results::add).mapEmpty();
        }
        return done.map(_ -> List.copyOf(results));
    }
}
