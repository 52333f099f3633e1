package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Keeps the guardians of a case, and queues the first text to each in the same transaction. */
final class Registration {
    /** Nobody spoken to within this time is an alarm on the board. */
    private static final Duration CALL_WITHIN = Duration.ofMinutes(10);

    private final GuardianRepository guardians;
    private final Outbox outbox;
    private final GuardianTexts texts;
    private final Clock clock;

    Registration(GuardianRepository guardians, Outbox outbox, GuardianTexts texts, Clock clock) {
        this.guardians = guardians;
        this.outbox = outbox;
        this.texts = texts;
        this.clock = clock;
    }

    /** In the order of their numbers: two cases with the same parents would else wait for each other. */
    Future<Void> add(Tx tx, UUID caseId, CaseCipher cipher, List<NewGuardian> all) {
        List<NewGuardian> checked = all.stream().map(NewGuardian::checked).toList();
        List<NewGuardian> inOrder = checked.stream()
                .sorted(Comparator.comparing(guardian -> Objects.requireNonNullElse(guardian.number(), "")))
                .toList();
        return Each.run(checked, guardian -> block(tx, caseId, guardian))
                .compose(_ -> Each.run(inOrder, guardian -> add(
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
                .compose(_ -> firstText(tx, place.caseId(), guardian, number))
                .compose(text -> {
                    ContactState state = beginning(guardian, text);
                    return guardians
                            .insert(tx, stored(place, cipher, guardian, number, state))
                            .compose(_ -> text == null || number == null
                                    ? Future.succeededFuture()
                                    : texts.sendFirst(tx, place.caseId(), guardian.id(), number, text))
                            .map(_ -> state);
                });
    }

    private Future<GuardianTexts.@Nullable Ready> firstText(
            Tx tx, UUID caseId, NewGuardian guardian, @Nullable PhoneNumber number) {
        return guardian.doNotContact() || number == null
                ? Future.succeededFuture(null)
                : texts.first(tx, caseId, number, guardian.language());
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

    private static ContactState beginning(NewGuardian guardian, GuardianTexts.@Nullable Ready text) {
        if (guardian.doNotContact()) {
            return ContactState.DO_NOT_CONTACT;
        }
        return text != null && text.mayGo() ? ContactState.NOT_TRIED : ContactState.CALL_DUE;
    }
}
