package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.handover.HandoverService;
import nl.haltloket.json.Json;
import nl.haltloket.notify.Message;
import nl.haltloket.notify.MessageListener;
import nl.haltloket.notify.MessageState;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.notify.SmsText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Tells guardians that the child is safe, and keeps what became of it until somebody spoke with them. */
public final class GuardianService implements MessageListener {
    /** Nobody spoken to within this time is an alarm on the board. */
    private static final Duration CALL_WITHIN = Duration.ofMinutes(10);

    /** After a call without answer the next one is due. */
    private static final Duration CALL_AGAIN_WITHIN = Duration.ofMinutes(5);

    private static final int PRIORITY_BRIDGE = 10;
    private static final String CALLBACK = "guardian:";

    private final GuardianRepository guardians = new GuardianRepository();
    private final CaseKeys caseKeys;
    private final Outbox outbox;
    private final Event event;
    private final Duration bridgeExpiry;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** @param bridgeExpiry after this time the first text would harm more than help */
    public GuardianService(
            CaseKeys caseKeys, Outbox outbox, Event event, Duration bridgeExpiry, Clock clock, Supplier<UUID> ids) {
        this.caseKeys = caseKeys;
        this.outbox = outbox;
        this.event = event;
        this.bridgeExpiry = bridgeExpiry;
        this.clock = clock;
        this.ids = ids;
    }

    private record StepDetails(
            @Nullable String spokenWith,
            @Nullable String words,
            @Nullable String reason) {}

    /** Adds the guardians of a case that is being received, and queues their texts in the same transaction. */
    public Future<Void> add(Tx tx, UUID caseId, CaseCipher cipher, List<NewGuardian> all) {
        Future<Void> added = Future.succeededFuture();
        List<NewGuardian> checked = all.stream().map(NewGuardian::checked).toList();
        for (NewGuardian guardian : checked) {
            String number = guardian.number();
            if (guardian.doNotContact() && number != null) {
                added = added.compose(_ -> outbox.block(tx, caseId, number));
            }
        }
        for (int i = 0; i < checked.size(); i++) {
            NewGuardian guardian = checked.get(i);
            int position = i + 1;
            boolean first = checked.subList(0, i).stream()
                    .noneMatch(before -> Objects.equals(before.number(), guardian.number()));
            added = added.compose(_ -> refuseBlocked(tx, guardian))
                    .compose(_ -> add(tx, caseId, cipher, guardian, position, first));
        }
        return added;
    }

    /** Never a text or a call past a do-not-contact mark, whoever of whichever case the mark stands with. */
    private Future<Void> refuseBlocked(Tx tx, NewGuardian guardian) {
        String number = guardian.number();
        if (guardian.doNotContact() || number == null) {
            return Future.succeededFuture();
        }
        return outbox.isBlocked(tx, number).map(blocked -> {
            if (blocked) {
                throw Refusal.invalid(
                        "guardian.number-do-not-contact",
                        "Dit nummer staat op Niet bellen. Vraag een ander nummer, of kies Niet bellen met een reden.");
            }
            return null;
        });
    }

    /** @param first whether nobody before has this number: one telephone gets one text */
    private Future<Void> add(Tx tx, UUID caseId, CaseCipher cipher, NewGuardian guardian, int position, boolean first) {
        Instant now = clock.instant();
        PhoneNumber number = guardian.phone();
        GuardianDetails details = new GuardianDetails(
                guardian.name(),
                guardian.custody(),
                number == null ? null : number.e164(),
                Boolean.TRUE.equals(guardian.readBack()),
                guardian.language(),
                guardian.doNotContactReason());
        ContactState state = beginning(guardian, first ? number : null);
        Instant callBefore = guardian.doNotContact() ? null : now.plus(CALL_WITHIN);
        var stored = new GuardianRepository.Stored(
                guardian.id(),
                caseId,
                guardian.relation(),
                state,
                now,
                callBefore,
                cipher.seal(place(guardian.id()), Json.bytes(details)));
        return guardians
                .insert(tx, stored, position)
                .compose(_ -> state == ContactState.NOT_TRIED && number != null
                        ? outbox.enqueue(tx, bridge(caseId, guardian.id(), number))
                        : Future.succeededFuture());
    }

    private static ContactState beginning(NewGuardian guardian, @Nullable PhoneNumber number) {
        if (guardian.doNotContact()) {
            return ContactState.DO_NOT_CONTACT;
        }
        return number != null && number.mobile() ? ContactState.NOT_TRIED : ContactState.CALL_DUE;
    }

    private Message bridge(UUID caseId, UUID guardianId, PhoneNumber number) {
        return new Message(
                ids.get(),
                caseId,
                CALLBACK + guardianId,
                number.e164(),
                SmsText.bridge(event.deskPhone()),
                PRIORITY_BRIDGE,
                clock.instant().plus(bridgeExpiry));
    }

    @Override
    public Future<Void> messageChanged(Tx tx, String callbackKey, MessageState state, Instant at) {
        if (!callbackKey.startsWith(CALLBACK)) {
            return Future.succeededFuture();
        }
        UUID id = UUID.fromString(callbackKey.substring(CALLBACK.length()));
        return switch (state) {
            case ACCEPTED -> reported(tx, id, at, ContactState.SMS_ACCEPTED);
            case DELIVERED ->
                reported(tx, id, at, ContactState.SMS_ACCEPTED)
                        .compose(_ -> reported(tx, id, at, ContactState.SMS_DELIVERED));
            case FAILED, EXPIRED -> reported(tx, id, at, ContactState.SMS_FAILED);
            case QUEUED, CLAIMED, CANCELLED, IN_DOUBT -> Future.succeededFuture();
        };
    }

    /** A report that comes after somebody spoke with the guardian changes nothing. */
    private Future<Void> reported(Tx tx, UUID id, Instant at, ContactState next) {
        return guardians.findForChange(tx, id).compose(found -> found.filter(
                        guardian -> guardian.state().canBecome(next))
                .map(guardian -> step(tx, guardian, at, next, guardian.callBefore(), null, null))
                .orElse(Future.succeededFuture()));
    }

    /** Records how a conversation went. */
    public Future<ContactState> record(Tx tx, UUID caseId, UUID guardianId, ContactOutcome outcome, UUID workerId) {
        return guardians
                .findForChange(tx, guardianId)
                .map(found -> found.filter(guardian -> guardian.caseId().equals(caseId))
                        .orElseThrow(
                                () -> Refusal.notFound("guardian.unknown", "Deze ouder hoort niet bij deze zaak.")))
                .compose(guardian -> caseKeys.open(tx, caseId)
                        .compose(cipher -> record(tx, guardian, cipher, outcome.checked(), workerId)));
    }

    private Future<ContactState> record(
            Tx tx, GuardianRepository.Stored guardian, CaseCipher cipher, ContactOutcome outcome, UUID workerId) {
        Instant now = clock.instant();
        ContactState next = outcome.state();
        StepDetails details = new StepDetails(outcome.spokenWith(), outcome.words(), outcome.reasonWords());
        Instant callBefore = next == ContactState.NOT_REACHED ? now.plus(CALL_AGAIN_WITHIN) : null;
        return due(tx, guardian, now, next)
                .compose(ready -> withReason(ready, cipher, outcome))
                .compose(ready -> {
                    if (!ready.state().canBecome(next)) {
                        throw Refusal.conflict(
                                "guardian.state", "Dit past niet bij wat er al met deze ouder is gedaan.");
                    }
                    return step(tx, ready, now, next, callBefore, workerId, sealer(cipher, details));
                })
                .compose(_ -> outcome.outcome() == ContactOutcome.Outcome.NOT_REACHED
                        ? Future.succeededFuture()
                        : outbox.cancel(tx, CALLBACK + guardian.id()))
                .compose(_ -> {
                    String number = open(cipher, guardian).number();
                    return next == ContactState.DO_NOT_CONTACT && number != null
                            ? outbox.block(tx, guardian.caseId(), number)
                            : Future.succeededFuture();
                })
                .map(_ -> next);
    }

    /** A call without answer is a call that was due. */
    private Future<GuardianRepository.Stored> due(
            Tx tx, GuardianRepository.Stored guardian, Instant now, ContactState next) {
        if (next != ContactState.NOT_REACHED || !guardian.state().canBecome(ContactState.CALL_DUE)) {
            return Future.succeededFuture(guardian);
        }
        return step(tx, guardian, now, ContactState.CALL_DUE, guardian.callBefore(), null, null)
                .map(_ -> guardian.changed(ContactState.CALL_DUE, now, guardian.callBefore()));
    }

    private static Future<GuardianRepository.Stored> withReason(
            GuardianRepository.Stored guardian, CaseCipher cipher, ContactOutcome outcome) {
        String reason = outcome.reason();
        if (outcome.state() != ContactState.DO_NOT_CONTACT || reason == null) {
            return Future.succeededFuture(guardian);
        }
        GuardianDetails details = open(cipher, guardian).notToBeContacted(reason);
        return Future.succeededFuture(guardian.withDetails(cipher.seal(place(guardian.id()), Json.bytes(details))));
    }

    /** Seals the details of a step, which are bound to the step's own id. */
    @FunctionalInterface
    private interface Sealer {
        byte[] seal(UUID stepId);
    }

    private static Sealer sealer(CaseCipher cipher, StepDetails details) {
        return stepId -> cipher.seal(stepPlace(stepId), Json.bytes(details));
    }

    private Future<Void> step(
            Tx tx,
            GuardianRepository.Stored guardian,
            Instant at,
            ContactState next,
            @Nullable Instant callBefore,
            @Nullable UUID workerId,
            @Nullable Sealer sealer) {
        UUID stepId = ids.get();
        byte[] details = sealer == null ? null : sealer.seal(stepId);
        return guardians
                .change(tx, guardian.changed(next, at, callBefore))
                .compose(_ -> guardians.addStep(tx, stepId, guardian.id(), at, next, workerId, details))
                .compose(_ -> tx.signal(HandoverService.BOARD_TOPIC, event.id().toString()));
    }

    /** The guardians of a case, opened. */
    public Future<List<Guardian>> list(Tx tx, UUID caseId, CaseCipher cipher) {
        return guardians.list(tx, caseId).compose(all -> {
            List<Guardian> opened = new ArrayList<>();
            Future<Void> done = Future.succeededFuture();
            for (GuardianRepository.Stored guardian : all) {
                done = done.compose(_ -> guardians.steps(tx, guardian.id()))
                        .map(steps -> opened.add(toGuardian(cipher, guardian, steps)))
                        .mapEmpty();
            }
            return done.map(_ -> List.copyOf(opened));
        });
    }

    /** Whether a guardian of the case has this number, however it is written. */
    public Future<Boolean> hasNumber(Tx tx, UUID caseId, CaseCipher cipher, String written) {
        return guardians.list(tx, caseId).map(all -> all.stream()
                .map(guardian -> open(cipher, guardian).number())
                .anyMatch(number -> number != null && PhoneNumber.isSame(number, written)));
    }

    private static Guardian toGuardian(
            CaseCipher cipher, GuardianRepository.Stored guardian, List<GuardianRepository.StoredStep> steps) {
        return new Guardian(
                guardian.id(),
                guardian.relation(),
                guardian.state(),
                guardian.stateAt(),
                guardian.callBefore(),
                open(cipher, guardian),
                steps.stream().map(step -> toStep(cipher, step)).toList());
    }

    private static Guardian.Step toStep(CaseCipher cipher, GuardianRepository.StoredStep step) {
        byte[] bytes = step.detailsSealed();
        StepDetails details = bytes == null
                ? new StepDetails(null, null, null)
                : Json.read(cipher.open(stepPlace(step.id()), bytes), StepDetails.class);
        return new Guardian.Step(
                step.at(), step.state(), step.by(), details.spokenWith(), details.words(), details.reason());
    }

    private static GuardianDetails open(CaseCipher cipher, GuardianRepository.Stored guardian) {
        return Json.read(cipher.open(place(guardian.id()), guardian.detailsSealed()), GuardianDetails.class);
    }

    private static CaseCipher.Place place(UUID guardianId) {
        return new CaseCipher.Place("guardian", "details_sealed", guardianId.toString());
    }

    private static CaseCipher.Place stepPlace(UUID stepId) {
        return new CaseCipher.Place("guardian_contact", "details_sealed", stepId.toString());
    }
}
