package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.util.List;
import java.util.UUID;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.db.Tx;

/** What follows when a receiver confirmed: the case is transferred when everybody has all of it. */
final class Settlement {
    private final TransferContext context;
    private final TransferRepository transfers;
    private final Assembly assembly;

    Settlement(TransferContext context, TransferRepository transfers, Assembly assembly) {
        this.context = context;
        this.transfers = transfers;
        this.assembly = assembly;
    }

    /**
     * What was added to the case since its package was made goes after it, unless the case went back meanwhile; the case
     * must be locked.
     */
    Future<Void> settle(Tx tx, Transfer confirmed, Receiver receiver) {
        UUID caseId = confirmed.caseId();
        return context.ends()
                .lock(tx, caseId)
                .compose(state ->
                        confirmed.purpose().fits(state) ? addOrFinish(tx, confirmed, receiver) : finish(tx, caseId));
    }

    private Future<Void> addOrFinish(Tx tx, Transfer confirmed, Receiver receiver) {
        UUID caseId = confirmed.caseId();
        return context.cases()
                .file(tx, caseId)
                .compose(file -> assembly.dossier(tx, file))
                .compose(dossier -> assembly.differs(tx, confirmed, receiver, dossier)
                        .compose(differs ->
                                differs ? assembly.keepAnew(tx, confirmed, receiver, dossier) : finish(tx, caseId)));
    }

    /** Transferred, unless somebody still has to get it. */
    Future<Void> finish(Tx tx, UUID caseId) {
        return context.ends().lock(tx, caseId).compose(state -> transfers
                .list(tx, caseId)
                .compose(all -> isDone(state, all)
                        ? context.ends()
                                .transferred(tx, caseId)
                                .compose(_ -> tx.signal(TransferWorker.TOPIC, caseId.toString()))
                        : Future.succeededFuture()));
    }

    private boolean isDone(CaseState state, List<Transfer> all) {
        return all.stream().noneMatch(one -> one.step().isUnderway())
                && all.stream()
                        .anyMatch(one -> one.step() == Transfer.Step.CONFIRMED
                                && one.purpose() == Purpose.of(state)
                                && reaches(one));
    }

    /** Of a case that went back, it is the referrer who must know. */
    private boolean reaches(Transfer transfer) {
        return transfer.receiver() == null
                || transfer.purpose() == Purpose.DOSSIER
                || context.receivers()
                        .find(transfer.receiver())
                        .map(Receiver::kind)
                        .filter(kind -> kind == ReceiverKind.REFERRER)
                        .isPresent();
    }
}
