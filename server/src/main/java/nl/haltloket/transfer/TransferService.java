package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** What the desk asks for: that a case goes to its receiver, that a report was given on paper, and how far it is. */
public final class TransferService {
    private static final int NAME_LENGTH_MAX = 80;

    private final TransferContext context;
    private final TransferRepository transfers = new TransferRepository();
    private final TransferTrail trail;
    private final Assembly assembly;
    private final Settlement settlement;

    public TransferService(TransferContext context) {
        this.context = context;
        this.trail = new TransferTrail(context.audit(), context.event());
        this.assembly = new Assembly(context, transfers, trail);
        this.settlement = new Settlement(context, transfers, assembly);
    }

    /** What a command answers; no personal data. */
    public record Asked(UUID caseId, CaseState state) {}

    /**
     * A report on paper.
     *
     * @param givenTo who took it
     * @param givenAt null for now
     */
    public record Paper(String givenTo, @Nullable Instant givenAt) {}

    private record PaperKept(String givenTo, Instant givenAt) {}

    /** Makes the packages of a case and lets them go; what waits already is tried at once. */
    public Future<Asked> start(Tx tx, UUID caseId, Caller caller) {
        return context.ends().lock(tx, caseId).compose(state -> {
            Purpose purpose = Purpose.of(state);
            return transfers
                    .list(tx, caseId)
                    .compose(all ->
                            isWaiting(all, purpose) ? hurry(tx, caseId) : begin(tx, caseId, purpose, caller, all))
                    .compose(_ -> context.cases().changed(tx, caseId))
                    .map(_ -> new Asked(caseId, state));
        });
    }

    /** What was changed where it is stored never goes: it is made anew. */
    private static boolean isWaiting(List<Transfer> all, Purpose purpose) {
        return all.stream()
                .anyMatch(one -> one.purpose() == purpose
                        && one.step().isUnderway()
                        && one.problem() != TransferProblem.PACKAGE_CHANGED);
    }

    private Future<Void> hurry(Tx tx, UUID caseId) {
        return transfers
                .hurry(tx, caseId, context.clock().instant())
                .compose(_ -> tx.signal(TransferWorker.TOPIC, caseId.toString()));
    }

    private Future<Void> begin(Tx tx, UUID caseId, Purpose purpose, Caller caller, List<Transfer> before) {
        Assembly.By by = new Assembly.By(caller.requireWorker().id(), caller.auditName());
        return transfers
                .cancel(tx, caseId)
                .compose(_ -> context.cases().read(tx, caseId, caller, AuditAction.EXPORT))
                .compose(file -> missing(tx, file, purpose).compose(missing -> {
                    missing.stream().findFirst().ifPresent(one -> {
                        throw Refusal.conflict(one.code(), one.sentence());
                    });
                    List<Receiver> receivers = open(receivers(file, purpose), purpose, before);
                    if (receivers.isEmpty()) {
                        throw noReceiver(purpose);
                    }
                    return assembly.keep(tx, file, purpose, receivers, by);
                }));
    }

    private static Refusal noReceiver(Purpose purpose) {
        return purpose == Purpose.DOSSIER
                ? Refusal.conflict(
                        "transfer.no-receiver",
                        "Er staat geen ontvanger voor dossiers in de lijst van dit loket. Waarschuw de coördinator.")
                : Refusal.conflict(
                        "transfer.on-paper",
                        "Deze verwijzer kan het bericht niet digitaal krijgen. Geef het op papier.");
    }

    private List<Receiver> receivers(CaseFile file, Purpose purpose) {
        return context.receivers().of(purpose, assembly.organisation(file));
    }

    private static List<Receiver> open(List<Receiver> all, Purpose purpose, List<Transfer> before) {
        Set<String> done = before.stream()
                .filter(one -> one.purpose() == purpose && one.step() == Transfer.Step.CONFIRMED)
                .map(one -> String.valueOf(one.receiver()))
                .collect(Collectors.toSet());
        return all.stream().filter(one -> !done.contains(one.id())).toList();
    }

    /** What the desk must do first, in order. */
    private Future<List<TransferView.Missing>> missing(Tx tx, CaseFile file, Purpose purpose) {
        return purpose == Purpose.NEGATIVE_REPORT
                ? Future.succeededFuture(List.of())
                : context.intake().list(tx, file.id()).map(TransferService::missing);
    }

    private static List<TransferView.Missing> missing(Map<String, IntakeService.Saved> sections) {
        List<TransferView.Missing> missing = new ArrayList<>();
        if (!isSaid(sections.get("appointment"), "date")) {
            missing.add(
                    new TransferView.Missing("transfer.appointment-first", "Maak eerst de afspraak.", "appointment"));
        }
        IntakeService.Saved pickup = sections.get("pickup");
        boolean alone = pickup != null && Boolean.TRUE.equals(pickup.data().get("mayLeaveAlone"));
        if (!alone && !isSaid(pickup, "pickedUpBy")) {
            missing.add(new TransferView.Missing(
                    "transfer.pickup-first",
                    "Schrijf eerst op hoe de jongere naar huis ging. Na de overdracht is de zaak hier gewist.",
                    "pickup"));
        }
        return List.copyOf(missing);
    }

    private static boolean isSaid(IntakeService.@Nullable Saved section, String field) {
        return section != null && section.data().get(field) instanceof String text && !text.isBlank();
    }

    /** The negative report was handed over; what was on its way to a referrer goes no further. */
    public Future<Asked> onPaper(Tx tx, UUID caseId, Paper paper, Caller caller) {
        String givenTo = PlainText.required(paper.givenTo(), "transfer.given-to", "Schrijf op wie het verslag kreeg.");
        if (givenTo.length() > NAME_LENGTH_MAX) {
            throw Refusal.invalid("transfer.given-to", "Deze naam is te lang.");
        }
        Instant now = context.clock().instant();
        Instant givenAt = paper.givenAt() == null ? now : paper.givenAt();
        if (givenAt.isAfter(now)) {
            throw Refusal.invalid("transfer.given-at", "Dit tijdstip ligt in de toekomst.");
        }
        return context.ends().lock(tx, caseId).compose(state -> {
            if (Purpose.of(state) != Purpose.NEGATIVE_REPORT) {
                throw Refusal.conflict(
                        "transfer.not-on-paper", "Alleen van een zaak die teruggaat is er een verslag op papier.");
            }
            return context.cases()
                    .standing(tx, caseId)
                    .map(standing -> after(standing.receivedAt(), givenAt))
                    .compose(_ -> keepPaper(tx, caseId, new PaperKept(givenTo, givenAt), caller))
                    .compose(_ -> transfers.cancel(tx, caseId))
                    .compose(_ -> toHalt(tx, caseId, caller))
                    .compose(_ -> settlement.finish(tx, caseId))
                    .compose(_ -> context.cases().changed(tx, caseId))
                    .compose(_ -> context.ends().stage(tx, caseId))
                    .map(stage -> new Asked(caseId, stage.state()));
        });
    }

    private static Instant after(Instant receivedAt, Instant givenAt) {
        if (givenAt.isBefore(receivedAt)) {
            throw Refusal.invalid("transfer.given-at", "Dit tijdstip ligt voor de ontvangst van deze zaak.");
        }
        return givenAt;
    }

    private Future<Void> keepPaper(Tx tx, UUID caseId, PaperKept kept, Caller caller) {
        UUID id = context.ids().get();
        Instant now = context.clock().instant();
        return context.caseKeys().open(tx, caseId).compose(cipher -> {
            Transfer transfer = new Transfer(
                    id,
                    caseId,
                    Purpose.NEGATIVE_REPORT,
                    null,
                    "op papier",
                    null,
                    Transfer.Step.CONFIRMED,
                    now,
                    cipher.seal(Assembly.place(id), Json.bytes(kept)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    now,
                    0,
                    now,
                    null,
                    0,
                    null);
            return transfers
                    .insert(
                            tx,
                            context.event().id(),
                            transfer,
                            caller.requireWorker().id())
                    .compose(_ -> trail.onPaper(tx, transfer, caller.auditName()));
        });
    }

    /** Halt itself gets of a case that went back what the list says, and mostly nothing. */
    private Future<Void> toHalt(Tx tx, UUID caseId, Caller caller) {
        List<Receiver> halt = context.receivers().of(Purpose.NEGATIVE_REPORT, "").stream()
                .filter(one -> one.kind() == ReceiverKind.HALT_CASE_SYSTEM)
                .toList();
        return halt.isEmpty()
                ? Future.succeededFuture()
                : context.cases()
                        .read(tx, caseId, caller, AuditAction.EXPORT)
                        .compose(file -> assembly.keep(
                                tx,
                                file,
                                Purpose.NEGATIVE_REPORT,
                                halt,
                                new Assembly.By(caller.requireWorker().id(), caller.auditName())));
    }

    /** How far it is; of an erased case too, for it holds nothing of whom it was about. */
    public Future<TransferView> look(Tx tx, UUID caseId, Caller caller) {
        return context.ends()
                .stage(tx, caseId)
                .compose(_ -> trail.looked(tx, caseId, caller.auditName()))
                .compose(_ -> look(tx, caseId))
                .recover(failure -> isErased(failure) ? look(tx, caseId) : Future.failedFuture(failure));
    }

    private Future<TransferView> look(Tx tx, UUID caseId) {
        return context.ends().stage(tx, caseId).compose(stage -> transfers
                .list(tx, caseId)
                .compose(all -> stage.state() == CaseState.TRANSFERRED || stage.state() == CaseState.ERASED
                        ? Future.succeededFuture(
                                TransferView.ended(stage, all, context.clock().instant()))
                        : open(tx, caseId, stage.state(), all)));
    }

    /** Between two reads a case can go. */
    private static boolean isErased(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code().equals("case.erased");
    }

    private Future<TransferView> open(Tx tx, UUID caseId, CaseState state, List<Transfer> all) {
        Instant now = context.clock().instant();
        if (!state.canBecome(CaseState.TRANSFERRED)) {
            return Future.succeededFuture(TransferView.early(state));
        }
        Purpose purpose = Purpose.of(state);
        return context.cases().file(tx, caseId).compose(file -> missing(tx, file, purpose)
                .map(missing -> TransferView.open(state, purpose, receivers(file, purpose), missing, all, now)));
    }

    /** A case that turns out to be of another juvenile: what left cannot be called back from here. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return transfers.list(tx, move.from()).map(all -> {
            if (all.stream().anyMatch(one -> one.step() != Transfer.Step.CANCELLED)) {
                throw Refusal.conflict(
                        "transfer.underway",
                        "Deze zaak is al naar de ontvanger onderweg. Bel de ontvanger: daar moet het worden hersteld.");
            }
            return null;
        });
    }
}
