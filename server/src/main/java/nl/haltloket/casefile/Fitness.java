package nl.haltloket.casefile;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.UUID;
import java.util.stream.Stream;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.handover.HandoverContent;
import nl.haltloket.handover.HandoverContent.Responsive;
import nl.haltloket.handover.VerdictCause;
import nl.haltloket.json.Json;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import org.jspecify.annotations.Nullable;

/** Whether the juvenile can be spoken with now, by what the desk sees. */
public final class Fitness {
    private final CaseRepository repository = new CaseRepository();
    private final CaseService cases;
    private final CaseVerdicts verdicts;
    private final CaseKeys caseKeys;
    private final Event event;

    public Fitness(CaseService cases, CaseVerdicts verdicts, CaseKeys caseKeys, Event event) {
        this.cases = cases;
        this.verdicts = verdicts;
        this.caseKeys = caseKeys;
        this.event = event;
    }

    /** Why a juvenile is not fit now. */
    public enum Reason {
        DRUNK,
        ILL,
        UPSET,
        OTHER
    }

    /**
     * What a worker writes down: why the juvenile is not fit now, or that the juvenile is.
     *
     * @param fit only true says something: the referrer saw otherwise, and the desk sees that it is well now
     */
    public record Seen(
            @Nullable Reason reason,
            @Nullable String note,
            @Nullable Boolean fit) {}

    /**
     * Whether nothing stands against asking the juvenile to decide: the desk's word counts; without one, what the
     * referrer saw of any offence.
     */
    public static boolean isFit(CaseFile file) {
        if (file.state() == CaseState.NOT_FIT_NOW || Boolean.FALSE.equals(file.fit())) {
            return false;
        }
        return Boolean.TRUE.equals(file.fit())
                || Stream.concat(
                                Stream.of(file.content()),
                                file.otherOffences().stream().map(CaseFile.Offence::content))
                        .noneMatch(Fitness::seenUnfit);
    }

    private static boolean seenUnfit(HandoverContent content) {
        Responsive told = content.declarations().responsive();
        return told == Responsive.NO || told == Responsive.LIMITED;
    }

    /** Keeps it. */
    public Future<CaseService.Standing> record(Tx tx, UUID caseId, Seen seen, Caller caller) {
        return cases.stateForChange(tx, caseId)
                .compose(
                        state -> state == CaseState.NOT_FIT_NOW ? why(tx, caseId, seen) : well(tx, caseId, state, seen))
                .compose(facts -> cases.record(tx, AuditAction.CHANGE, caseId, caller, facts))
                .compose(_ -> cases.changed(tx, caseId))
                .compose(_ -> cases.standing(tx, caseId));
    }

    private Future<String> why(Tx tx, UUID caseId, Seen seen) {
        if (Boolean.TRUE.equals(seen.fit())) {
            throw Refusal.conflict("case.fit", "Kies 'Weer aanspreekbaar' om met de intake verder te gaan.");
        }
        String note = PlainText.lines(seen.note());
        String reason = seen.reason() == null ? null : seen.reason().name();
        return caseKeys.open(tx, caseId)
                .compose(cipher -> repository.why(
                        tx,
                        event.id(),
                        caseId,
                        reason,
                        note == null ? null : Buffer.buffer(cipher.seal(CaseService.NOTE, Json.bytes(note)))))
                .map("fitness " + (reason == null ? "no reason" : reason));
    }

    private Future<String> well(Tx tx, UUID caseId, CaseState state, Seen seen) {
        boolean says = seen.reason() != null || PlainText.lines(seen.note()) != null;
        if (!Boolean.TRUE.equals(seen.fit()) || says || !state.isHere()) {
            throw Refusal.conflict("case.fit", "Zet de zaak eerst op 'Nu niet'. Daarna kunt u zeggen waarom.");
        }
        return repository
                .fit(tx, event.id(), caseId, true)
                .compose(_ -> verdicts.judge(tx, caseId, VerdictCause.PROGRESSED))
                .map("fitness well");
    }
}
