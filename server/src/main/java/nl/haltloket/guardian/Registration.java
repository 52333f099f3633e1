package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
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
        Future<Void> added = Future.succeededFuture();
        for (int i = 0; i < all.size(); i++) {
            NewGuardian guardian = all.get(i);
            Place place = new Place(caseId, i + 1, null);
            added = added.compose(_ -> add(tx, place, cipher, guardian)).mapEmpty();
        }
        return added;
    }

    /** Where a guardian comes: in which case, as which, and instead of whom. */
    record Place(UUID caseId, int position, @Nullable UUID replaces) {}

    /** Adds one; gives where the contact begins, which is a call when no more texts may go. */
    Future<ContactState> add(Tx tx, Place place, CaseCipher cipher, NewGuardian guardian) {
        PhoneNumber number = number(guardian);
        return outbox.count(tx, place.caseId()).compose(texts -> {
            ContactState state = beginning(guardian, number, texts);
            return guardians
                    .insert(tx, stored(place, cipher, guardian, number, state))
                    .compose(_ -> state == ContactState.NOT_TRIED && number != null
                            ? outbox.enqueue(tx, bridge(place.caseId(), guardian.id(), number))
                            : Future.succeededFuture())
                    .map(_ -> state);
        });
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

    /** Never a text past a do-not-contact mark, and only to a number that was read back. */
    private static @Nullable PhoneNumber number(NewGuardian guardian) {
        String written = guardian.number();
        if (guardian.doNotContact()) {
            if (guardian.doNotContactReason() == null
                    || guardian.doNotContactReason().isBlank()) {
                throw Refusal.invalid(
                        "guardian.reason-missing", "Schrijf op waarom deze ouder niet gebeld mag worden.");
            }
            return written == null || written.isBlank() ? null : PhoneNumber.parse(written);
        }
        if (written == null || written.isBlank()) {
            throw Refusal.invalid("guardian.number-missing", "Vul een nummer in, of kies Niet bellen met een reden.");
        }
        if (!Boolean.TRUE.equals(guardian.readBack())) {
            throw Refusal.invalid("guardian.not-read-back", "Lees het nummer eerst voor en laat het bevestigen.");
        }
        return PhoneNumber.parse(written);
    }

    private static ContactState beginning(NewGuardian guardian, @Nullable PhoneNumber number, long texts) {
        if (guardian.doNotContact()) {
            return ContactState.DO_NOT_CONTACT;
        }
        return number != null && number.mobile() && texts < TEXTS_MAX ? ContactState.NOT_TRIED : ContactState.CALL_DUE;
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
