package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.Outbox;
import nl.haltloket.refusal.Refusal;

/** Calls to guardians and how they went. */
final class Conversations {
    /** After a call without answer the next one is due. */
    private static final Duration CALL_AGAIN_WITHIN = Duration.ofMinutes(5);

    /** When one guardian does not answer, the next one is called at once; this is when it becomes late. */
    private static final Duration NEXT_GUARDIAN_WITHIN = Duration.ofMinutes(2);

    private static final Set<ContactState> NOT_CALLED_YET = Set.of(
            ContactState.NOT_TRIED, ContactState.SMS_ACCEPTED, ContactState.SMS_DELIVERED, ContactState.SMS_FAILED);

    private final GuardianRepository guardians;
    private final ClaimRepository claims = new ClaimRepository();
    private final ContactSteps steps;
    private final CaseKeys caseKeys;
    private final Outbox outbox;
    private final Substitutes substitutes;
    private final GuardianTexts texts;
    private final Clock clock;

    Conversations(
            GuardianRepository guardians,
            ContactSteps steps,
            CaseKeys caseKeys,
            Outbox outbox,
            Substitutes substitutes,
            GuardianTexts texts,
            Clock clock) {
        this.guardians = guardians;
        this.steps = steps;
        this.caseKeys = caseKeys;
        this.outbox = outbox;
        this.substitutes = substitutes;
        this.texts = texts;
        this.clock = clock;
    }

    Future<ContactState> record(Tx tx, UUID caseId, UUID guardianId, ContactOutcome outcome, UUID workerId) {
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> Corrections.inUse(found, caseId))
                .compose(guardian -> caseKeys.open(tx, caseId)
                        .compose(cipher -> record(tx, guardian, cipher, outcome.checked(), workerId)));
    }

    private Future<ContactState> record(
            Tx tx, GuardianRepository.Stored guardian, CaseCipher cipher, ContactOutcome outcome, UUID workerId) {
        Instant now = clock.instant();
        ContactState next = outcome.state();
        var details = new SealedGuardian.StepDetails(
                outcome.spokenWith(), outcome.words(), outcome.reasonWords(), outcome.how());
        Instant callBefore = next == ContactState.NOT_REACHED ? now.plus(CALL_AGAIN_WITHIN) : null;
        return due(tx, guardian, now, next)
                .compose(ready -> withReason(ready, cipher, outcome))
                .compose(ready -> {
                    if (!ready.state().canBecome(next)) {
                        throw Refusal.conflict(
                                "guardian.state", "Dit past niet bij wat er al met deze ouder is gedaan.");
                    }
                    return steps.step(
                            tx,
                            ready,
                            now,
                            next,
                            callBefore,
                            workerId,
                            stepId -> SealedGuardian.seal(cipher, stepId, details));
                })
                .compose(_ -> outcome.leavesText()
                        ? texts.notReached(tx, guardian, cipher)
                        : outbox.cancel(tx, ContactSteps.CALLBACK + guardian.id()))
                .compose(_ -> {
                    String number = SealedGuardian.open(cipher, guardian).number();
                    return next == ContactState.DO_NOT_CONTACT && number != null
                            ? outbox.block(tx, guardian.caseId(), number)
                            : Future.succeededFuture();
                })
                .compose(_ -> {
                    NewSubstitute substitute = outcome.substitute();
                    return next == ContactState.DO_NOT_CONTACT && substitute != null
                            ? substitutes.save(
                                    tx, guardian.caseId(), cipher, guardian.id(), substitute.checked(), workerId)
                            : Future.succeededFuture();
                })
                .compose(_ -> claims.drop(tx, guardian.id()))
                .compose(_ -> next == ContactState.REACHED
                        ? Future.succeededFuture()
                        : callNext(tx, guardian.caseId(), guardian.id(), now))
                .map(_ -> next);
    }

    /** The next guardian becomes the task by itself, unless one was spoken to or is due already. */
    private Future<Void> callNext(Tx tx, UUID caseId, UUID except, Instant now) {
        return guardians.list(tx, caseId).compose(all -> {
            List<GuardianRepository.Stored> others = all.stream()
                    .filter(one -> one.replaced() == null && !one.id().equals(except))
                    .toList();
            if (others.stream().anyMatch(Conversations::endsSearch)) {
                return Future.succeededFuture();
            }
            return others.stream()
                    .filter(one -> NOT_CALLED_YET.contains(one.state()))
                    .findFirst()
                    .map(one -> guardians.findForChange(tx, one.id()).compose(found -> found.filter(
                                    locked -> NOT_CALLED_YET.contains(locked.state()))
                            .map(locked -> steps.step(
                                    tx, locked, now, ContactState.CALL_DUE, now.plus(NEXT_GUARDIAN_WITHIN), null, null))
                            .orElse(Future.succeededFuture())))
                    .orElse(Future.succeededFuture());
        });
    }

    private static boolean endsSearch(GuardianRepository.Stored guardian) {
        return guardian.state() == ContactState.REACHED || guardian.state() == ContactState.CALL_DUE;
    }

    /** A call without answer is a call that was due. */
    private Future<GuardianRepository.Stored> due(
            Tx tx, GuardianRepository.Stored guardian, Instant now, ContactState next) {
        if (next != ContactState.NOT_REACHED || !guardian.state().canBecome(ContactState.CALL_DUE)) {
            return Future.succeededFuture(guardian);
        }
        return steps.step(tx, guardian, now, ContactState.CALL_DUE, guardian.callBefore(), null, null)
                .map(_ -> guardian.changed(ContactState.CALL_DUE, now, guardian.callBefore()));
    }

    private static Future<GuardianRepository.Stored> withReason(
            GuardianRepository.Stored guardian, CaseCipher cipher, ContactOutcome outcome) {
        String reason = outcome.reason();
        if (outcome.state() != ContactState.DO_NOT_CONTACT || reason == null) {
            return Future.succeededFuture(guardian);
        }
        GuardianDetails details = SealedGuardian.open(cipher, guardian).notToBeContacted(reason);
        return Future.succeededFuture(guardian.withDetails(SealedGuardian.seal(cipher, guardian.id(), details)));
    }
}
