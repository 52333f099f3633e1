package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.dossier.DossierJson;
import nl.haltloket.dossier.DossierSchema;
import nl.haltloket.event.Event;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes what goes to each receiver from a case as it is now. */
final class Assembly {
    private final TransferContext context;
    private final TransferRepository transfers;
    private final TransferTrail trail;

    Assembly(TransferContext context, TransferRepository transfers, TransferTrail trail) {
        this.context = context;
        this.transfers = transfers;
        this.trail = trail;
    }

    /** Who asks for it: a worker, or the server itself. */
    record By(@Nullable UUID workerId, String actor) {}

    /** The dossier, held against its schema. */
    Future<byte[]> dossier(Tx tx, CaseFile file) {
        return context.dossiers().assemble(tx, file).map(DossierJson::json).map(Assembly::checked);
    }

    private static byte[] checked(byte[] dossier) {
        List<String> problems = DossierSchema.get().problems(dossier);
        if (!problems.isEmpty()) {
            throw Refusal.conflict(
                    "transfer.dossier-invalid",
                    "Het dossier past niet bij zijn beschrijving. Er is niets verstuurd. Waarschuw de beheerder.",
                    Map.of("fields", String.join(" ", problems)));
        }
        return dossier;
    }

    /** The organisation of the referrer, whose receiver a negative report may go to. */
    String organisation(CaseFile file) {
        Event.Referrer referrer = context.event().referrer(file.handover().referrerId());
        return referrer == null ? "" : referrer.organisation();
    }

    /** Keeps one for each receiver; they go as soon as this commits. */
    Future<Void> keep(Tx tx, CaseFile file, Purpose purpose, List<Receiver> receivers, By by) {
        return dossier(tx, file)
                .compose(dossier ->
                        Each.run(receivers, receiver -> keep(tx, file.id(), purpose, receiver, dossier, null, by)));
    }

    /** Keeps one more for a receiver that has an earlier one, because the case changed since. */
    Future<Void> keepAnew(Tx tx, Transfer earlier, Receiver receiver, byte[] dossier) {
        return keep(
                tx,
                earlier.caseId(),
                earlier.purpose(),
                receiver,
                dossier,
                earlier.id(),
                new By(null, TransferTrail.SYSTEM));
    }

    private Future<Void> keep(
            Tx tx, UUID caseId, Purpose purpose, Receiver receiver, byte[] dossier, @Nullable UUID replaces, By by) {
        UUID id = context.ids().get();
        Instant now = context.clock().instant();
        byte[] content = content(id, replaces, purpose, receiver, now, dossier);
        return context.caseKeys().open(tx, caseId).compose(cipher -> {
            Transfer transfer = new Transfer(
                    id,
                    caseId,
                    purpose,
                    receiver.id(),
                    receiver.name(),
                    replaces,
                    Transfer.Step.ASSEMBLED,
                    now,
                    cipher.seal(place(id), content),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    now,
                    null,
                    0,
                    null);
            return transfers
                    .insert(tx, context.event().id(), transfer, by.workerId())
                    .compose(_ -> trail.assembled(tx, transfer, by.actor()))
                    .compose(_ -> tx.signal(TransferWorker.TOPIC, id.toString()));
        });
    }

    /** Whether the case says something else now than what went in this package. */
    Future<Boolean> differs(Tx tx, Transfer transfer, Receiver receiver, byte[] dossier) {
        byte[] now = content(
                transfer.id(), transfer.replaces(), transfer.purpose(), receiver, transfer.assembledAt(), dossier);
        return open(tx, transfer).map(then -> !SealedPackage.sameDossier(then, now));
    }

    private byte[] content(
            UUID id, @Nullable UUID replaces, Purpose purpose, Receiver receiver, Instant at, byte[] dossier) {
        var cover = new SealedPackage.Cover(id, replaces, context.event().id(), receiver.id(), purpose, at);
        return SealedPackage.content(cover, receiver.fieldsOf(purpose), dossier);
    }

    /** What goes into a package; fails when it was changed where it is stored. */
    Future<byte[]> open(Tx tx, Transfer transfer) {
        byte[] sealed = java.util.Objects.requireNonNull(transfer.contentSealed());
        return context.caseKeys().open(tx, transfer.caseId()).map(cipher -> cipher.open(place(transfer.id()), sealed));
    }

    static CaseCipher.Place place(UUID transferId) {
        return new CaseCipher.Place("transfer", "content_sealed", transferId.toString());
    }
}
