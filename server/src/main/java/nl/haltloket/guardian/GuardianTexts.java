package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.notify.Caps;
import nl.haltloket.notify.Message;
import nl.haltloket.notify.MessageState;
import nl.haltloket.notify.Outbox;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.texts.Rendered;
import nl.haltloket.texts.TemplateId;
import nl.haltloket.texts.TemplateId.Place;
import nl.haltloket.texts.Templates;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/**
 * Which text a guardian gets, in the guardian's language and within the limits; or why none, which is kept with the
 * guardian.
 */
public final class GuardianTexts {
    /** A text about an appointment; a call that succeeds does not take it back. */
    static final String APPOINTMENT = "appointment:";

    private static final int PRIORITY_BRIDGE = 10;
    private static final int PRIORITY_NOT_REACHED = 8;
    private static final int PRIORITY_APPOINTMENT = 5;

    /** It says that the child is at the desk; later somebody called again, or the child is home. */
    private static final Duration NOT_REACHED_EXPIRY = Duration.ofHours(1);

    private static final Duration APPOINTMENT_EXPIRY = Duration.ofHours(24);

    private final TextRefusalRepository refusals = new TextRefusalRepository();
    private final Templates templates;
    private final Outbox outbox;
    private final Caps caps;
    private final CaseCodes codes;
    private final Event event;
    private final Duration bridgeExpiry;
    private final Clock clock;
    private final Supplier<UUID> ids;

    /** @param bridgeExpiry after this time the first text would harm more than help */
    public GuardianTexts(
            Templates templates,
            Outbox outbox,
            Caps caps,
            CaseCodes codes,
            Event event,
            Duration bridgeExpiry,
            Clock clock,
            Supplier<UUID> ids) {
        this.templates = templates;
        this.outbox = outbox;
        this.caps = caps;
        this.codes = codes;
        this.event = event;
        this.bridgeExpiry = bridgeExpiry;
        this.clock = clock;
        this.ids = ids;
    }

    /** A text that may go, or why none may. */
    record Ready(@Nullable Rendered text, @Nullable TextRefused refused) {
        private static Ready not(TextRefused why) {
            return new Ready(null, why);
        }

        boolean mayGo() {
            return text != null;
        }
    }

    /** The first text; one telephone gets one for each case. */
    Future<Ready> first(Tx tx, UUID caseId, PhoneNumber number, String language) {
        return outbox.isTold(tx, caseId, number.e164())
                .compose(told -> told
                        ? Future.succeededFuture(Ready.not(TextRefused.ALREADY_TOLD))
                        : prepare(tx, caseId, TemplateId.BRIDGE, number, language, null));
    }

    /** Sends the first text, or keeps why it does not go; the guardian is there already. */
    Future<Void> sendFirst(Tx tx, UUID caseId, UUID guardianId, PhoneNumber number, Ready ready) {
        Instant expiresAt = clock.instant().plus(bridgeExpiry);
        var post = new Post(ContactSteps.CALLBACK + guardianId, PRIORITY_BRIDGE, expiresAt);
        return send(tx, caseId, guardianId, TemplateId.BRIDGE, number, ready, post);
    }

    /** After a call that nobody took: once for each guardian. */
    Future<Void> notReached(Tx tx, GuardianRepository.Stored guardian, CaseCipher cipher) {
        PhoneNumber number = textable(guardian, cipher);
        if (number == null) {
            return Future.succeededFuture();
        }
        String key = ContactSteps.CALLBACK + guardian.id();
        String language = SealedGuardian.open(cipher, guardian).language();
        return outbox.left(tx, cipher, key).compose(left -> {
            if (left.stream().anyMatch(one -> isOf(one, TemplateId.NOT_REACHED))) {
                return Future.succeededFuture();
            }
            var post = new Post(key, PRIORITY_NOT_REACHED, clock.instant().plus(NOT_REACHED_EXPIRY));
            return prepare(tx, guardian.caseId(), TemplateId.NOT_REACHED, number, language, null)
                    .compose(ready ->
                            send(tx, guardian.caseId(), guardian.id(), TemplateId.NOT_REACHED, number, ready, post));
        });
    }

    /** When and where to come; the same one is not told twice, and what waits of another one is taken back. */
    Future<Void> appointment(
            Tx tx, GuardianRepository.Stored guardian, CaseCipher cipher, Appointment appointment, Instant begins) {
        PhoneNumber number = textable(guardian, cipher);
        Instant expiresAt = earlier(clock.instant().plus(APPOINTMENT_EXPIRY), begins);
        if (number == null || !clock.instant().isBefore(expiresAt)) {
            return Future.succeededFuture();
        }
        String key = APPOINTMENT + guardian.id();
        String language = SealedGuardian.open(cipher, guardian).language();
        return outbox.left(tx, cipher, key).compose(left -> outbox.cancel(tx, key)
                .compose(_ -> prepare(tx, guardian.caseId(), TemplateId.APPOINTMENT, number, language, appointment))
                .compose(ready -> {
                    Rendered text = ready.text();
                    boolean told = text != null
                            && left.stream()
                                    .anyMatch(one -> went(one) && one.text().equals(text.text()));
                    var post = new Post(key, PRIORITY_APPOINTMENT, expiresAt);
                    return told
                            ? Future.succeededFuture()
                            : send(tx, guardian.caseId(), guardian.id(), TemplateId.APPOINTMENT, number, ready, post);
                }));
    }

    /** Why the last text did not go. */
    Future<Optional<TextRefused>> refused(Tx tx, UUID guardianId) {
        return refusals.find(tx, guardianId);
    }

    private record Post(String key, int priority, Instant expiresAt) {}

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static boolean isOf(Outbox.Left left, TemplateId id) {
        return left.state() != MessageState.CANCELLED
                && left.source() != null
                && left.source().template().equals(id.name());
    }

    /** What waited was taken back just now. */
    private static boolean went(Outbox.Left left) {
        return switch (left.state()) {
            case CLAIMED, ACCEPTED, DELIVERED, IN_DOUBT -> true;
            case QUEUED, FAILED, EXPIRED, CANCELLED -> false;
        };
    }

    private static @Nullable PhoneNumber textable(GuardianRepository.Stored guardian, CaseCipher cipher) {
        String number = SealedGuardian.open(cipher, guardian).number();
        if (number == null || guardian.state() == ContactState.DO_NOT_CONTACT || guardian.replaced() != null) {
            return null;
        }
        PhoneNumber parsed = PhoneNumber.parse(number);
        return parsed.mobile() ? parsed : null;
    }

    private Future<Ready> prepare(
            Tx tx, UUID caseId, TemplateId id, PhoneNumber number, String language, @Nullable Appointment appointment) {
        if (!number.mobile()) {
            return Future.succeededFuture(Ready.not(TextRefused.NO_MOBILE));
        }
        if (appointment != null && !appointment.fits()) {
            return Future.succeededFuture(Ready.not(TextRefused.NOT_FIT));
        }
        return caps.check(tx, caseId, number.e164())
                .compose(cap -> cap.map(reached -> Future.succeededFuture(Ready.not(TextRefused.of(reached))))
                        .orElseGet(() -> codes.of(tx, caseId)
                                .compose(code ->
                                        templates.render(tx, id, language, spoken -> values(spoken, code, appointment)))
                                .map(found -> found.map(text -> new Ready(text, null))
                                        .orElseGet(() -> Ready.not(TextRefused.NOT_SIGNED)))));
    }

    private Map<Place, String> values(TextLanguage language, String code, @Nullable Appointment appointment) {
        Map<Place, String> values = new EnumMap<>(Map.of(Place.TEL, event.deskPhone(), Place.CODE4, code));
        if (appointment != null) {
            values.put(Place.DATE, language.date(appointment.date(), appointment.time()));
            values.put(Place.OFFICE, appointment.officeLine());
        }
        return values;
    }

    private Future<Void> send(
            Tx tx, UUID caseId, UUID guardianId, TemplateId id, PhoneNumber number, Ready ready, Post post) {
        Rendered text = ready.text();
        TextRefused refused = ready.refused();
        if (refused != null) {
            return refusals.keep(tx, guardianId, id, refused, clock.instant());
        }
        if (text == null) {
            return Future.succeededFuture();
        }
        return enqueue(tx, message(caseId, number, text, post))
                .compose(kept -> kept
                        ? refusals.drop(tx, guardianId)
                        : refusals.keep(tx, guardianId, id, TextRefused.NOT_FIT, clock.instant()));
    }

    private Message message(UUID caseId, PhoneNumber number, Rendered text, Post post) {
        return new Message(
                ids.get(),
                caseId,
                post.key(),
                number.e164(),
                text.text(),
                post.priority(),
                post.expiresAt(),
                text.source());
    }

    /** False when what the worker wrote makes it a text that should not be sent. */
    private Future<Boolean> enqueue(Tx tx, Message message) {
        try {
            return outbox.enqueue(tx, message).map(true);
        } catch (Refusal.Invalid e) {
            return Future.succeededFuture(false);
        }
    }
}
