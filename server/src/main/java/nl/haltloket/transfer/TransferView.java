package nl.haltloket.transfer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.haltloket.casefile.CaseEnd;
import nl.haltloket.casefile.CaseState;
import nl.haltloket.dossier.DossierLabels;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the desk sees it, without personal data.
 *
 * @param purpose null as long as the case is not ready to go, and after it went
 * @param receivers who will get it, and which fields
 * @param onPaper that the report may be handed over on paper
 */
public record TransferView(
        CaseState state,
        @Nullable Purpose purpose,
        List<To> receivers,
        List<Missing> missing,
        boolean onPaper,
        List<One> transfers,
        @Nullable Instant erasedAt) {

    /** After this time somebody must look at it. */
    static final Duration ALARM = Duration.ofMinutes(15);

    /** A receiver and what it gets. */
    public record To(String id, String name, ReceiverKind kind, List<Group> groups) {}

    /** Fields of one part of the dossier, in Dutch. */
    public record Group(String label, List<String> fields) {}

    /** What the desk must do first, and at which step of the case. */
    public record Missing(String code, String sentence, String step) {}

    /** How it goes. */
    public enum Progress {
        UNDERWAY,
        WAITING,
        ALARM,
        DONE,
        CANCELLED
    }

    /** One package. */
    public record One(
            UUID id,
            Purpose purpose,
            String receiver,
            boolean paper,
            boolean supplement,
            Progress progress,
            Instant assembledAt,
            @Nullable Instant sealedAt,
            @Nullable Instant sentAt,
            @Nullable Instant confirmedAt,
            @Nullable String caseNumber,
            @Nullable String packageHash,
            int attempts,
            @Nullable Instant nextAt,
            @Nullable Problem problem) {

        static One of(Transfer transfer, Instant now) {
            boolean underway = transfer.step().isUnderway();
            return new One(
                    transfer.id(),
                    transfer.purpose(),
                    transfer.receiverName(),
                    transfer.receiver() == null,
                    transfer.replaces() != null,
                    progress(transfer, now),
                    transfer.assembledAt(),
                    transfer.sealedAt(),
                    transfer.sentAt(),
                    transfer.confirmedAt(),
                    transfer.caseNumber(),
                    transfer.packageHash() == null ? null : HexFormat.of().formatHex(transfer.packageHash()),
                    transfer.attempts(),
                    underway && transfer.attempts() > 0 ? transfer.dueAt() : null,
                    underway ? Problem.of(transfer) : null);
        }

        private static Progress progress(Transfer transfer, Instant now) {
            return switch (transfer.step()) {
                case CONFIRMED -> Progress.DONE;
                case CANCELLED -> Progress.CANCELLED;
                case ASSEMBLED, SEALED, SENT ->
                    !now.isBefore(transfer.assembledAt().plus(ALARM))
                            ? Progress.ALARM
                            : transfer.problem() == null ? Progress.UNDERWAY : Progress.WAITING;
            };
        }
    }

    /** Why it did not get through yet. */
    public record Problem(String code, String sentence, Instant at, boolean calm) {
        static @Nullable Problem of(Transfer transfer) {
            TransferProblem problem = transfer.problem();
            Instant at = transfer.problemAt();
            return problem == null || at == null
                    ? null
                    : new Problem(problem.name(), problem.sentence(transfer.problemStatus()), at, problem.isCalm());
        }
    }

    static TransferView early(CaseState state) {
        return new TransferView(state, null, List.of(), List.of(), false, List.of(), null);
    }

    static TransferView open(
            CaseState state,
            Purpose purpose,
            List<Receiver> receivers,
            List<Missing> missing,
            List<Transfer> all,
            Instant now) {
        return new TransferView(
                state,
                purpose,
                receivers.stream().map(one -> to(one, purpose)).toList(),
                missing,
                purpose == Purpose.NEGATIVE_REPORT,
                ones(all.stream().filter(one -> goesOrWent(one, state)).toList(), now),
                null);
    }

    static TransferView ended(CaseEnd.Stage stage, List<Transfer> all, Instant now) {
        return new TransferView(
                stage.state(),
                null,
                List.of(),
                List.of(),
                false,
                ones(all, now),
                stage.state() == CaseState.ERASED ? stage.since() : null);
    }

    /** A dossier that waits, of a case that went back, never goes: the worker puts it away at its next try. */
    private static boolean goesOrWent(Transfer transfer, CaseState state) {
        return transfer.purpose().fits(state) || !transfer.step().isUnderway() || transfer.step() == Transfer.Step.SENT;
    }

    private static List<One> ones(List<Transfer> all, Instant now) {
        return all.stream().map(one -> One.of(one, now)).toList();
    }

    private static To to(Receiver receiver, Purpose purpose) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String pointer : DossierLabels.inOrder(receiver.fieldsOf(purpose).pointers())) {
            DossierLabels.Label label = DossierLabels.of(pointer);
            groups.computeIfAbsent(label.group(), _ -> new ArrayList<>()).add(label.field());
        }
        return new To(
                receiver.id(),
                receiver.name(),
                receiver.kind(),
                groups.entrySet().stream()
                        .map(entry -> new Group(entry.getKey(), List.copyOf(entry.getValue())))
                        .toList());
    }
}
