package nl.haltloket.transfer;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/**
 * Brings one transfer as far as it goes now: sealed, sent, confirmed. Each step is stored with its result before the
 * next begins, and each can be done again: a receiver knows a package by the id of its transfer.
 */
final class Saga {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int SERVER_FAULTS = 500;

    private final TransferContext context;
    private final TransferRepository transfers;
    private final StoredPackageRepository stored = new StoredPackageRepository();
    private final TransferTrail trail;
    private final Assembly assembly;
    private final Settlement settlement;
    private final ReceiverCaller caller;
    private final Backoff backoff;

    Saga(
            TransferContext context,
            TransferRepository transfers,
            TransferTrail trail,
            Assembly assembly,
            ReceiverCaller caller) {
        this.context = context;
        this.transfers = transfers;
        this.trail = trail;
        this.assembly = assembly;
        this.settlement = new Settlement(context, transfers, assembly);
        this.caller = caller;
        this.backoff = new Backoff(context.jitter());
    }

    /** Done when it is confirmed, or when it waits for its next try. */
    Future<Void> advance(Transfer transfer) {
        Optional<Receiver> receiver = context.receivers().find(String.valueOf(transfer.receiver()));
        if (receiver.isEmpty()) {
            return failed(transfer, TransferProblem.RECEIVER_GONE, 0);
        }
        return switch (transfer.step()) {
            case ASSEMBLED -> seal(transfer, receiver.get()).compose(_ -> again(transfer));
            case SEALED ->
                isWanted(transfer)
                        .compose(wanted -> wanted ? send(transfer, receiver.get()) : Future.succeededFuture());
            case SENT ->
                transfer.receipt() == null ? send(transfer, receiver.get()) : confirm(transfer, receiver.get());
            case CONFIRMED, CANCELLED -> Future.succeededFuture();
        };
    }

    private Future<Void> again(Transfer transfer) {
        return context.database()
                .inTransaction(tx -> transfers.findForChange(tx, transfer.id()))
                .compose(found -> found.map(this::advance).orElse(Future.succeededFuture()));
    }

    private Future<Void> seal(Transfer transfer, Receiver receiver) {
        return context.database()
                .inTransaction(tx -> assembly.open(tx, transfer).compose(content -> {
                    byte[] sealed =
                            SealedPackage.seal(context.keys(), context.event().id(), receiver.sealKey(), content);
                    byte[] hash = SealedPackage.hash(sealed);
                    return transfers
                            .sealed(tx, transfer.id(), now(), sealed, hash)
                            .compose(_ -> trail.sealed(tx, transfer, hash))
                            .compose(_ -> context.cases().changed(tx, transfer.caseId()));
                }));
    }

    /** A yes may have been taken back since it was made: then it stays here, and nothing is asked of the receiver. */
    private Future<Boolean> isWanted(Transfer transfer) {
        return context.database().inTransaction(tx -> context.ends()
                .lock(tx, transfer.caseId())
                .compose(state -> transfer.purpose().fits(state)
                        ? Future.succeededFuture(true)
                        : transfers
                                .cancelOne(tx, transfer.id())
                                .compose(_ -> context.cases().changed(tx, transfer.caseId()))
                                .map(false)));
    }

    private Future<Void> send(Transfer transfer, Receiver receiver) {
        byte[] sealed = Objects.requireNonNull(transfer.packageBytes());
        return context.database()
                .inTransaction(tx -> stored.holds(tx, context.event().id(), transfer))
                .compose(holds -> holds
                        ? caller.send(receiver, transfer.id(), sealed, SealedPackage.hash(sealed))
                                .compose(answer -> answered(transfer, answer))
                                .recover(failure -> unsent(transfer, failure))
                        : failed(transfer, TransferProblem.PACKAGE_CHANGED, 0));
    }

    private Future<Void> unsent(Transfer transfer, Throwable failure) {
        return failure instanceof ReceiverCaller.Unsent unsent
                ? failed(transfer, unsent.problem(), 0)
                : Future.failedFuture(failure);
    }

    private Future<Void> answered(Transfer transfer, ReceiverCaller.Answer answer) {
        return switch (answer.status()) {
            case OK, CREATED -> sent(transfer, answer.body(), null).compose(_ -> again(transfer));
            case ACCEPTED -> accepted(transfer, answer);
            default ->
                failed(
                        transfer,
                        answer.status() >= SERVER_FAULTS ? TransferProblem.BUSY : TransferProblem.REFUSED,
                        answer.status());
        };
    }

    /** Half done at the receiver: what it told is kept, and it is asked for the rest. */
    private Future<Void> accepted(Transfer transfer, ReceiverCaller.Answer answer) {
        Optional<String> number = caseNumber(answer.body());
        if (number.isEmpty()) {
            return failed(transfer, TransferProblem.UNREADABLE, answer.status());
        }
        if (transfer.caseNumber() != null && !transfer.caseNumber().equals(number.get())) {
            return failed(transfer, TransferProblem.NUMBER_OTHER, 0);
        }
        return sent(transfer, null, number.get()).compose(_ -> failed(transfer, TransferProblem.RECEIPT_FOLLOWS, 0));
    }

    private static Optional<String> caseNumber(byte[] json) {
        try {
            return new JsonObject(Buffer.buffer(json)).getValue("zaaknummer") instanceof String number
                            && SignedReceipt.isCaseNumber(number)
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private Future<Void> sent(Transfer transfer, byte @Nullable [] receipt, @Nullable String caseNumber) {
        return context.database().inTransaction(tx -> transfers
                .sent(tx, transfer.id(), now(), receipt, caseNumber)
                .compose(_ -> context.cases().changed(tx, transfer.caseId())));
    }

    private Future<Void> confirm(Transfer transfer, Receiver receiver) {
        byte[] signed = Objects.requireNonNull(transfer.receipt());
        SignedReceipt receipt;
        try {
            receipt = SignedReceipt.read(signed, receiver.receiptKey());
        } catch (SignedReceipt.NotAccepted refused) {
            return failed(transfer, refused.problem(), 0);
        }
        if (!receipt.transferId().equals(transfer.id())
                || !Arrays.equals(receipt.packageHash(), transfer.packageHash())) {
            return failed(transfer, TransferProblem.RECEIPT_OTHER, 0);
        }
        if (transfer.caseNumber() != null && !transfer.caseNumber().equals(receipt.caseNumber())) {
            return failed(transfer, TransferProblem.NUMBER_OTHER, 0);
        }
        return context.database().inTransaction(tx -> confirmed(tx, transfer, receiver, receipt, signed));
    }

    /** The case first, then its transfer, as whoever asks for one does: so nobody waits for each other. */
    private Future<Void> confirmed(Tx tx, Transfer transfer, Receiver receiver, SignedReceipt receipt, byte[] signed) {
        return context.ends()
                .lock(tx, transfer.caseId())
                .compose(_ -> transfers.findForChange(tx, transfer.id()))
                .compose(found -> found.filter(one -> one.step() == Transfer.Step.SENT)
                        .map(one -> transfers
                                .confirmed(tx, one.id(), now(), receipt.caseNumber())
                                .compose(_ -> trail.confirmed(tx, one, signed))
                                .compose(_ -> settlement.settle(tx, one, receiver))
                                .compose(_ -> context.cases().changed(tx, one.caseId())))
                        .orElse(Future.succeededFuture()));
    }

    private Future<Void> failed(Transfer transfer, TransferProblem problem, int status) {
        Instant now = now();
        return context.database().inTransaction(tx -> transfers
                .failed(tx, transfer.id(), problem, status, now, backoff.next(now, transfer.attempts()))
                .compose(_ -> context.cases().changed(tx, transfer.caseId())));
    }

    private Instant now() {
        return context.clock().instant();
    }
}
