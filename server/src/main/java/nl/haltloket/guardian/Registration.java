package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.notify.Message;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.notify.SmsText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps the guardians of a case, and queues the first text to each in the same transaction. */
final class Registration {
    /** Nobody spoken to within this time is an alarm on the board. */
    private static final Duration CALL_WITHIN = Duration.ofMinutes(10);

    /** So many texts for one case; after that a person calls. */
    private static final int TEXTS_MAX = 3;

    private static final int PRIORITY_BRIDGE = 10;

    private final GuardianRepository guardians;
    private final Outbox outbox;
    private final Event event;
    private final Duration bridgeExpiry;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Registration(
            GuardianRepository guardians,
            Outbox outbox,
            Event event,
            Duration bridgeExpiry,
            Clock clock,
            Supplier<UUID> ids) {
        this.guardians = guardians;
        this.outbox = outbox;
        this.event = event;
        this.bridgeExpiry = bridgeExpiry;
        this.clock = clock;
        this.ids = ids;
    }

    Future<Void> add(Tx tx, UUID caseId, CaseCipher cipher, List<NewGuardian> all) {
        List<NewGuardian> checked = all.stream().map(NewGuardian::checked).toList();
        return Each.run(checked, guardian -> block(tx, caseId, guardian))
                .compose(_ -> Each.run(checked, guardian -> add(
                                tx, new Place(caseId, checked.indexOf(guardian) + 1, null), cipher, guardian)
                        .mapEmpty()));
    }

    /** Where a guardian comes: in which case, as which, and instead of whom. */
    record Place(UUID caseId, int position, @Nullable UUID replaces) {}

    /** Adds one; gives where the contact begins, which is a call when no text may go or one telephone got one. */
    Future<ContactState> add(Tx tx, Place place, CaseCipher cipher, NewGuardian unchecked) {
        NewGuardian guardian = unchecked.checked();
        PhoneNumber number = guardian.phone();
        return block(tx, place.caseId(), guardian)
                .compose(_ -> refuseBlocked(tx, guardian))
                .compose(_ -> mayText(tx, place.caseId(), guardian.number()))
                .compose(mayText -> {
                    ContactState state = beginning(guardian, number, mayText);
                    return guardians
                            .insert(tx, stored(place, cipher, guardian, number, state))
                            .compose(_ -> state == ContactState.NOT_TRIED && number != null
                                    ? outbox.enqueue(tx, bridge(place.caseId(), guardian.id(), number))
                                    : Future.succeededFuture())
                            .map(_ -> state);
                });
    }

    private Future<Void> block(Tx tx, UUID caseId, NewGuardian guardian) {
        String number = guardian.number();
        return guardian.doNotContact() && number != null ? outbox.block(tx, caseId, number) : Future.succeededFuture();
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

    private Future<Boolean> mayText(Tx tx, UUID caseId, @Nullable String number) {
        if (number == null) {
            return Future.succeededFuture(false);
        }
        return outbox.count(tx, caseId)
                .compose(texts -> outbox.isTold(tx, caseId, number).map(told -> texts < TEXTS_MAX && !told));
    }

    private GuardianRepository.Stored stored(
            Place place, CaseCipher cipher, NewGuardian guardian, @Nullable PhoneNumber number, ContactState state) {
        Instant now = clock.instant();
        GuardianDetails details = new GuardianDetails(
                guardian.name(),
                guardian.custody(),
                number == null ? null : number.e164(),
                Boolean.TRUE.equals(guardian.readBack()),
                guardian.language(),
                guardian.doNotContactReason());
        return new GuardianRepository.Stored(
                guardian.id(),
                place.caseId(),
                place.position(),
                guardian.relation(),
                state,
                now,
                guardian.doNotContact() ? null : now.plus(CALL_WITHIN),
                SealedGuardian.seal(cipher, guardian.id(), details),
                place.replaces(),
                null);
    }

    private static ContactState beginning(NewGuardian guardian, @Nullable PhoneNumber number, boolean mayText) {
        if (guardian.doNotContact()) {
            return ContactState.DO_NOT_CONTACT;
        }
        return number != null && number.mobile() && mayText ? ContactState.NOT_TRIED : ContactState.CALL_DUE;
    }

    private Message bridge(UUID caseId, UUID guardianId, PhoneNumber number) {
        return new Message(
                ids.get(),
                caseId,
                ContactSteps.CALLBACK + guardianId,
                number.e164(),
                SmsText.bridge(event.deskPhone()),
                PRIORITY_BRIDGE,
                clock.instant().plus(bridgeExpiry));
    }
}
